import { createTextIndex } from "../matching/text-index.js";
import type { Condition, Mapping, MappingText, Rule, RuleModel, Test } from "../model/mapping.js";
import { findText } from "../runtime/text-matching.js";
import { type LooseText, looseTextOf, ownSoughtTexts, type SoughtText, soughtTexts } from "./sought-texts.js";

/** A text of another rule that a keyword is a part of. */
export interface ContainingText {
  readonly sought: SoughtText;
  /** The text, or the part of a pattern, that holds the keyword. */
  readonly part: LooseText;
  /** Whether that rule stands above the keyword's own. */
  readonly above: boolean;
}

/** How many texts are kept for one keyword: one that fits is enough to report. */
const MOST_KEPT = 16;

interface PlacedText {
  readonly sought: SoughtText;
  readonly part: LooseText;
  /** Equal for texts whose rules give the same verdict. */
  readonly verdict: string;
}

/**
 * For the keywords of the mapping's own rules: the text of a rule with another verdict that a keyword is a part of, so
 * that a response for that rule makes the keyword's rule hold, too. Null where there is none that matters: the rules
 * cannot both hold, the keyword's rule excludes the text, or the other rule stands above, as the particular reason
 * should above the general one. A success is reported even then: nothing but the order keeps it right.
 */
export function containingTexts(
  mapping: Mapping,
): (sought: SoughtText, keyword: LooseText) => ContainingText | null {
  const holders = findHolders(mapping);
  const order = new Map(mapping.rules.map((rule, place) => [rule, place]));
  const placeOf = (rule: Rule) => order.get(rule) ?? 0;
  return (sought, keyword) => {
    if (sought.test.negated) return null;
    for (const { sought: other, part } of holders.get(keyword.folded) ?? []) {
      const above = placeOf(other.rule) < placeOf(sought.rule);
      if (matters(sought, other, part, above)) return { sought: other, part, above };
    }
    return null;
  };
}

function findHolders(mapping: Mapping): ReadonlyMap<string, readonly PlacedText[]> {
  const holders = new Map<string, PlacedText[]>();
  for (const sought of ownSoughtTexts(mapping)) {
    const loose = looseTextOf(sought);
    if (loose !== null && !sought.test.negated) holders.set(loose.folded, []);
  }
  const index = createTextIndex(Array.from(holders.keys(), (text) => ({ text, value: text })));
  for (const sought of soughtTexts(mapping.rules)) {
    if (sought.test.negated) continue;
    const verdict = verdictKey(sought.rule.model);
    for (const part of partsOf(sought)) {
      for (const keyword of new Set(index.candidates([part.folded]))) {
        const known = holders.get(keyword);
        if (known === undefined || keyword.length >= part.folded.length || hasEnough(known, verdict))
          continue;
        if (findText(part.folded, keyword, 0) >= 0) known.push({ sought, part, verdict });
      }
    }
  }
  return holders;
}

/** Of many texts for the same verdict a few are enough; what is not kept need not be looked for, either. */
function hasEnough(known: readonly PlacedText[], verdict: string): boolean {
  if (known.length >= MOST_KEPT) return true;
  return known.filter((other) => other.verdict === verdict).length >= MOST_KEPT / 4;
}

/** What must stand in a response for the text to be found: of a pattern its parts between the asterisks. */
function partsOf({ textTest, text }: SoughtText): readonly LooseText[] {
  if (textTest.how !== "exact") return [text];
  return text.pieces.map((piece, number) => ({ text: piece, folded: text.foldedPieces[number] ?? "" }));
}

function matters(keyword: SoughtText, other: SoughtText, part: LooseText, above: boolean): boolean {
  if (verdictKey(keyword.rule.model) === verdictKey(other.rule.model)) return false;
  const { field } = keyword.textTest;
  if (field !== null && field.key !== other.textTest.field?.key) return false;
  if (excludes(keyword.rule, keyword.test, part.folded)) return false;
  if (cannotBothHold(keyword.rule.model.condition, other.rule.model.condition)) return false;
  return keyword.rule.model.outcome === "success" || !above;
}

/** Whether another test of the rule says of a folded text that it is not to be there. */
export function excludes(rule: Rule, but: Test, folded: string): boolean {
  const { condition } = rule.model;
  if (condition.kind === "otherwise") return false;
  return condition.tests.some((other) => {
    const { negated, test } = other;
    if (other === but || !negated || test.kind !== "text") return false;
    return test.texts.some((text) => isFoundIn(text, folded));
  });
}

function isFoundIn(text: MappingText, folded: string): boolean {
  return text.foldedPieces.every((piece) => folded.includes(piece));
}

/** Equal for rules that give the same verdict. */
function verdictKey({ outcome, label }: RuleModel): string {
  switch (label.kind) {
    case "none":
      return outcome;
    case "fixed":
      return `${outcome} fixed ${label.text}`;
    case "field":
      return `${outcome} field ${label.field.key} ${label.fallback ?? ""}`;
  }
}

/** Whether the conditions ask for different statuses, or for different values of one field. */
function cannotBothHold(a: Condition, b: Condition): boolean {
  if (a.kind === "otherwise" || b.kind === "otherwise") return false;
  return a.tests.some((one) => b.tests.some((other) => contradict(one, other)));
}

function contradict(one: Test, other: Test): boolean {
  if (one.negated || other.negated) return false;
  const [a, b] = [one.test, other.test];
  if (a.kind === "status" && b.kind === "status") {
    return !a.ranges.some((range) =>
      b.ranges.some(({ first, last }) => first <= range.last && range.first <= last),
    );
  }
  if (a.kind !== "text" || b.kind !== "text" || a.how !== "exact" || b.how !== "exact") return false;
  if (a.field?.key !== b.field?.key) return false;
  const texts = [...a.texts, ...b.texts];
  if (texts.some(({ pieces }) => pieces.length > 1)) return false;
  const wanted = new Set(a.texts.map(({ folded }) => folded));
  return !b.texts.some(({ folded }) => wanted.has(folded));
}
