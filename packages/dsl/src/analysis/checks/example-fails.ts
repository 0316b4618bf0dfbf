import { subjectOf } from "../../bodies/example-subject.js";
import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import type { Difference, ExampleResult } from "../../examples/example-result.js";
import { evidenceInWords, explainedBody } from "../../explain/evidence-words.js";
import { writeExpectedVerdict } from "../../explain/expected-verdict.js";
import { missingCaptureInWords, missingLabelInWords, missingTextIn } from "../../explain/missing-text.js";
import { nearMissInWords } from "../../explain/near-miss-words.js";
import { nearRuleAboveDeciding } from "../../explain/near-rule.js";
import { ruleInQuestion } from "../../explain/rule-in-question.js";
import { onOneLine } from "../../explain/rule-text.js";
import { type TestTrace, traceTests } from "../../explain/trace.js";
import { listed } from "../../findings/counted.js";
import { quoted, shownSource } from "../../findings/quoted.js";
import { memoized } from "../../incremental/memoized.js";
import { type Verdict, writeVerdict } from "../../matching/verdict.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel, ExpectedVerdict, Mapping, Rule } from "../../model/mapping.js";
import { closest } from "../../text/similarity.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { type MovedRule, moveRuleAbove } from "../suggested-statements/moved-rule.js";

export const checkExampleFails = checkOfMapping(function* (analysed) {
  const captures = analysed.mapping.captures.map(({ model }) => model.name);
  const moves = new TriedMoves(analysed);
  for (const result of analysed.run.results) {
    const { example, verdict, decidedBy, difference } = result;
    if (difference === null) continue;
    const meant = moves.meantFor(result);
    const parameters = {
      expected: writeExpectedVerdict(example.model.verdict),
      actual: writeVerdict(verdict),
      because: reasonFor(result, analysed, meant),
      meantLabel: meantLabel(example.model.verdict, verdict),
      capture:
        difference.kind === "capture" ? withName(difference, captures, whyMissing(result, analysed)) : null,
    };
    const related = [
      ...(decidedBy === null ? [] : [wholeRule(decidedBy, "this rule decided")]),
      ...(meant === null ? [] : [wholeRule(meant.rule, "this rule would give the stated verdict")]),
    ];
    const fixesInFile = meant?.move.kind === "possible" ? [meant.move.fix] : [];
    const extras = { related, fixesInFile };
    yield findingAt({ name: "example-fails", parameters }, example, example.model.verdictSpan, extras);
  }
});

/** The label that an example gets, where it is hardly written otherwise than the one that it states. */
function meantLabel(stated: ExpectedVerdict, given: Verdict): string | null {
  if (stated.outcome === "unmapped" || stated.outcome !== given.outcome) return null;
  if (stated.label === null || given.label === null) return null;
  return stated.label === given.label ? null : closest(stated.label, [given.label]);
}

function wholeRule(rule: Rule, message: string) {
  return relatedPlace(rule, rule.statement.syntax.span, message);
}

/** A rule below the deciding one that would give the verdict that an example states, and what comes of moving it up. */
interface MeantRule {
  readonly rule: Rule;
  readonly move: MovedRule;
}

/** Rules below that are tried for one example at most: each is run on all examples that it holds for. */
const MOST_TRIED = 5;

/** The moves that were tried: many examples can fail for one and the same reason. */
class TriedMoves {
  readonly #analysed: AnalysedMapping;
  readonly #tried = new Map<Rule, Map<Rule, MovedRule>>();

  constructor(analysed: AnalysedMapping) {
    this.#analysed = analysed;
  }

  /** The first of the rules meant that can be moved, or the first of them all. */
  meantFor(result: ExampleResult): MeantRule | null {
    const { decidedBy } = result;
    if (decidedBy === null) return null;
    let first: MeantRule | null = null;
    for (const rule of this.#analysed.meantBelow(result).slice(0, MOST_TRIED)) {
      const meant = { rule, move: this.#moveAbove(rule, decidedBy) };
      if (meant.move.kind === "possible") return meant;
      first ??= meant;
    }
    return first;
  }

  #moveAbove(rule: Rule, other: Rule): MovedRule {
    const above = this.#tried.get(other) ?? new Map<Rule, MovedRule>();
    const move = above.get(rule) ?? moveRuleAbove(rule, other, this.#analysed);
    this.#tried.set(other, above.set(rule, move));
    return move;
  }
}

type CaptureDiffers = Extract<Difference, { kind: "capture" }>;

function withName(difference: CaptureDiffers, captures: readonly string[], why: string | null) {
  const isKnown = captures.includes(difference.name);
  return { ...difference, isKnown, meant: isKnown ? null : closest(difference.name, captures), why };
}

/** Why a capture is not there that an example states. */
function whyMissing(
  { example, verdict, difference }: ExampleResult,
  { mapping }: AnalysedMapping,
): string | null {
  if (difference?.kind !== "capture" || difference.actual !== null) return null;
  return missingCaptureInWords(difference.name, mapping, verdict.outcome, missingFor(example.model));
}

/** Why fields have no text in an example: worked out once, also through edits of others. */
const missingFor = memoized((example: ExampleModel) => {
  const subject = subjectOf(example);
  return memoized((field: Field) => missingTextIn(subject, explainedBody(subject.body))(field));
});

/** Why an example gets its verdict, as a sentence, and which rule would give the other, or nearly did. */
function reasonFor(result: ExampleResult, analysed: AnalysedMapping, meant: MeantRule | null): string {
  const { example, decidedBy } = result;
  const other = meant === null ? nearlyGiven(result, analysed) : givenBelow(meant, result);
  const outcome = analysed.outcomeOf(example.model);
  if (decidedBy === null || outcome === null) return `no rule holds for this response${other}`;
  return `the rule in ${linePlace(decidedBy, example.file)} decided${foundBy(outcome)}${withoutLabel(result)}${other}`;
}

/** That the label which is expected is missing since the rule's field is. */
function withoutLabel({ example, verdict, decidedBy }: ExampleResult): string {
  if (decidedBy === null || example.model.verdict.outcome !== verdict.outcome) return "";
  const missing = missingLabelInWords(decidedBy.model, missingFor(example.model));
  return missing === null ? "" : `; ${missing}`;
}

function nearlyGiven(result: ExampleResult, { mapping }: AnalysedMapping): string {
  const { example } = result;
  const near = nearRuleAboveDeciding(result, mapping);
  if (near === null) return notGiven(result, mapping);
  const { body } = subjectOf(example.model);
  return `; the rule in ${linePlace(near.rule, example.file)} nearly holds: ${nearMissInWords(near.miss, body)}`;
}

/** Why no rule gives the verdict, where one at most could. */
function notGiven(result: ExampleResult, mapping: Mapping): string {
  const { example } = result;
  const asked = ruleInQuestion(result, mapping);
  switch (asked?.kind) {
    case undefined:
      return "";
    case "none":
      return `; there is no rule that gives ${writeExpectedVerdict(example.model.verdict)}`;
    case "single": {
      const { rule, failing } = asked;
      const { from, to } = failing.test.span;
      const test = shownSource(onOneLine(rule.statement.syntax.text.slice(from, to)));
      return `; the rule in ${linePlace(rule, example.file)} would give the stated verdict, but its ${test} does not hold: ${evidenceFor(example.model)(failing)}`;
    }
  }
}

/** What a test met in an example: worked out once, also through edits of others. */
const evidenceFor = memoized((example: ExampleModel) =>
  memoized((failing: TestTrace): string => {
    const { body } = subjectOf(example);
    return evidenceInWords(failing, explainedBody(body));
  }),
);

function givenBelow({ rule, move }: MeantRule, { example }: ExampleResult): string {
  const given = `; the rule in ${linePlace(rule, example.file)} would give the stated verdict, but is further down`;
  switch (move.kind) {
    case "possible":
      return `${given}: move it up`;
    case "harmful":
      return `${given}, and further up it would take the example in ${linePlace(move.example, example.file)}, too`;
    case "takes-all":
    case "past-include":
      return given;
  }
}

/** Texts at most that are told of those by which a rule decided. */
const MOST_FOUND = 3;

/** What the deciding rule's text tests met; nothing where it has none. */
const foundBy = memoized(({ example, decidedBy }: ExampleOutcome): string => {
  const subject = subjectOf(example);
  const found =
    decidedBy === null
      ? []
      : traceTests(decidedBy, subject).flatMap(({ evidence, test }) =>
          evidence.kind === "found" && !test.negated
            ? [
                `${quoted(subject.body.slice(evidence.place.start, evidence.place.end))} at character ${evidence.place.start + 1}`,
              ]
            : [],
        );
  return found.length === 0 ? "" : `, since it found ${listed(found.slice(0, MOST_FOUND))} of the body`;
});
