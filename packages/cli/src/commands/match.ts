import { createMatcher, explain, type Mapping, type Response, refuses, type Verdict } from "@responses/dsl";
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT, UsageError } from "../exit-codes.js";
import { MappingFiles } from "../mapping-files.js";
import { readHttpInput, readInput } from "../match-input.js";
import { matchLines } from "../match-lines.js";
import { ProjectConfigs } from "../project-config.js";
import { counted } from "../report/counted.js";
import { errorLines } from "../report/pretty.js";
import { traceLines } from "../report/trace.js";
import { verdictAsJson, verdictAsText } from "../report/verdict.js";
import { CollectedFindings, countOf, sourcesOf } from "../runs/check-run.js";
import { printErrorLine, printLine, safe, styleFor, widthOf } from "../terminal.js";

interface Options {
  readonly status?: number;
  readonly http?: boolean;
  readonly explain?: boolean;
  readonly exitCode?: boolean;
  readonly format?: "pretty" | "json";
  readonly ndjson?: string;
  readonly errors?: string;
}

const HELP = `
Examples:
  responses match acme.responses --status 200 answer.json
  responses match acme.responses --explain answer.json      why: rule by rule, and where a text was found
  curl -si https://acme.example/leads -d @lead.json | responses match acme.responses --http -
  responses match acme.responses --ndjson answers.ndjson > with-verdicts.ndjson

The body is read as bytes, and as UTF-8.

--http reads what curl -i prints: status line, headers, an empty line, body. Of several answers (100 Continue,
a proxy's, redirects) the last one counts. A gzip, deflate or br body is decompressed; for other encodings, use
curl --compressed.

--ndjson reads a JSON object a line, {"status":200,"body":"..."}, and writes the line back with
"verdict":{"outcome","label","captures"} at its end, or in the place of the verdict that it has. All else stays
as it is. Lines that can't be read are left out and reported with their number.

--format json prints one object, { "outcome", "label", "captures" }; label is null where there is none. With
--explain it also has
  "trace": { "status", "decidedBy": { "file", "line" } or null,
             "rules": [{ "file", "line", "holds", "tests": [{ "text", "holds", "evidence" }] }],
             "alsoHolding": [{ "file", "line" }], "captures": [{ "name", "text", "start", "end" }] }
Places in the body count UTF-16 code units from 0.

Exit codes: 0 whatever the verdict; with --exit-code 0 success, 1 reject, 3 error, 4 unmapped. 1 if there are
bad lines (--ndjson). 2 wrong use, a file that can't be read, or a mapping with errors.`;

export function register(program: Command): void {
  program
    .command("match")
    .summary("give the verdict on a response")
    .description("Gives the verdict on a response: what it means, under which label, and what it captures.")
    .argument("<mapping>", "the mapping file")
    .argument("[body]", "a file with the response's body; - for standard input")
    .addOption(new Option("--status <n>", "the response's HTTP status").argParser(statusNumber))
    .option("--http", "the input is a whole answer, as curl -i prints it")
    .option("--explain", "say why, rule by rule")
    .option("--exit-code", "tell the verdict by the exit code")
    .addOption(new Option("--format <format>", "how to print (default: pretty)").choices(["pretty", "json"]))
    .option(
      "--ndjson <file>",
      "give verdicts on many responses, one JSON object a line; - for standard input",
    )
    .option("--errors <file>", "with --ndjson, where to report bad lines (default: standard error)")
    .addHelpText("after", HELP)
    .action(async (mappingPath: string, bodyPath: string | undefined, options: Options) => {
      refuseWhatContradicts(mappingPath, bodyPath, options);
      const files = new MappingFiles();
      const loaded = files.load(mappingPath);
      const rules = counted(countOf(loaded, "rule"), "rule");
      const { linked } = loaded;
      if (linked.kind === "refused") {
        printRefusal(mappingPath, files, linked.findings);
      } else if (options.ndjson !== undefined) {
        const { ndjson: inputPath, errors: errorsPath = null } = options;
        await matchLines(linked.mapping, { mappingPath, inputPath, errorsPath });
      } else {
        await matchOne(linked.mapping, `${mappingPath} (${rules})`, bodyPath, options);
      }
    });
}

function refuseWhatContradicts(mappingPath: string, bodyPath: string | undefined, options: Options): void {
  const { status, http, ndjson, errors } = options;
  if (mappingPath === "-")
    throw new UsageError("the mapping must be a file; - stands for the response's body");
  if (http === true && status !== undefined) {
    throw new UsageError("--status cannot be combined with --http: the status is in the answer");
  }
  if (ndjson === undefined) {
    if (errors !== undefined) throw new UsageError("--errors is for the lines of --ndjson");
    if (bodyPath === undefined && (http === true || status === undefined)) {
      throw new UsageError("there is no response to match: give a file, - for standard input, or --status");
    }
    return;
  }
  if (bodyPath !== undefined) throw new UsageError(`--ndjson has the responses: leave ${bodyPath} out`);
  const others = [
    ["--status", status],
    ["--http", http],
    ["--explain", options.explain],
    ["--exit-code", options.exitCode],
    ["--format", options.format],
  ] as const;
  const other = others.find(([, value]) => value !== undefined);
  if (other !== undefined) throw new UsageError(`${other[0]} cannot be combined with --ndjson`);
}

function printRefusal(
  mappingPath: string,
  files: MappingFiles,
  findings: Parameters<CollectedFindings["add"]>[0],
): void {
  const collected = new CollectedFindings(new ProjectConfigs());
  collected.add(findings.filter(({ name }) => refuses(name)));
  const errors = collected.inOrder();
  const page = { style: styleFor(process.stderr), width: widthOf(process.stderr) };
  for (const line of errorLines({ errors, sourceOf: sourcesOf(files) }, page)) printErrorLine(line);
  const done = `read ${safe(mappingPath)}: ${counted(errors.length, "error")}`;
  const line = `${done}; exit code ${EXIT.unusable}: a mapping with errors gives no verdicts`;
  printErrorLine(page.style.bold(page.style.red(line)));
  process.exitCode = EXIT.unusable;
}

async function matchOne(
  mapping: Mapping,
  mappingName: string,
  bodyPath: string | undefined,
  options: Options,
): Promise<void> {
  const { response, read } = await readResponse(bodyPath, options);
  const trace = options.explain === true ? explain(mapping, response) : null;
  const { verdict, rule } =
    trace === null
      ? createMatcher(mapping).decide(response)
      : { verdict: trace.verdict, rule: trace.decidedBy };
  const [exitCode, why] =
    options.exitCode === true
      ? ([EXIT_CODES[verdict.outcome], `it stands for ${verdict.outcome}`] as const)
      : ([EXIT.fine, "a verdict was given"] as const);
  process.exitCode = exitCode;
  const conclusion = safe(`read ${mappingName} and ${read}; exit code ${exitCode}: ${why}`);
  if (options.format === "json") {
    printLine(verdictAsJson(verdict, trace));
    printErrorLine(styleFor(process.stderr).dim(conclusion));
    return;
  }
  const page = { style: styleFor(process.stdout), width: widthOf(process.stdout) };
  printLine(verdictAsText(verdict, rule, trace !== null, page).join("\n"));
  if (trace !== null) printLine(["", ...traceLines(trace, page.style, page.width), ""].join("\n"));
  printLine(page.style.dim(conclusion));
}

const EXIT_CODES: Readonly<Record<Verdict["outcome"], number>> = {
  success: 0,
  reject: 1,
  error: 3,
  unmapped: 4,
};

/** The response that the arguments name, and in words what was read for it. */
async function readResponse(
  bodyPath: string | undefined,
  { status, http }: Options,
): Promise<{ readonly response: Response; readonly read: string }> {
  if (bodyPath === undefined) return { response: { status }, read: `the status ${status}, without a body` };
  const input = await readInput(bodyPath);
  const read = `${input.name} (${counted(input.bytes.length, "byte")})`;
  if (http !== true) {
    if (beginsLikeAnswer(input.bytes)) {
      const how = "--http takes the status from it, and leaves the headers out of the body";
      printErrorLine(
        `${styleFor(process.stderr).yellow("note:")} ${safe(input.name)} looks like what curl -i prints; ${how}`,
      );
    }
    const withStatus = status === undefined ? "without a status" : `with the status ${status}`;
    return { response: { status, body: input.bytes }, read: `${read} ${withStatus}` };
  }
  const response = readHttpInput(input);
  return { response, read: `${read}, an answer with the status ${response.status}` };
}

/** Whether bytes begin with the status line of an HTTP answer. */
function beginsLikeAnswer(bytes: Buffer): boolean {
  return /^HTTP\/[0-9](?:\.[0-9])? [0-9]{3}/.test(bytes.toString("latin1", 0, 20));
}

function statusNumber(text: string): number {
  if (!/^[1-9]\d\d$/.test(text)) throw new InvalidArgumentError("It must be three digits, for example 200.");
  return Number(text);
}
