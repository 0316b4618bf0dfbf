import type { BodyField } from "../../bodies/body-fields.js";
import { readExample } from "../../bodies/read-example.js";
import { type LocalFix, replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { writeName, writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";
import type { LocalSpan } from "../../text/span.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { decidedBy, partsNamed } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { RELATED_LINE } from "../placing/unplaced-finding.js";
import { roleOfName } from "../words/verdict-names.js";

export const checkUnlabelledReject = checkOfRules(function* (rule, facts) {
  const { outcome, outcomeSpan, label } = rule.model;
  if (outcome !== "reject" || label.kind === "fixed") return;
  if (label.kind === "none") {
    const parameters = { kind: "no-label" } as const;
    yield {
      name: "unlabelled-reject",
      parameters,
      span: outcomeSpan,
      fixes: labelsFor(rule, facts),
    };
    return;
  }
  if (label.fallback !== null) return;
  const decided = facts.ask(decidedBy, rule);
  if (decided.length === 0 && !asksFor(label.field, rule.model)) {
    const parameters = { kind: "field-unseen" } as const;
    yield { name: "unlabelled-reject", parameters, span: label.span, fixes: [addFallback(label.span)] };
    return;
  }
  const without = decided.find(({ verdict }) => verdict.label === null)?.example;
  if (without === undefined) return;
  const parameters = { kind: "field-missing", example: RELATED_LINE } as const;
  const of = { model: without, nth: 0 };
  const related = { of, span: without.bodySpan, message: "the field is not in this body" };
  yield { name: "unlabelled-reject", parameters, span: label.span, related };
});

/** Whether the rule only holds where the field is there. */
function asksFor({ key }: Field, { condition }: RuleModel): boolean {
  return (
    condition.kind === "tests" &&
    condition.tests.some(
      ({ negated, test }) =>
        !negated && (test.kind === "text" || test.kind === "number") && test.field?.key === key,
    )
  );
}

function addFallback({ to }: LocalSpan): LocalFix {
  const label = writeString(["No reason given"]);
  return replaceWith({ from: to, to }, ` or ${label}`, `Add or ${label}`, "suggested");
}

const LONGEST_LABEL = 40;

/** Examples looked at, at most: what says the reason in these does so in the others. */
const MOST_EXAMPLES = 8;

/** The labels that fit. Where the text is a part of the reason, it is the stable part; else the reason says more. */
function labelsFor(rule: CheckedRule, facts: RuleFacts): readonly LocalFix[] {
  const text = textOf(rule, facts);
  const reason = reasonFor(rule, facts);
  const isPart = text !== null && reason !== null && foldText(reason.text).includes(foldText(text));
  const labels = [...(text === null ? [] : [writeName(text)]), ...(reason === null ? [] : [reason.written])];
  return (isPart ? labels : labels.reverse()).map((label) => addLabel(rule, label));
}

/** The first field that says in words why, by its name, in every example that the rule decides. */
function reasonFor(rule: CheckedRule, facts: RuleFacts): BodyField | null {
  const [first, ...others] = facts
    .ask(decidedBy, rule)
    .slice(0, MOST_EXAMPLES)
    .map(({ example }) => reasonsIn(example));
  const isInAll = ({ written }: BodyField) =>
    others.every((reasons) => reasons.some((reason) => reason.written === written));
  return first?.find(isInAll) ?? null;
}

/** The fields of an example that say in words what went wrong, those named for a reason first. Of several texts of one field the first need not be it. */
const reasonsIn = memoized((example: ExampleModel): readonly BodyField[] => {
  const fields = (readExample(example)?.fields ?? []).filter(
    ({ field }) => field.name !== null && hasLetter(field.text),
  );
  const reasons = (["error", "message"] as const).flatMap((role) =>
    fields.flatMap(({ field }) => (roleOfName(field.name ?? "") === role ? [field] : [])),
  );
  const texts = new Map<string, string>();
  const several = new Set<string>();
  for (const { written, text } of reasons) {
    if ((texts.get(written) ?? text) !== text) several.add(written);
    texts.set(written, text);
  }
  return reasons.filter(({ written }) => !several.has(written));
});

function hasLetter(text: string): boolean {
  return /[^0-9\s.,:;+\-_/#]/.test(text);
}

function addLabel({ syntax }: CheckedRule, label: string): LocalFix {
  const { to } = syntax.span;
  return replaceWith({ from: to, to }, ` as ${label}`, `Add as ${shownSource(label)}`, "suggested");
}

/** Values that say no and not why. */
const SAYS_NO_REASON = /^(?:true|false|yes|no|ok|[0-9.,+-]+)$/i;

/**
 * The one text that the rule looks for, as its label: where there is one, people mostly write just that. A field's name or
 * a bare value is no reason.
 */
function textOf({ model: { condition } }: CheckedRule, facts: RuleFacts): string | null {
  if (condition.kind === "otherwise") return null;
  const texts = condition.tests.flatMap(({ negated, test }) =>
    negated || test.kind !== "text" ? [] : test.texts,
  );
  const [first, ...others] = texts;
  if (first === undefined || others.length > 0) return null;
  const [piece, ...otherPieces] = first.pieces.map((part) => part.trim()).filter((part) => part !== "");
  if (piece === undefined || otherPieces.length > 0 || piece.length > LONGEST_LABEL) return null;
  if (![...piece].some((character) => isWordCharacter(character.codePointAt(0) ?? 0))) return null;
  return SAYS_NO_REASON.test(piece) || facts.ask(partsNamed, piece).length > 0 ? null : piece;
}
