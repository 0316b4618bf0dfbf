import {
  type CapturedPart,
  type Rule,
  type RuleTrace,
  SourceText,
  type TestTrace,
  type Trace,
} from "@responses/dsl";
import {
  counted,
  type ExplainedBody,
  evidenceInWords,
  nearMissInWords,
  nearMissOf,
  onOneLine,
  oppositeAround,
  placeInWords,
  quoted,
  ruleOnOneLine,
  Subject,
} from "@responses/dsl/editor";
import type { Style } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { excerpt } from "./excerpt.js";
import { placeOf } from "./statement-place.js";

/** Rules that did not hold, shown at most: about a screen of them. */
const SHOWN_RULES = 20;
/** Of these the ones directly before the decision; the others are those that came nearest to holding. */
const SHOWN_LAST_RULES = 5;
/** Rules that would have held further down, shown at most: they only tell that order decides. */
const SHOWN_BELOW = 10;

/**
 * Why a response gets its verdict, as lines to print: rule by rule, which test failed and why, and where in the body a
 * text was found. Of a long mapping it shows the rules that tell something.
 */
export function* traceLines(trace: Trace, page: Page): Generator<string> {
  const { style } = page;
  const subject = new Subject({ status: trace.status, body: trace.body });
  const print = printFor(subject, page);
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
  readonly body: ExplainedBody;
  readonly style: Style;
  readonly width: number;
}

/** What rules that are shown for one response share. */
export function printFor(subject: Subject, { style, width }: Page): Print {
  return { subject, body: { text: new SourceText(subject.body), told: new Set() }, style, width };
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
    const sentence = evidenceInWords(trace, print.body);
    const name = single ? "" : `${trace.holds ? "holds" : "fails"}: ${testText(rule, trace)}: `;
    yield `      ${name}${sentence}`;
    const { evidence } = trace;
    if (evidence.kind !== "found" && evidence.kind !== "number") continue;
    yield* excerptLines(evidence.place, print);
    yield* oppositeLines(rule, trace, print);
  }
  const miss = holds ? null : nearMissOf(rule, print.subject);
  if (miss !== null) yield `      nearly: ${nearMissInWords(miss, print.subject.body)}`;
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

/** The rule on one line, without the blanks that align it with its neighbours. */
export function textOf(rule: Rule, longest: number): string {
  return shortened(ruleOnOneLine(rule, 4 * longest, "formatted"), longest);
}

function testText(rule: Rule, { test }: TestTrace): string {
  return shortened(
    onOneLine(rule.statement.syntax.text.slice(test.span.from, test.span.to).slice(0, 240)),
    60,
  );
}

function shortened(text: string, longest: number): string {
  const characters = [...safe(text)];
  return characters.length <= longest
    ? characters.join("")
    : `${characters.slice(0, longest - 2).join("")} …`;
}
