import { availableParallelism } from "node:os";
import { type GivenAs, isWholeAnswerIn, whyNotExplained } from "@responses/dsl/editor";
import { type Command, InvalidArgumentError, Option } from "commander";
import { mayHoldInput } from "../files/standard-input.js";
import { USUAL_NAMES } from "../ndjson/line-names.js";
import type { LineReading } from "../ndjson/worker-messages.js";
import { charsetNotes, lostBodiesNote } from "../report/charset-notes.js";
import { concludeMatch, concludeNdjson, concludeRefused } from "../report/conclusion.js";
import { errorLines } from "../report/finding-text.js";
import { matchAsJson } from "../report/match-json.js";
import { matchAsText } from "../report/match-text.js";
import { ndjsonSummary, oddLineNotes } from "../report/ndjson-text.js";
import { type MatchReport, openMapping, type ResponseSource, runMatch } from "../runs/match-run.js";
import { runNdjson } from "../runs/ndjson-run.js";
import { pageFor } from "../terminal/page.js";
import { printData, printErrorLine, printLine, printNote } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { shellWord } from "../terminal/shell-word.js";
import { UsageError } from "../terminal/usage-error.js";
import { endBroken } from "./end-early.js";
import { endRun } from "./end-run.js";
import { RepeatableOption } from "./given-once.js";
import { mappingFirst, statusNumber } from "./response-arguments.js";

interface Options {
  readonly status?: number;
  readonly http?: boolean;
  readonly explain?: boolean;
  readonly exitCode?: boolean;
  readonly format?: "pretty" | "json";
  readonly ndjson?: string;
  readonly errors?: string;
  readonly jobs?: number;
  readonly statusName?: readonly string[];
  readonly bodyName?: readonly string[];
  readonly quotedStatus?: boolean;
  readonly rules?: boolean;
  readonly allowEmpty?: boolean;
}

const HELP = `
Examples:
  responses match acme.responses --status 200 answer.json
  responses match acme.responses --explain answer.json      why: rule by rule, and where a text was found
  responses match acme.responses '{"status":"sold"}'        a body that is no file
  curl -si https://acme.example/leads -d @lead.json | responses match acme.responses --http -
  responses match acme.responses --ndjson answers.ndjson > with-verdicts.ndjson

The body is read as UTF-8; a note says where it is not. With --status alone the response has no body: standard input
is read for - only, and a note says so where it is a pipe or a file.

--http reads what curl -i prints: status line, headers, an empty line, body; or what curl -v shows. Of several answers (100 Continue,
a proxy's, redirects) the last one counts. A gzip, deflate or br body is decompressed; for other encodings, use
curl --compressed. The body is decoded by its byte order mark, else by the charset that Content-Type declares
(iso-8859-1, windows-1252, shift_jis, ...), else as UTF-8.

--ndjson reads a JSON object a line, {"status":200,"body":"..."}, and writes the line back with
"verdict":{"outcome","label","captures"} at its end, or in the place of the verdict that it has. All else stays
as it is. --status-name and --body-name read lines with other names; of several, such as body,response, a line's first
counts that it has. A line without a body counts as one with an empty body, a status that is no integer, such as "429",
as none (--quoted-status takes it): both are counted and told at the end. Lines that can't be read are left out and
reported with their number; blank lines stay blank lines. A list of JSON, or JSON over several lines, is refused. A stream of more than some
megabytes is worked at by several threads where there are more than two processors (--jobs); the lines keep
their order.

--format json prints one object, { "outcome", "label", "captures" }; label is null where there is none. With
--explain it also has
  "trace": { "status", "decidedBy": { "file", "line" } or null,
             "rules": [{ "file", "line", "holds", "tests": [{ "text", "holds", "evidence" }] }],
             "alsoHolding": [{ "file", "line" }], "captures": [{ "name", "text", "start", "end" }] }
Places in the body count UTF-16 code units from 0.
A body of more than 8 MB is not explained; a note says so.

Exit codes: 0 whatever the verdict; with --exit-code 0 success, 1 reject, 3 error, 4 unmapped. 1 if there are
bad lines (--ndjson). 2 wrong use, a file that can't be read, nothing that could be read as one (--ndjson), or a mapping with errors.`;

export function register(program: Command): void {
  program
    .command("match")
    .summary("give the verdict on a response")
    .description("Gives the verdict on a response: what it means, under which label, and what it captures.")
    .argument("<mapping>", "the mapping file")
    .argument("[body]", "a file with the response's body, or JSON, XML or HTML itself; - for standard input")
    .addOption(new Option("--status <n>", "the response's HTTP status").argParser(statusNumber))
    .option("--http", "the input is a whole answer, as curl -i prints it")
    .option("--explain", "say why, rule by rule")
    .option("--exit-code", "use the exit code to tell the verdict")
    .addOption(new Option("--format <format>", "how to print (default: pretty)").choices(["pretty", "json"]))
    .option(
      "--ndjson <file>",
      "give verdicts on many responses, one JSON object a line; - for standard input",
    )
    .option("--errors <file>", "with --ndjson, where to report bad lines (default: standard error)")
    .addOption(
      new Option(
        "--jobs <n>",
        "with --ndjson, how many threads to use (default: one for each processor but one)",
      ).argParser(jobsNumber),
    )
    .addOption(
      new RepeatableOption(
        "--status-name <names>",
        'with --ndjson, what the status is called in a line (default: "status")',
      ).argParser(namesGiven),
    )
    .addOption(
      new RepeatableOption(
        "--body-name <names>",
        'with --ndjson, what the body is called in a line (default: "body")',
      ).argParser(namesGiven),
    )
    .option("--quoted-status", 'with --ndjson, take a status in quotation marks, as "429", for a number')
    .option("--rules", "with --ndjson, also count how many responses each rule decides; takes as long again")
    .option("--allow-empty", "with --ndjson, succeed even if there is no response")
    .addHelpText("after", HELP)
    .action(async (mappingPath: string, bodyPath: string | undefined, options: Options) => {
      const asked = whatIsAsked(mappingPath, bodyPath, options);
      const opened = openMapping(mappingPath, { allowBlank: false });
      if (opened.kind === "refused") {
        for (const line of errorLines(opened, pageFor(process.stderr))) printErrorLine(line);
        endRun({ conclusion: concludeRefused(mappingPath, opened.errors), output: "data" });
      } else if (asked.kind === "lines") {
        const { inputPath, errorsPath, jobs, reading } = asked;
        const report = await runNdjson(opened.mapping, {
          mappingFiles: opened.inputs,
          inputPath,
          errorsPath,
          jobs,
          reading,
          endWithoutThread,
        });
        for (const line of ndjsonSummary(report, reading, opened.mapping, pageFor(process.stderr)))
          printErrorLine(line);
        for (const note of oddLineNotes(report.tally, reading.names)) printNote(note);
        const { lost } = report.tally;
        if (lost !== null) printNote(lostBodiesNote(lost, report.inputName));
        endRun({ conclusion: concludeNdjson(report, options.allowEmpty), output: "data", emphasis: "plain" });
      } else {
        const report = await runMatch(
          opened.mapping,
          asked.source,
          options.explain === true,
          `match ${shellWord(mappingPath)}`,
        );
        if (asked.source.kind === "body") noteAnswer(report);
        if (asked.source.kind === "status" && mayHoldInput())
          printNote("standard input was not read, and the status has no body; - after the mapping reads it");
        for (const note of charsetNotes(report, givenAs(report))) printNote(note);
        const unexplained = options.explain === true ? whyNotExplained(report.response) : null;
        if (unexplained !== null) printNote(`${unexplained}: this is the verdict alone`);
        const output = options.format === "json" ? "data" : "text";
        if (output === "data") printData(matchAsJson(report));
        else printLine(matchAsText(report, pageFor(process.stdout)).join("\n"));
        const { rules } = opened;
        const conclusion = concludeMatch(report, { path: mappingPath, rules }, options.exitCode === true);
        endRun({ conclusion, output, emphasis: "weak" });
      }
    });
}

function endWithoutThread(reason: string): void {
  endBroken(`a thread ended before its work was done: ${reason}; --jobs 1 does without other threads`);
}

/** What the arguments ask for. */
type Asked =
  | { readonly kind: "response"; readonly source: ResponseSource }
  | {
      readonly kind: "lines";
      readonly inputPath: string;
      readonly errorsPath: string | null;
      readonly jobs: number;
      readonly reading: LineReading;
    };

/** Throws a UsageError where arguments contradict each other, or something is missing. */
function whatIsAsked(mappingPath: string, bodyPath: string | undefined, options: Options): Asked {
  mappingFirst("match", mappingPath, bodyPath);
  const { status, http, ndjson, errors, jobs, allowEmpty } = options;
  if (http === true && status !== undefined) {
    throw new UsageError("--status cannot be combined with --http: the status is in the answer");
  }
  if (ndjson !== undefined) {
    if (bodyPath !== undefined) throw new UsageError(`--ndjson has the responses: leave ${bodyPath} out`);
    refuseBesideNdjson(options);
    return {
      kind: "lines",
      inputPath: ndjson,
      errorsPath: errors ?? null,
      jobs: jobs ?? usualJobs(),
      reading: {
        names: {
          status: options.statusName ?? USUAL_NAMES.status,
          body: options.bodyName ?? USUAL_NAMES.body,
        },
        countsRules: options.rules === true,
        quotedStatus: options.quotedStatus === true,
      },
    };
  }
  refuseWithoutNdjson(options);
  if (jobs !== undefined) throw new UsageError("--jobs is for the lines of --ndjson");
  if (allowEmpty !== undefined) throw new UsageError("--allow-empty is for the lines of --ndjson");
  if (errors !== undefined) throw new UsageError("--errors is for the lines of --ndjson");
  if (bodyPath !== undefined) {
    const source: ResponseSource =
      http === true
        ? { kind: "http", path: bodyPath }
        : { kind: "body", path: bodyPath, status: status ?? null };
    return { kind: "response", source };
  }
  if (status === undefined)
    throw new UsageError("there is no response to match: give a file, - for standard input, or --status");
  return { kind: "response", source: { kind: "status", status } };
}

function refuseWithoutNdjson({ statusName, bodyName, rules, quotedStatus }: Options): void {
  const others = [
    ["--status-name", statusName],
    ["--body-name", bodyName],
    ["--rules", rules],
    ["--quoted-status", quotedStatus],
  ] as const;
  const other = others.find(([, value]) => value !== undefined);
  if (other !== undefined) throw new UsageError(`${other[0]} is for the lines of --ndjson`);
}

function refuseBesideNdjson({ status, http, explain, exitCode, format }: Options): void {
  const others = [
    ["--status", status],
    ["--http", http],
    ["--explain", explain],
    ["--exit-code", exitCode],
    ["--format", format],
  ] as const;
  const other = others.find(([, value]) => value !== undefined);
  if (other !== undefined) throw new UsageError(`${other[0]} cannot be combined with --ndjson`);
}

function givenAs({ source }: MatchReport): GivenAs {
  return source.kind === "http" ? "answer" : "body";
}

/** For whoever forgot `--http`: a body that begins as an answer does. */
function noteAnswer({ input }: MatchReport): void {
  if (input === null || !isWholeAnswerIn(input.bytes)) return;
  const how = "--http takes the status from it, and leaves the headers out of the body";
  printNote(`${safe(input.name)} looks like an answer as curl prints it; ${how}`);
}

/** More threads than that no machine has processors for, and each takes memory. */
const MOST_JOBS = 256;

/**
 * This thread reads, cuts and writes, which takes a processor of its own: with two of them, two more threads made it slower for bodies
 * from 1 kB on (docs/performance.md).
 */
function usualJobs(): number {
  return Math.max(1, availableParallelism() - 1);
}

/** Names with commas between them, of one option or of several. */
function namesGiven(text: string, before: readonly string[] | undefined): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes(""))
    throw new InvalidArgumentError("A name is missing: write one, or several with commas.");
  return [...new Set([...(before ?? []), ...names])];
}

function jobsNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text) || Number(text) > MOST_JOBS) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_JOBS}.`);
  }
  return Number(text);
}
