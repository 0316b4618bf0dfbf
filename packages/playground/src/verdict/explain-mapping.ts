import {
  createMatcher,
  explain,
  type Host,
  link,
  type Mapping,
  messageOf,
  parse,
  type Response,
  type Rule,
  SourceText,
  type Trace,
} from "@responses/dsl";
import {
  evidenceInWords,
  explainedBody,
  nearMissInWords,
  nearMissOf,
  onOneLine,
  recordedVerdict,
  recordingOf,
  refuses,
  ruleOnOneLine,
  Subject,
  writeExample,
} from "@responses/dsl/editor";
import { readResponse } from "./read-response.js";
import type { PastedResponse, RecordedExample, Report, RuleReport, Stretch } from "./report.js";

/** What the mapping itself is called; included files have their own names. */
const OWN_PATH = "mapping.responses";

/** Characters of a rule or a test that are shown at most. */
const LONGEST_RULE = 300;
const LONGEST_TEST = 100;

/** Rules that are told of at most, of those before the deciding one and of those below it. */
const MOST_RULES = 200;

/** The files that a mapping can include, by their paths from it. */
export type IncludableFiles = Readonly<Record<string, string>>;

/** What the mapping of that text says of a response, rule by rule. Linear in the text, and in the body for each rule. */
export function explainMapping(text: string, pasted: PastedResponse, files: IncludableFiles): Report {
  const linked = link(parse(OWN_PATH, text), hostOf(files));
  if (linked.kind === "refused") {
    const fault = linked.findings.find(({ name }) => refuses(name));
    const isOwn = fault?.file === OWN_PATH;
    return {
      kind: "no-mapping",
      reason: fault === undefined ? "the mapping cannot be run" : messageOf(fault),
      line:
        fault === undefined || !isOwn
          ? null
          : new SourceText(text).positionAt(fault.span.start, "utf-16").line + 1,
    };
  }
  const read = readResponse(pasted);
  if (read.kind === "no-response") return read;
  const { status, body, bodyStart } = read;
  const trace = explain(linked.mapping, { status, body });
  const { outcome, label } = trace.verdict;
  return {
    kind: "verdict",
    outcome,
    label,
    status,
    rules: ruleReports(trace, linked.mapping),
    captures: trace.captures.map(({ name, text: captured }) => ({ name, text: captured })),
    evidence: evidenceOf(trace).map(({ start, end }) => {
      // A byte order mark before the body is no part of it.
      const before = bodyStart + body.length - trace.body.length;
      return { start: start + before, end: end + before };
    }),
    example: exampleOf({ status, body }, linked.mapping),
  };
}

function exampleOf(given: Response, mapping: Mapping): string {
  const matcher = createMatcher(mapping);
  const { recorded, verdict } = recordingOf(given, (response) => matcher.match(response));
  return writeExample(recorded, recordedVerdict(verdict, recorded, mapping));
}

/** The first response that the mapping of that text records; null where it records none. */
export function firstExampleOf(text: string): RecordedExample | null {
  for (const model of parse(OWN_PATH, text).models) {
    if (model.kind === "example") return { status: model.status, body: model.body };
  }
  return null;
}

function hostOf(files: IncludableFiles): Host {
  return {
    resolve: (_from, include) => include,
    load: (path) => (Object.hasOwn(files, path) ? parse(path, files[path] ?? "") : null),
  };
}

function ruleReports(trace: Trace, mapping: Mapping): readonly RuleReport[] {
  const subject = new Subject({ status: trace.status, body: trace.body });
  const body = explainedBody(trace.body);
  const tried = trace.rules.slice(-MOST_RULES).map(({ rule, holds, tests }): RuleReport => {
    const miss = holds ? null : nearMissOf(rule, subject);
    return {
      ...placeAndText(rule, mapping),
      state: holds ? "decides" : "fails",
      tests: tests.map((test) => ({
        text: testText(rule, test.test.span),
        holds: test.holds,
        reason: evidenceInWords(test, body, miss?.kind === "path" ? "without-near" : "with-near"),
      })),
      nearMiss: miss === null ? null : nearMissInWords(miss, subject.body),
    };
  });
  const below = trace.alsoHolding.slice(0, MOST_RULES).map(
    (rule): RuleReport => ({
      ...placeAndText(rule, mapping),
      state: "holds-below",
      tests: [],
      nearMiss: null,
    }),
  );
  return [...tried, ...below];
}

function placeAndText(rule: Rule, mapping: Mapping): Pick<RuleReport, "text" | "file" | "line"> {
  const { statement, file } = rule;
  const start = statement.start + statement.syntax.span.from;
  return {
    text: ruleOnOneLine(rule, LONGEST_RULE, "formatted"),
    file: file === mapping.file ? null : file.path,
    line: file.tree.source.positionAt(start, "utf-16").line + 1,
  };
}

function testText({ statement }: Rule, { from, to }: { readonly from: number; readonly to: number }): string {
  return onOneLine(statement.syntax.text.slice(from, Math.min(to, from + LONGEST_TEST)));
}

/** Where in the body the deciding rule found what it asks for. */
function evidenceOf({ rules, decidedBy }: Trace): readonly Stretch[] {
  if (decidedBy === null) return [];
  return (rules.at(-1)?.tests ?? []).flatMap(({ evidence }) =>
    evidence.kind === "found" || evidence.kind === "number" ? [evidence.place] : [],
  );
}
