import {
  type BodyFault,
  type CapturedPart,
  format,
  nearMissInWords,
  nearMissOf,
  quoted,
  type Rule,
  type RuleTrace,
  SourceText,
  Subject,
  type TestTrace,
  type Trace,
} from "@responses/dsl";
import { type Style, safe } from "../terminal.js";
import { counted, listed } from "./counted.js";
import { excerpt, placeInWords } from "./excerpt.js";
import { lineOf } from "./json.js";
import { unreadableInWords } from "./unreadable-body.js";

/** Of the rules that did not hold, so many are shown. */
const SHOWN_RULES = 20;
/** And of these so many directly before the decision; the others are those that came nearest to holding. */
const SHOWN_LAST_RULES = 5;
/** So many of the rules that would have held further down. */
const SHOWN_BELOW = 10;
/** So many of the values that a field picks. */
const SHOWN_VALUES = 3;

/**
 * Why a response gets its verdict, as lines to print: rule by rule, which test failed and why, and where in the body a
 * text was found. Of a long mapping it shows the rules that tell something.
 */
export function* traceLines(trace: Trace, style: Style, width: number): Generator<string> {
  const subject = new Subject({ status: trace.status, body: trace.body });
  const print = printFor(subject, { style, width });
  yield style.bold("Rule by rule:");
  const shown = rulesToShow(trace);
  let hidden = 0;
  for (const [index, rule] of trace.rules.entries()) {
    if (!shown.has(index)) {
      hidden += 1;
      continue;
    }
    yield* hiddenLine(hidden, style);
    hidden = 0;
    yield* ruleLines(rule, print);
  }
  yield* hiddenLine(hidden, style);
  if (trace.decidedBy === null) yield trace.rules.length === 0 ? "  there is no rule" : "  no rule holds";
  yield* belowLines(trace.alsoHolding, print);
  yield* captureLines(trace.captures, print);
}

function* hiddenLine(hidden: number, style: Style): Generator<string> {
  if (hidden > 0) yield style.dim(`  … ${counted(hidden, "more rule")} here that did not hold …`);
}

interface Print {
  readonly subject: Subject;
  readonly body: SourceText;
  readonly style: Style;
  readonly width: number;
  /** The formats of which was told why the body cannot be read as one. */
  readonly told: Set<string>;
}

/** What rules that are shown for one response share. */
export function printFor(
  subject: Subject,
  { style, width }: { readonly style: Style; readonly width: number },
): Print {
  return { subject, body: new SourceText(subject.body), style, width, told: new Set() };
}

/** The deciding rule; all others of a short mapping; else those of which a test held, and the last ones. */
function rulesToShow({ rules }: Trace): ReadonlySet<number> {
  const shown = new Set<number>();
  const failed = rules.flatMap(({ holds }, index) => (holds ? [] : [index]));
  if (rules.at(-1)?.holds === true) shown.add(rules.length - 1);
  for (const index of failed.length <= SHOWN_RULES ? failed : failed.slice(-SHOWN_LAST_RULES))
    shown.add(index);
  if (failed.length <= SHOWN_RULES) return shown;
  const nearly = failed.filter((index) => rules[index]?.tests[0]?.holds === true && !shown.has(index));
  for (const index of nearly.slice(-(SHOWN_RULES - SHOWN_LAST_RULES))) shown.add(index);
  return shown;
}

/** A rule, whether it holds, and what each of its tests met in the body. */
export function* ruleLines({ rule, holds, tests }: RuleTrace, print: Print): Generator<string> {
  const { style } = print;
  const mark = holds ? style.green("✓") : style.red("✗");
  const text = textOf(rule, print.width - 4);
  yield `  ${mark} ${style.dim(placeOf(rule))}  ${holds ? style.bold(text) : text}`;
  if (rule.model.condition.kind === "otherwise") yield "      otherwise always holds";
  const single = rule.model.condition.kind === "tests" && rule.model.condition.tests.length === 1;
  for (const trace of tests) {
    const sentence = sentenceFor(trace, print);
    const name = single ? "" : `${trace.holds ? "holds" : "fails"}: ${testText(rule, trace)}: `;
    yield `      ${name}${sentence}`;
    const { evidence } = trace;
    if (evidence.kind !== "found" && evidence.kind !== "number") continue;
    yield* excerptLines(evidence.place, print);
  }
  const miss = holds ? null : nearMissOf(rule, print.subject);
  if (miss !== null) yield `      nearly: ${nearMissInWords(miss, print.body.text)}`;
}

function* excerptLines(
  place: { readonly start: number; readonly end: number },
  { body, style }: Print,
): Generator<string> {
  if (body.text === "") return;
  const [line, marks] = excerpt(body.text, place);
  yield `        ${line}`;
  yield `        ${style.cyan(marks)}`;
}

function* belowLines(rules: readonly Rule[], { style, width }: Print): Generator<string> {
  if (rules.length === 0) return;
  yield "";
  yield style.bold("These hold, too, but stand further down:");
  for (const rule of rules.slice(0, SHOWN_BELOW)) {
    yield `    ${style.dim(placeOf(rule))}  ${textOf(rule, width - 4)}`;
  }
  if (rules.length > SHOWN_BELOW)
    yield style.dim(`    … and ${counted(rules.length - SHOWN_BELOW, "more rule")}`);
}

function* captureLines(parts: readonly CapturedPart[], print: Print): Generator<string> {
  if (parts.length === 0) return;
  yield "";
  yield print.style.bold("Captured:");
  for (const part of parts) {
    yield `    ${safe(part.name)}: ${quoted(part.text)} at ${placeInWords(print.body, part.start)}`;
    yield* excerptLines(part, print);
  }
}

/** What the test met, and so why it holds or not, as a clause. */
function sentenceFor({ test: { test, negated }, holds, evidence }: TestTrace, print: Print): string {
  const { body } = print;
  switch (evidence.kind) {
    case "status":
      return evidence.status === null ? "the response has no status" : `the status is ${evidence.status}`;
    case "found": {
      const place = placeInWords(body, evidence.place.start);
      const found =
        test.kind === "text" && test.texts.length > 1 ? `found ${quoted(evidence.text.text)} at` : "found at";
      return `${found} ${place}${negated && !holds ? ", where it must not be" : ""}`;
    }
    case "not-in-body":
      return notInBody(test);
    case "number":
      return `it is ${quoted(evidence.written)} at ${placeInWords(body, evidence.place.start)}`;
    case "picked":
      return `it is ${valuesInWords(evidence.values, body.text)}`;
    case "nothing-picked":
      return nothingPicked(test, evidence.fault, print);
  }
}

function nothingPicked(test: PositiveTest, fault: BodyFault | null, { body, told }: Print): string {
  if (body.text === "") return "the body is empty";
  const field = test.kind === "status" ? null : test.field;
  if (fault !== null) return unreadableInWords(field?.kind === "xml" ? "XML" : "JSON", fault, body, told);
  return field?.kind === "split" ? "the body has no such part" : "the body has no such field";
}

type PositiveTest = TestTrace["test"]["test"];
type Values = Extract<TestTrace["evidence"], { kind: "picked" }>["values"];

function notInBody(test: PositiveTest): string {
  if (test.kind !== "text") return "it is not in the body";
  const several = test.texts.length > 1;
  switch (test.how) {
    case "keyword":
      return several ? "the body contains none of these" : "the body does not contain it";
    case "word": {
      const contains = several ? "contains none of these" : "does not contain it";
      return `the body ${contains} as a word of its own`;
    }
    case "exact":
      return `the body as a whole is ${several ? "none of these" : "not that"}`;
  }
}

function valuesInWords(values: Values, body: string): string {
  const shown = values.slice(0, SHOWN_VALUES).map(({ text, start }) => {
    if (text !== null) return quoted(text);
    return body.charAt(start) === "[" ? "a list" : "an object";
  });
  const more = values.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** `FILE:LINE` of a rule. */
function placeOf(rule: Rule): string {
  return `${safe(rule.file.path)}:${lineOf(rule)}`;
}

/** The rule on one line, without the blanks that align it with its neighbours. */
export function textOf(rule: Rule, longest: number): string {
  const { text, span } = rule.statement.syntax;
  const written = text.slice(span.from, Math.min(span.to, span.from + 4 * longest));
  return oneLine(format(written).trimEnd(), longest);
}

function testText(rule: Rule, { test }: TestTrace): string {
  return oneLine(rule.statement.syntax.text.slice(test.span.from, test.span.to).slice(0, 240), 60);
}

/** Line ends become blanks; other white space may be inside a text and stays. */
function oneLine(text: string, longest: number): string {
  const characters = [...safe(text.replaceAll(/\s*[\r\n]\s*/g, " "))];
  return characters.length <= longest
    ? characters.join("")
    : `${characters.slice(0, longest - 2).join("")} …`;
}
