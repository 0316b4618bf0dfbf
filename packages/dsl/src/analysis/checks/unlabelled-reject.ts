import { ownRules } from "../../examples/coverage.js";
import { type LocalFix, replaceWith } from "../../findings/finding.js";
import type { Rule } from "../../model/mapping.js";
import { writeName } from "../../syntax/text-literal.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { linePlace } from "../rule-place.js";

export const checkUnlabelledReject: Check = function* (analysed) {
  for (const rule of ownRules(analysed.mapping)) {
    const { outcome, outcomeSpan, label } = rule.model;
    if (outcome !== "reject" || label.kind === "fixed") continue;
    if (label.kind === "none") {
      const parameters = { kind: "no-label" } as const;
      const fixes = [...labelFromText(rule)];
      yield findingAt({ name: "unlabelled-reject", parameters }, rule, outcomeSpan, { fixes });
      continue;
    }
    const without = analysed.decidedBy(rule).find(({ verdict }) => verdict.label === null)?.example;
    if (without === undefined) continue;
    const parameters = { kind: "field-missing", example: linePlace(without, rule.file) } as const;
    const related = [relatedPlace(without, without.model.bodySpan, "the field is not in this body")];
    yield findingAt({ name: "unlabelled-reject", parameters }, rule, label.span, { related });
  }
};

const LONGEST_LABEL = 40;

/** The one text that the rule looks for, as its label: where there is one, people mostly write just that. */
function* labelFromText({ model, statement }: Rule): Iterable<LocalFix> {
  const { condition } = model;
  if (condition.kind === "otherwise") return;
  const texts = condition.tests.flatMap(({ negated, test }) =>
    negated || test.kind !== "text" ? [] : test.texts,
  );
  const [first, ...others] = texts;
  if (first === undefined || others.length > 0) return;
  const [piece, ...otherPieces] = first.pieces.map((part) => part.trim()).filter((part) => part !== "");
  if (piece === undefined || otherPieces.length > 0 || piece.length > LONGEST_LABEL) return;
  if (![...piece].some((character) => isWordCharacter(character.codePointAt(0) ?? 0))) return;
  const written = ` as ${writeName(piece)}`;
  const { to } = statement.syntax.span;
  yield replaceWith({ from: to, to }, written, `Add${written}`, "suggested");
}
