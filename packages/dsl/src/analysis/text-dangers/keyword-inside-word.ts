import type { BetterTest, KeywordHolder } from "../../findings/catalogue/keyword-inside-word.js";
import { type LocalFix, replaceWith, type Witness } from "../../findings/finding.js";
import { quoted, shownSource } from "../../findings/quoted.js";
import { addAll } from "../../incremental/long-lists.js";
import { Subject } from "../../matching/subject.js";
import { writeVerdict } from "../../matching/verdict.js";
import { type TextStretch, textSearchedAnywhere, unanchoredTextOf } from "../../model/tested-texts.js";
import { findWord } from "../../runtime/text-matching.js";
import { writeString } from "../../syntax/text-literal.js";
import { isSearchWord } from "../../syntax/vocabulary.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { othersHold } from "../facts/checked-rule.js";
import type { ContainingText } from "../facts/containing-texts.js";
import { oppositesLeft } from "../facts/opposites-left.js";
import { containingText, examplesOf } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText, writtenField } from "../facts/searched-texts.js";
import {
  RELATED_LINE,
  type RelatedStatement,
  type Unplaced,
  type UnplacedFinding,
} from "../placing/unplaced-finding.js";
import { fieldTestForText } from "../suggested-tests/field-test.js";
import { firstFitting, firstMeeting, requirementsFor } from "../suggested-tests/replaced-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { wholeBodyTest } from "../suggested-tests/whole-body-test.js";
import { responsesSaying } from "../witnesses/responses-saying.js";

/** A text that is also part of its opposite, or of a text by which another rule gives another verdict. */
export function keywordInsideWord(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const keyword = textSearchedAnywhere(searched);
  if (keyword === null) return null;
  const opposites = oppositesLeft(facts, searched, keyword);
  const other = unanchoredTextOf(searched) === null ? null : facts.ask(containingText, searched);
  const [opposite] = opposites;
  if (opposite !== undefined)
    return report(facts, searched, keyword, { kind: "opposite", text: opposite }, opposites, other);
  return other === null ? null : report(facts, searched, keyword, holderFor(other), [], other);
}

/** The line of the other rule is still open. */
type UnplacedHolder = Unplaced<KeywordHolder> & { readonly text: string };

function holderFor({ text: { rule, part } }: ContainingText): UnplacedHolder {
  const { outcome, label } = rule;
  const verdict = writeVerdict({ outcome, label: label.kind === "fixed" ? label.text : null });
  return { kind: "rule", text: part.text, place: RELATED_LINE, verdict };
}

function report(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: TextStretch,
  holder: UnplacedHolder,
  opposites: readonly string[],
  other: ContainingText | null,
): UnplacedFinding {
  const { test, text } = searched;
  const whole = wholeTest(facts, searched, keyword);
  const asWord = wordTest(facts, searched, keyword, holder, opposites);
  const written = [whole, asWord].flatMap((option) => option ?? []);
  const fixes = written.map((option) => suggestTest(test.span, option));
  if (holder.kind === "rule" && other !== null) addAll(fixes, exclusion(facts, searched, other));
  const parameters = { keyword: keyword.text, holder, better: betterOf(keyword, whole, asWord) };
  const related = other === null ? null : relatedTo(other, keyword);
  const witness = witnessFor(facts, searched, keyword, holder.text);
  return { name: "keyword-inside-word", parameters, span: text.span, related, fixes, witness };
}

function relatedTo({ text, nth }: ContainingText, keyword: TextStretch): RelatedStatement {
  const message = `the text that ${quoted(keyword.text)} is a part of`;
  return { of: { model: text.rule, nth }, span: text.text.span, message };
}

function betterOf(keyword: TextStretch, whole: string | null, asWord: string | null): BetterTest {
  if (whole !== null) return { kind: "test", written: shownSource(whole) };
  if (asWord === null) return { kind: "unknown" };
  const isBare = asWord === `word ${writeString([keyword.text])}`;
  return isBare ? { kind: "word" } : { kind: "test", written: shownSource(asWord) };
}

/** A test that compares a whole text: of a field that says it, of the field that is tested already, or of the body. */
function wholeTest(facts: RuleFacts, searched: SearchedText, keyword: TextStretch): string | null {
  const { rule, test, textTest } = searched;
  const isOne = textTest.texts.length === 1 && !test.negated;
  if (textTest.field !== null) {
    if (!isOne || keyword.text.trim() !== keyword.text) return null;
    return firstFitting(facts, rule, test, [`${writtenField(searched)}exact ${writeString([keyword.text])}`]);
  }
  const whole = rule.model.outcome === "success" ? wholeBodyTest(facts, searched, keyword) : null;
  return whole ?? (isOne ? fieldTest(facts, searched, keyword) : null);
}

function fieldTest(facts: RuleFacts, searched: SearchedText, keyword: TextStretch): string | null {
  const { rule, test } = searched;
  return successTestFor(facts, rule, test, { isSure: true }) ?? fieldTestForText(facts, searched, keyword);
}

/** The keyword as a word, what holds it as a word excluded, if the examples allow it. */
function wordTest(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: TextStretch,
  holder: UnplacedHolder,
  opposites: readonly string[],
): string | null {
  const { rule, test, textTest } = searched;
  const isOne = textTest.texts.length === 1;
  if (!canBeRewritten(textTest) || (!isSearchWord(textTest.how) && !isOne)) return null;
  const texts = isOne ? [keyword] : textTest.texts;
  const excluded = [...opposites, holder.text].filter((text) => isWordIn(keyword, text));
  // Without a response nobody knows whether the word is a value, a name or a part of a sentence.
  if (rule.model.outcome === "success" && textTest.field === null && facts.ask(examplesOf).length === 0)
    return null;
  const isCured = excluded.length === 0 || test.negated;
  if (!isCured && (!isOne || holder.kind === "rule")) return null;
  const field = writtenField(searched);
  const not = test.negated ? "not " : "";
  const word = `${not}${field}word ${texts.map(({ text }) => writeString([text])).join(", ")}`;
  const written = isCured ? word : `${word} and not ${field}keyword ${listed(excluded)}`;
  return firstFitting(facts, rule, test, [written]);
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].map((text) => writeString([text])).join(", ");
}

function isWordIn(keyword: TextStretch, text: string): boolean {
  return findWord(foldText(text), keyword.folded, isWordCharacter) >= 0;
}

/** One more test that leaves the text to the other rule, unless the rule is right about an example that holds it. */
function* exclusion(
  facts: RuleFacts,
  searched: SearchedText,
  { text: { part } }: ContainingText,
): Iterable<LocalFix> {
  const { rule, test, textTest } = searched;
  const added = `not ${writtenField(searched)}keyword ${writeString([part.text])}`;
  const requirements = requirementsFor(facts, rule, test);
  if (requirements === null || firstMeeting({ ...requirements, wrong: [] }, [added]) === null) return;
  const behind = { from: textTest.span.to, to: textTest.span.to };
  yield replaceWith(behind, ` and ${added}`, `Add and ${shownSource(added)}`, "suggested");
}

/** A response with the opposite for which the rule holds. */
function witnessFor(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: TextStretch,
  text: string,
): Witness | null {
  if (searched.test.negated) return null;
  for (const witness of responsesSaying(facts, searched, keyword, text)) {
    const subject = new Subject(witness);
    const isFound = foldedTexts(searched, subject).some((found) => found.includes(keyword.folded));
    if (isFound && othersHold(searched.rule, searched.test, subject)) return witness;
  }
  return null;
}

/** The texts in which the test looks. */
function foldedTexts({ textTest: { field } }: SearchedText, subject: Subject): readonly string[] {
  return field === null ? [subject.foldedBody] : subject.pick(field).flatMap(({ folded }) => folded ?? []);
}
