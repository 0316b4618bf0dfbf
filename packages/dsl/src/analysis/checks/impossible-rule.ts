import type { ImpossibleRule } from "../../findings/catalogue/impossible-rule.js";
import { shownSource } from "../../findings/quoted.js";
import type { Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { StatementSyntax } from "../../syntax/tree.js";
import { trimmed } from "../../text/trimmed.js";
import { checkOfMapping } from "../check-definition.js";
import { findingAt } from "../placing/placed-finding.js";
import { deleteRule } from "../suggested-statements/deleted-rule.js";
import { listTestsOf } from "../suggested-statements/listed-tests.js";
import { Trials } from "../suggested-statements/trials.js";

export const checkImpossibleRule = checkOfMapping(function* (analysed) {
  const trials = new Trials();
  for (const { rule, known } of analysed.remarkableRules()) {
    if (known.answer.kind !== "impossible") continue;
    const tests = testsOf(rule.model.condition);
    const contradictory = known.answer.tests.flatMap((place) => tests[place] ?? []);
    const parameters = reasonOf(contradictory, rule.statement.syntax);
    yield findingAt({ name: "impossible-rule", parameters }, rule, rule.model.condition.span, {
      fixesInFile: [...listTestsOf(rule, analysed, trials), deleteRule(rule, analysed.mapping.file)],
    });
  }
});

function reasonOf(tests: readonly Test[], { text }: StatementSyntax): ImpossibleRule {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined && !only.negated && only.test.kind === "text") {
    const spaced = only.test.texts.find((wanted) => trimmed(wanted.text) !== wanted.text);
    if (only.test.how === "exact" && spaced !== undefined) return { kind: "edge-space", text: spaced.text };
  }
  return { kind: "tests", tests: tests.map(({ span }) => shownSource(text.slice(span.from, span.to))) };
}
