import { writeVerdict } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import { type Command, Option } from "commander";
import { mayHoldInput, STANDARD_INPUT } from "../files/standard-input.js";
import { charsetNotes } from "../report/charset-notes.js";
import { conclude, concludeRefused } from "../report/conclusion.js";
import { errorLines } from "../report/finding-text.js";
import type { ExampleDoubt } from "../runs/example-doubts.js";
import { type ExampleRun, type ResponseForm, runExample } from "../runs/example-run.js";
import { EXIT } from "../terminal/exit-codes.js";
import { pageFor } from "../terminal/page.js";
import { printErrorLine, printLine, printNote } from "../terminal/print.js";
import { safe } from "../terminal/safe.js";
import { UsageError } from "../terminal/usage-error.js";
import { endRun } from "./end-run.js";
import { mappingFirst, statusNumber } from "./response-arguments.js";

type ExamplesMade = Extract<ExampleRun, { readonly kind: "made" }>;

interface Options {
  readonly http?: boolean;
  readonly status?: number;
  readonly append?: boolean;
  readonly verdictOnly?: boolean;
}

const HELP = `
Examples:
  responses example acme.responses --status 200 answer.json
  responses example acme.responses answer.http              an answer with its head: curl -i or curl -v
  curl -si https://acme.example/leads -d @lead.json | responses example acme.responses --append

What begins as curl -i or curl -v prints an answer is one, and its status is recorded, as is one that stands by itself
before JSON or XML (200 {"ok":true}); all else is a body. A command that was copied along is left out. Lines that each
hold a response (JSON, a status and JSON, a record with "status" and "body") become an example each. --http insists on
an answer, --status on a body. The response is read as responses match reads it: of several answers (100
Continue, redirects) the last one counts. White space around the body is left out, and lines end in a line feed, where
the mapping says the same of the response then; else the body is kept as it came.

The example states the verdict that the rules give now, and what is captured (--verdict-only leaves that out): read it
before you keep it. Long texts are left out, and what needs a look first: a success at a price of 0, a refusal at another
price, the first of several texts.
Notes tell what responses check finds in the mapping with this example and not without it. --append adds it to the mapping
after the last example, laid out like its neighbours; a response that is there already is not added again, nor one that
differs from it in such white space alone and gets the same.

Exit codes: 0 whatever the verdict. 2 wrong use, a file that can't be read or written, or a mapping with errors.`;

export function register(program: Command): void {
  program
    .command("example")
    .summary("turn a response into an example")
    .description("Turns a response into an example for a mapping, with the verdict that it gets.")
    .argument("<mapping>", "the mapping file")
    .argument(
      "[response]",
      "a file with the response, or JSON, XML or HTML itself; - or nothing for standard input",
    )
    .option("--http", "the input is a whole answer, as curl -i prints it")
    .addOption(
      new Option("--status <n>", "the input is a body, of a response with that status").argParser(
        statusNumber,
      ),
    )
    .option("--append", "add the example to the mapping")
    .option("--verdict-only", "state the verdict alone, not what is captured")
    .addHelpText("after", HELP)
    .action(async (mappingPath: string, responsePath: string | undefined, options: Options) => {
      const asked = whatIsAsked(mappingPath, responsePath, options);
      const ran = await runExample(mappingPath, asked.path, asked.form, {
        append: options.append === true,
        states: options.verdictOnly === true ? "verdict" : "captures",
      });
      if (ran.kind === "refused") {
        for (const line of errorLines(ran, pageFor(process.stderr))) printErrorLine(line);
        endRun({ conclusion: concludeRefused(mappingPath, ran.errors), output: "data" });
        return;
      }
      const { reports } = ran;
      for (const report of reports) {
        for (const note of charsetNotes(report, report.givenAs)) printNote(note);
        for (const note of doubtNotes(report.doubts)) printNote(note);
      }
      if (options.append !== true) for (const { written } of reports) printExample(written);
      const done = whatWasDone(mappingPath, ran);
      const verdicts = [...new Set(reports.map(({ verdict }) => writeVerdict(verdict)))].join(", ");
      const why = reports.length === 1 ? `the response gets ${verdicts}` : `the responses get ${verdicts}`;
      endRun({ conclusion: conclude(done, EXIT.fine, why), output: "data", emphasis: "weak" });
    });
}

/** Throws a UsageError where arguments contradict each other, or there is no response. */
function whatIsAsked(
  mappingPath: string,
  responsePath: string | undefined,
  { http, status }: Options,
): { readonly path: string; readonly form: ResponseForm } {
  mappingFirst("example", mappingPath, responsePath);
  if (http === true && status !== undefined)
    throw new UsageError("--status cannot be combined with --http: the status is in the answer");
  if (responsePath === undefined && !mayHoldInput())
    throw new UsageError("there is no response: give a file, or - to type it and end with Ctrl-D");
  const path = responsePath ?? STANDARD_INPUT;
  if (http === true) return { path, form: { kind: "answer" } };
  return { path, form: status === undefined ? { kind: "either" } : { kind: "body", status } };
}

/** Doubts that are told at most: the file has them all. */
const MOST_TOLD = 5;

function doubtNotes(doubts: readonly ExampleDoubt[]): readonly string[] {
  const told = doubts.slice(0, MOST_TOLD).map(({ finding, severity, message, line }) => {
    const where = line === null ? "of this example" : `with this example, at line ${line}`;
    return `${severity} ${finding.name} ${where}: ${safe(message)}`;
  });
  const more = doubts.length - told.length;
  return more === 0 ? told : [...told, `${more} more that responses check tells once the example is there`];
}

/** What a program reads is what a file holds; a terminal obeys nothing of it. */
function printExample(written: string): void {
  const lines = process.stdout.isTTY === true ? written.split("\n").map(safe) : [written];
  for (const line of lines) printLine(line);
}

function whatWasDone(mappingPath: string, { reports, addedOn, added }: ExamplesMade): string {
  const examples = (count: number) => (count === 1 ? "an example" : counted(count, "example"));
  if (addedOn !== null) return `added ${examples(added)} to ${mappingPath}, line ${addedOn}`;
  const [first] = reports;
  if (first === undefined || reports.some(({ recordedOn }) => recordedOn === null))
    return `made ${examples(reports.length)}`;
  return reports.length === 1
    ? `line ${first.recordedOn} of ${mappingPath} records the response already`
    : `${mappingPath} records these ${reports.length} responses already`;
}
