import { resolve } from "node:path";
import type { Mapping } from "@responses/dsl";
import { realPathOf, refuseLink } from "@responses/node-host";
import { openInputStream } from "../files/input-stream.js";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { BadLineReport } from "../ndjson/bad-line-report.js";
import { classifyLines } from "../ndjson/classify.js";
import { LineProgress } from "../ndjson/line-progress.js";
import { linesOnly } from "../ndjson/lines-only.js";
import type { Tally } from "../ndjson/tally.js";
import { Threads } from "../ndjson/threads.js";
import type { LineReading } from "../ndjson/worker-messages.js";
import { writeTo } from "../terminal/print.js";
import { UsageError } from "../terminal/usage-error.js";

export interface NdjsonOptions {
  /** The real paths of the mapping's files. */
  readonly mappingFiles: readonly string[];
  /** `-` for standard input. */
  readonly inputPath: string;
  /** Where bad lines are reported; null for standard error. */
  readonly errorsPath: string | null;
  /** How many threads to use. */
  readonly jobs: number;
  readonly reading: LineReading;
  /**
   * Ends the run where a thread has ended before its work was done: lines are missing that it had, and nobody knows when the next one
   * would come that shows it.
   */
  readonly endWithoutThread: (reason: string) => void;
}

/** What came of a stream of lines. */
export interface NdjsonReport {
  readonly tally: Tally;
  /** What messages call the input. */
  readonly inputName: string;
  readonly errorsPath: string | null;
  readonly milliseconds: number;
}

/** `responses match --ndjson`: writes each line of the input with its verdict to standard output. */
export async function runNdjson(mapping: Mapping, options: NdjsonOptions): Promise<NdjsonReport> {
  const { inputPath, errorsPath, jobs, reading, endWithoutThread } = options;
  const started = performance.now();
  const { name, size, chunks } = await openInputStream(inputPath);
  const lines = linesOnly(chunks, name);
  if (errorsPath !== null) refuseToOverwrite(errorsPath, options);
  const report =
    errorsPath === null ? BadLineReport.onStandardError(name) : BadLineReport.inFile(name, errorsPath);
  const progress = new LineProgress(size);
  const threads = new Threads(mapping, jobs, reading, endWithoutThread);
  try {
    const tally = await classifyLines(lines, threads, {
      write: (bytes) => writeTo(process.stdout, bytes),
      reject: (bad) => report.add(bad),
      advance: async (soFar) => {
        progress.show(soFar);
        await flush(report, progress);
      },
    });
    progress.clear();
    report.end();
    return { tally, inputName: name, errorsPath, milliseconds: performance.now() - started };
  } finally {
    // The process would go on as long as they do.
    await threads.end();
  }
}

/** The line of progress must not get between those of the report. */
async function flush(report: BadLineReport, progress: LineProgress): Promise<void> {
  if (report.isEmpty) return;
  progress.clear();
  await report.flush();
}

function refuseToOverwrite(errorsPath: string, { mappingFiles, inputPath }: NdjsonOptions): void {
  const input = inputPath === STANDARD_INPUT ? [] : [realPathOf(resolve(inputPath))];
  if ([...mappingFiles, ...input].includes(realPathOf(resolve(errorsPath))))
    throw new UsageError(`--errors would overwrite ${errorsPath}, which is read: give another file`);
  refuseLink(errorsPath);
}
