import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import { createMatcher, type Mapping } from "@responses/dsl";
import { EXIT, reasonOf, UsageError } from "./exit-codes.js";
import { realPathOf } from "./mapping-files.js";
import { inputName, standardInput } from "./match-input.js";
import { type BadLineReport, reportToFile, reportToStandardError } from "./ndjson/bad-line-report.js";
import { classifyLines, type Tally } from "./ndjson/classify.js";
import { LineProgress } from "./ndjson/line-progress.js";
import { listed } from "./report/counted.js";
import { printErrorLine, safe, styleFor, writeTo } from "./terminal.js";

const READ_AT_ONCE = 256 * 1024;

export interface LinesOptions {
  readonly mappingPath: string;
  /** `-` for standard input. */
  readonly inputPath: string;
  /** Where bad lines are reported; null for standard error. */
  readonly errorsPath: string | null;
}

/** `responses match --ndjson`: writes each line of the input with its verdict to standard output. */
export async function matchLines(mapping: Mapping, options: LinesOptions): Promise<void> {
  const { inputPath, errorsPath } = options;
  const name = inputName(inputPath);
  const input = inputPath === "-" ? null : await openInput(inputPath);
  if (errorsPath !== null) refuseToOverwrite(errorsPath, options);
  const report = errorsPath === null ? reportToStandardError(name) : reportToFile(name, errorsPath);
  const progress = new LineProgress(input?.size ?? null);
  const chunks = (): AsyncIterable<Buffer> =>
    input === null ? standardInput() : input.handle.createReadStream({ highWaterMark: READ_AT_ONCE });
  const tally = await classifyLines(withReason(chunks, name), createMatcher(mapping), {
    write: (bytes) => writeTo(process.stdout, bytes),
    reject: (bad) => report.add(bad),
    advance: async (soFar) => {
      progress.show(soFar);
      await flush(report, progress);
    },
  });
  progress.clear();
  report.end();
  const exitCode = tally.bad > 0 ? EXIT.problems : EXIT.fine;
  const why =
    tally.bad > 0
      ? `bad lines were left out${errorsPath === null ? "" : `, see ${errorsPath}`}`
      : "all is well";
  const { green, red } = styleFor(process.stderr);
  printErrorLine(
    (tally.bad > 0 ? red : green)(safe(`${summaryOf(tally, name)}; exit code ${exitCode}: ${why}`)),
  );
  process.exitCode = exitCode;
}

/** The line of progress must not get between those of the report. */
async function flush(report: BadLineReport, progress: LineProgress): Promise<void> {
  if (report.isEmpty) return;
  progress.clear();
  await report.flush();
}

function summaryOf({ lines, bad, verdicts }: Tally, name: string): string {
  const given = Object.entries(verdicts).filter(([, count]) => count > 0);
  const counts = given.map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`);
  const outcomes = counts.length === 0 ? "no verdict" : listed(counts);
  const badLines = bad === 0 ? "" : `, ${bad.toLocaleString("en")} bad`;
  return `read ${lines.toLocaleString("en")} line${lines === 1 ? "" : "s"} of ${name}: ${outcomes}${badLines}`;
}

async function openInput(
  path: string,
): Promise<{ readonly handle: FileHandle; readonly size: number | null }> {
  try {
    const handle = await open(path);
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new Error("it is a folder");
    return { handle, size: stats.isFile() ? stats.size : null };
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

function refuseToOverwrite(errorsPath: string, { mappingPath, inputPath }: LinesOptions): void {
  const target = realPathOf(resolve(errorsPath));
  for (const path of [mappingPath, inputPath]) {
    if (path !== "-" && realPathOf(resolve(path)) === target) {
      throw new UsageError(`--errors would overwrite ${path}: give another file`);
    }
  }
}

/** The chunks of a stream; a UsageError where it cannot be read any further. */
async function* withReason(chunks: () => AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks();
  } catch (error) {
    throw new UsageError(`cannot read ${name}: ${reasonOf(error)}`);
  }
}
