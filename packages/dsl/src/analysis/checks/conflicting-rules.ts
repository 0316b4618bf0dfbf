import { subjectOf } from "../../bodies/example-subject.js";
import type { ConflictingRules } from "../../findings/catalogue/conflicting-rules.js";
import type { Witness } from "../../findings/finding.js";
import type { Subject } from "../../matching/subject.js";
import { showField } from "../../model/field.js";
import type { Rule } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { offerMove } from "../order/offered-move.js";
import { SaidOfRules } from "../order/said-already.js";
import { sharedExamples } from "../order/shared-examples.js";
import { verdictBy } from "../order/verdict-by.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { narrowRuleFor } from "../suggested-statements/narrowed-rule.js";
import { Trials } from "../suggested-statements/trials.js";

/** Two rules that hold for one response, and the response. */
interface Conflict {
  readonly upper: Rule;
  readonly lower: Rule;
  readonly response: ConflictingRules["response"];
  readonly witness: Witness;
  readonly subject: Subject;
}

/** Rules above that a finding names at most. */
const MOST_NAMED = 5;

export const checkConflictingRules = checkOfMapping(function* (analysed, found) {
  const { file, rules } = analysed.mapping;
  const said = new SaidOfRules(rules, found);
  const byLower = new Map<Rule, Conflict[]>();
  for (const conflict of [...listConflicts(analysed), ...exampleConflicts(analysed)]) {
    const { upper, lower } = conflict;
    const known = byLower.get(lower) ?? [];
    const isNamed = known.some((other) => other.upper === upper);
    if (isNamed || lower.file.path !== file.path || said.isSaidOfPair(upper, lower)) continue;
    byLower.set(lower, [...known, conflict]);
  }
  const [moves, narrowings] = [new Trials(), new Trials()];
  for (const [lower, [first, ...others]] of byLower) {
    if (first === undefined) continue;
    const { upper, response, witness, subject } = first;
    const { move, fixes } = offerMove(lower, upper, analysed, moves);
    const forLower = [...fixes, ...narrowRuleFor(lower, upper, analysed, narrowings)];
    const parameters = {
      line: linePlace(upper, file),
      upperVerdict: verdictBy(upper, subject),
      verdict: verdictBy(lower, subject),
      response,
      others: others.slice(0, MOST_NAMED).map((other) => linePlace(other.upper, file)),
      move,
    };
    yield findingAt({ name: "conflicting-rules", parameters }, lower, lower.model.condition.span, {
      related: [relatedPlace(upper, upper.model.condition.span, "this rule holds for it, too, and decides")],
      witness,
      // Where the examples say that the upper rule is right, the lower one can leave it what it takes anyway.
      fixesInFile: forLower.length > 0 ? forLower : narrowRuleFor(upper, lower, analysed, narrowings),
    });
  }
});

function* listConflicts({ mapping: { rules }, knowledge }: AnalysedMapping): Iterable<Conflict> {
  for (const { upper: above, lower: below, field, response } of knowledge.pairs.lists) {
    const [upper, lower] = [rules[above], rules[below]];
    if (upper === undefined || lower === undefined) continue;
    const { status, body, subject } = response;
    yield {
      upper,
      lower,
      response: { kind: "list", field: showField(field), status, body },
      witness: { status, body },
      subject,
    };
  }
}

function* exampleConflicts(analysed: AnalysedMapping): Iterable<Conflict> {
  for (const { upper, lower, example } of sharedExamples(analysed, analysed.knowledge.pairs.recorded)) {
    const { status, body } = example.model;
    yield {
      upper,
      lower,
      response: { kind: "example", line: linePlace(example, analysed.mapping.file) },
      witness: { status, body },
      subject: subjectOf(example.model),
    };
  }
}
