import { memoized } from "../../incremental/memoized.js";
import { type Field, lastNameOf } from "../../model/field.js";
import type { Condition, PositiveTest, RuleModel, Test } from "../../model/mapping.js";
import type { MappingText } from "../../model/mapping-text.js";
import type { RuleOrder } from "../../model/rule-order.js";
import { testsOf } from "../../model/rule-parts.js";
import {
  stretchesOf,
  type TextStretch,
  type TextTest,
  testedTexts,
  textSearchedAnywhere,
  unanchoredTextOf,
} from "../../model/tested-texts.js";
import { type Predicate, predicateOf } from "../../plan/predicate.js";
import { excludesOnOneText } from "../../plan/relations/predicate-relations.js";
import { isWithoutWildcards } from "../../plan/relations/text-relations.js";
import { isOfWords } from "../words/sentence-words.js";
import { isForSentences, roleOfName } from "../words/verdict-names.js";
import type { CheckedRule } from "./checked-rule.js";
import type { OccurrenceCollector, OccurrenceSearch, Occurrences } from "./occurrences.js";
import type { SearchedText } from "./searched-texts.js";

/**
 * A text of another rule that a keyword is a part of. A type, since an interface could have more keys than those by which
 * answers to a question are compared.
 */
export type ContainingText = {
  readonly text: RuleText;
  /** Which of the rules of equal text it is. */
  readonly nth: number;
};

/** What must stand in a response for a rule to hold: a text, or a pattern's part between asterisks. */
export interface RuleText {
  readonly rule: RuleModel;
  readonly textTest: TextTest;
  readonly text: MappingText;
  readonly part: TextStretch;
  readonly folded: string;
  /** Equal for texts whose rules give the same verdict. */
  readonly verdict: string;
}

/** How many texts are kept for one keyword: one that fits is enough to report. */
const MOST_KEPT = 16;

/** The folded texts of a rule that may stand anywhere. */
export function* unanchoredTextsOf(rule: RuleModel): Iterable<string> {
  for (const tested of testedTexts(rule)) {
    const unanchored = tested.test.negated ? null : unanchoredTextOf(tested);
    if (unanchored !== null) yield unanchored.folded;
  }
}

/** In which texts of rules keywords stand. */
export const TEXTS_OF_RULES: OccurrenceSearch<RuleModel, RuleText, ContainingTexts> = {
  haystacksOf: memoized(textsOf),
  collectorFor: (keyword) => new ContainingTexts(keyword),
};

function textsOf(rule: RuleModel): readonly RuleText[] {
  const verdict = verdictKey(rule);
  return testedTexts(rule).flatMap(({ test, textTest, text }) =>
    test.negated
      ? []
      : stretchesOf({ textTest, text }).map((part) => ({
          rule,
          textTest,
          text,
          part,
          folded: part.folded,
          verdict,
        })),
  );
}

/** The first texts that are longer than a keyword and hold it; of many for the same verdict a few are enough. */
export class ContainingTexts implements OccurrenceCollector<RuleText> {
  readonly texts: RuleText[] = [];
  isCut = false;
  readonly #keyword: string;

  constructor(keyword: string) {
    this.#keyword = keyword;
  }

  get isFull(): boolean {
    return this.texts.length >= MOST_KEPT;
  }

  add(text: RuleText): void {
    if (text.folded.length === this.#keyword.length) return;
    const alike = this.texts.filter(({ verdict }) => verdict === text.verdict).length;
    if (alike < MOST_KEPT / 4) this.texts.push(text);
    this.isCut ||= this.isFull || alike >= MOST_KEPT / 4;
  }
}

/**
 * The text of a rule with another verdict that a keyword is a part of, so that a response for that rule makes the keyword's
 * rule hold, too. Null where there is none that matters: the rules cannot both hold, the keyword's rule rules out the text,
 * the other rule stands above, as the particular reason should above the general one, or it is told of it that it never decides.
 */
export function textContaining(
  { rule, test, textTest, text }: SearchedText,
  order: RuleOrder,
  occurrences: Occurrences<RuleModel, ContainingTexts>,
  isToldUnreachable: (place: number) => boolean,
): ContainingText | null {
  const keyword = unanchoredTextOf({ textTest, text });
  if (keyword === null || test.negated) return null;
  const texts = occurrences.found.get(keyword.folded)?.texts ?? [];
  if (texts.length === 0) return null;
  const own = order.placeOf(rule.model, rule.nth) ?? 0;
  let first: ContainingText | null = null;
  let firstPlace = Infinity;
  for (const other of texts) {
    if (!matters({ rule, test, textTest }, other)) continue;
    const places = order.placesOf(other.rule);
    const nth = places.findIndex((place) => place > own && !isToldUnreachable(place));
    const place = places[nth] ?? Infinity;
    if (place >= firstPlace) continue;
    first = { text: other, nth };
    firstPlace = place;
  }
  return first;
}

function matters(
  { rule, test, textTest: { field } }: Omit<SearchedText, "text">,
  { rule: other, textTest, text: otherText, verdict, folded }: RuleText,
): boolean {
  if (verdictKey(rule.model) === verdict) return false;
  if (field !== null && field.key !== textTest.field?.key && !isSaidIn(field, textTest, otherText))
    return false;
  if (rulesOutText(rule, test, folded) || asksForMore(rule, test, otherText)) return false;
  return !cannotBothHold(rule.model.condition, other.condition);
}

/** Whether a text that a rule looks for anywhere in the body can stand in a field, as a part of a sentence. */
function isSaidIn(field: Field, textTest: TextTest, text: MappingText): boolean {
  if (textTest.field !== null || textSearchedAnywhere({ textTest, text }) === null) return false;
  return isForSentences(roleOfName(lastNameOf(field) ?? "")) && isOfWords(text.folded);
}

/** Whether the rule asks for something else in the body that is not in the other rule's text: then it is the particular one. */
function asksForMore({ model: { condition } }: CheckedRule, but: Test, { folded }: MappingText): boolean {
  return testsOf(condition).some(({ negated, test }) => {
    if (test === but.test || negated || test.kind === "status") return false;
    const isInText =
      test.kind === "text" && test.field === null && test.texts.some((text) => isFoundIn(text, folded));
    return !isInText;
  });
}

/** Whether another test of the rule says of a folded text that it is not to be there. */
export function rulesOutText({ model: { condition } }: CheckedRule, but: Test, folded: string): boolean {
  return testsOf(condition).some((other) => {
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
  return testsOf(a).some((one) => testsOf(b).some((other) => contradict(one, other)));
}

/** Compares one picked text at a time. Skips patterns: a finding about them could be wrong. */
function contradict(one: Test, other: Test): boolean {
  if (one.negated || other.negated) return false;
  const [a, b] = [predicateAskedBy(one.test), predicateAskedBy(other.test)];
  return asksForValues(a) && asksForValues(b) && excludesOnOneText(a, b);
}

const predicateAskedBy = memoized((test: PositiveTest): Predicate => predicateOf(test));

function asksForValues(predicate: Predicate): boolean {
  return predicate.kind === "status" || (predicate.kind === "text" && isWithoutWildcards(predicate));
}
