import { type LocalFix, replaceWith } from "../../findings/finding.js";
import { writeName } from "../../syntax/text-literal.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { decidedBy } from "../facts/questions.js";
import { RELATED_LINE } from "../placing/unplaced-finding.js";

export const checkUnlabelledReject = checkOfRules(function* (rule, facts) {
  const { outcome, outcomeSpan, label } = rule.model;
  if (outcome !== "reject" || label.kind === "fixed") return;
  if (label.kind === "none") {
    const parameters = { kind: "no-label" } as const;
    yield { name: "unlabelled-reject", parameters, span: outcomeSpan, fixes: [...labelFromText(rule)] };
    return;
  }
  const without = facts.ask(decidedBy, rule).find(({ verdict }) => verdict.label === null)?.example;
  if (without === undefined) return;
  const parameters = { kind: "field-missing", example: RELATED_LINE } as const;
  const of = { model: without, nth: 0 };
  const related = { of, span: without.bodySpan, message: "the field is not in this body" };
  yield { name: "unlabelled-reject", parameters, span: label.span, related };
});

const LONGEST_LABEL = 40;

/** The one text that the rule looks for, as its label: where there is one, people mostly write just that. */
function* labelFromText({ model, syntax }: CheckedRule): Iterable<LocalFix> {
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
  const { to } = syntax.span;
  yield replaceWith({ from: to, to }, written, `Add${written}`, "suggested");
}
