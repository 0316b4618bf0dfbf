import type { Capture, CapturedPart, Rule, RuleTrace, TestTrace, Trace } from "@responses/dsl";
import {
  counted,
  type ExplainedBody,
  explainedBody,
  nearlyCaptured,
  oppositeAround,
  placeInWords,
  quoted,
  ruleOnOneLine,
  Subject,
  type ToldRule,
  toldRule,
  toldRules,
} from "@responses/dsl/editor";
import type { Style } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { excerpt } from "./excerpt.js";
import { placeOf } from "./statement-place.js";

/** Rules that would have held further down, shown at most: they only tell that order decides. */
const SHOWN_BELOW = 10;

/**
 * Why a response gets its verdict, as lines to print: rule by rule, which test failed and why, and where in the body a
 * text was found; and which of the captures nearly were there. Of a long mapping it shows the rules that tell something.
 */
export function* traceLines(trace: Trace, captures: readonly Capture[], page: Page): Generator<string> {
  const { style } = page;
  const subject = new Subject({ status: trace.status, body: trace.body });
  const print = printFor(subject, page);
  yield style.bold("Rule by rule:");
  for (const entry of toldRules(trace, subject, print.body)) {
    if (entry.kind === "rule") yield* toldLines(entry, print);
    else yield style.dim(`  … ${counted(entry.count, "more rule")} here that did not hold …`);
  }
  if (trace.decidedBy === null) yield trace.rules.length === 0 ? "  there is no rule" : "  no rule holds";
  yield* belowLines(trace.alsoHolding, print);
  yield* captureLines(trace.captures, print);
  yield* nearlyCapturedLines(trace, captures, print);
}

interface Print {
  readonly subject: Subject;
  readonly body: ExplainedBody;
  readonly style: Style;
  readonly width: number;
}

/** What rules that are shown for one response share. */
export function printFor(subject: Subject, { style, width }: Page): Print {
  return { subject, body: explainedBody(subject.body), style, width };
}

/** A rule, whether it holds, and what each of its tests met in the body. */
export function ruleLines(trace: RuleTrace, print: Print): Iterable<string> {
  return toldLines(toldRule(trace, print.subject, print.body), print);
}

function* toldLines(
  { trace: { rule, holds }, tests, nearly, unlabelled }: ToldRule,
  print: Print,
): Generator<string> {
  const { style } = print;
  const mark = holds ? style.green("✓") : style.red("✗");
  const written = textOf(rule, print.width - 4);
  yield `  ${mark} ${style.dim(placeOf(rule))}  ${holds ? style.bold(written) : written}`;
  if (rule.model.condition.kind === "otherwise") yield "      otherwise always holds";
  for (const { trace, text, met, place } of tests) {
    const name = text === null ? "" : `${trace.holds ? "holds" : "fails"}: ${shortened(text, 60)}: `;
    yield `      ${name}${met}`;
    if (place === null) continue;
    yield* excerptLines(place, print);
    yield* oppositeLines(rule, trace, print);
  }
  if (unlabelled !== null) yield `      ${unlabelled}`;
  if (nearly !== null) yield `      nearly: ${nearly}`;
}

/** That what a success found is part of a text that says the opposite. */
function* oppositeLines(
  rule: Rule,
  { test: { test, negated }, evidence }: TestTrace,
  { subject }: Print,
): Generator<string> {
  if (rule.model.outcome !== "success" || negated) return;
  if (evidence.kind !== "found" || test.kind !== "text") return;
  const phrase = oppositeAround(evidence.text.folded, evidence.place, subject.foldedBody);
  if (phrase === null) return;
  yield `      it is part of ${quoted(phrase)} there, which says the opposite; responses explain keyword-inside-word says what to write`;
}

function* excerptLines(
  place: { readonly start: number; readonly end: number },
  { subject: { body }, style }: Print,
): Generator<string> {
  if (body === "") return;
  const [line, marks] = excerpt(body, place);
  yield `        ${line}`;
  yield `        ${style.cyan(marks)}`;
}

function* belowLines(rules: readonly Rule[], { style, width }: Print): Generator<string> {
  if (rules.length === 0) return;
  yield "";
  yield style.bold("These hold, too, but are further down:");
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
    yield `    ${safe(part.name)}: ${quoted(part.text)} at ${placeInWords(print.body.text, part.start)}`;
    yield* excerptLines(part, print);
  }
}

function* nearlyCapturedLines(
  { verdict: { outcome } }: Trace,
  captures: readonly Capture[],
  { subject, body, style }: Print,
): Generator<string> {
  const nearly = nearlyCaptured(captures, outcome, subject, body);
  if (nearly.length === 0) return;
  yield "";
  yield style.bold("Not captured:");
  for (const { name, reason } of nearly) yield `    ${safe(name)}: ${reason}`;
}

/** The rule on one line, without the blanks that align it with its neighbours. */
export function textOf(rule: Rule, longest: number): string {
  return shortened(ruleOnOneLine(rule, 4 * longest, "formatted"), longest);
}

function shortened(text: string, longest: number): string {
  const characters = [...safe(text)];
  return characters.length <= longest
    ? characters.join("")
    : `${characters.slice(0, longest - 2).join("")} …`;
}
