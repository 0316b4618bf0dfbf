import type { Subject } from "../matching/subject.js";
import type { TextRange } from "../runtime/text-matching.js";
import { type ExplainedBody, evidenceInWords } from "./evidence-words.js";
import { missingLabelInWords, missingTextIn } from "./missing-text.js";
import { nearMissOf } from "./near-miss.js";
import { nearMissInWords } from "./near-miss-words.js";
import { onOneLine } from "./rule-text.js";
import type { RuleTrace, TestTrace, Trace } from "./trace.js";

/** What is told of a test that was tried. */
export interface ToldTest {
  readonly trace: TestTrace;
  /** The test as it is written, on one line; null where the rule has no other. */
  readonly text: string | null;
  /** What it met, as a clause. */
  readonly met: string;
  /** The place in the body of what it met; null where it met nothing in one place. */
  readonly place: TextRange | null;
}

/** What is told of a rule that was tried. */
export interface ToldRule {
  readonly kind: "rule";
  readonly trace: RuleTrace;
  readonly tests: readonly ToldTest[];
  /** Of a rule that holds: why its label is not what its field picks, as a clause; null where it is, or is fixed. */
  readonly unlabelled: string | null;
  /** By how little it misses the response, as a clause; null where it holds, or misses by more. */
  readonly nearly: string | null;
}

/** A rule, or how many rules are left out in its place: none of them holds. */
export type ToldEntry = ToldRule | { readonly kind: "left-out"; readonly count: number };

/** Rules that did not hold, told of at most: about a screen of them. */
const MOST_RULES = 20;
/** Of these the ones directly before the decision; the others are those that came nearest to holding. */
const MOST_LAST_RULES = 5;

/** The rules that were tried, in their order; of a long mapping those that tell something. */
export function* toldRules(trace: Trace, subject: Subject, body: ExplainedBody): Generator<ToldEntry> {
  const shown = rulesToTell(trace);
  let count = 0;
  for (const [index, rule] of trace.rules.entries()) {
    if (!shown.has(index)) {
      count += 1;
      continue;
    }
    if (count > 0) yield { kind: "left-out", count };
    count = 0;
    yield toldRule(rule, subject, body);
  }
  if (count > 0) yield { kind: "left-out", count };
}

/** The deciding rule; all others of a short mapping; else those of which a test held, and the last ones. */
function rulesToTell({ rules }: Trace): ReadonlySet<number> {
  const shown = new Set<number>();
  const failed = rules.flatMap(({ holds }, index) => (holds ? [] : [index]));
  if (rules.at(-1)?.holds === true) shown.add(rules.length - 1);
  for (const index of failed.length <= MOST_RULES ? failed : failed.slice(-MOST_LAST_RULES)) shown.add(index);
  if (failed.length <= MOST_RULES) return shown;
  const nearly = failed.filter((index) => rules[index]?.tests[0]?.holds === true && !shown.has(index));
  for (const index of nearly.slice(-(MOST_RULES - MOST_LAST_RULES))) shown.add(index);
  return shown;
}

/** A rule, and what each of its tests met in the body. */
export function toldRule(trace: RuleTrace, subject: Subject, body: ExplainedBody): ToldRule {
  const { rule, holds, tests } = trace;
  const { condition } = rule.model;
  const isSingle = condition.kind === "tests" && condition.tests.length === 1;
  const miss = holds ? null : nearMissOf(rule, subject);
  // That the rule would hold with another path says more than that the path is there.
  const near = miss?.kind === "path" ? "without-near" : "with-near";
  const told = tests.map((test): ToldTest => {
    const { span } = test.test;
    const { evidence } = test;
    return {
      trace: test,
      text: isSingle ? null : onOneLine(rule.statement.syntax.text.slice(span.from, span.to).slice(0, 240)),
      met: evidenceInWords(test, body, near),
      place: evidence.kind === "found" || evidence.kind === "number" ? evidence.place : null,
    };
  });
  return {
    kind: "rule",
    trace,
    tests: told,
    unlabelled: holds ? missingLabelInWords(rule.model, missingTextIn(subject, body)) : null,
    nearly: miss === null ? null : nearMissInWords(miss, subject.body),
  };
}
