import type { BetterTest, KeywordHolder } from "../../findings/catalogue/keyword-inside-word.js";
import { type LocalFix, replaceWith, type Witness } from "../../findings/finding.js";
import { quoted } from "../../findings/quoted.js";
import { Subject } from "../../matching/subject.js";
import { writeVerdict } from "../../matching/verdict.js";
import type { RuleModel } from "../../model/mapping.js";
import { type UnanchoredText, unanchoredTextOf } from "../../model/tested-texts.js";
import { findWord } from "../../runtime/text-matching.js";
import { writeString } from "../../syntax/text-literal.js";
import { isSearchWord } from "../../syntax/vocabulary.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { checkOfRules } from "../check-definition.js";
import { othersHold } from "../facts/checked-rule.js";
import { type ContainingText, rulesOutText } from "../facts/containing-texts.js";
import { keywordIsName } from "../facts/keyword-names.js";
import { containingText, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText, searchedTexts, writtenField } from "../facts/searched-texts.js";
import {
  RELATED_LINE,
  type RelatedStatement,
  type Unplaced,
  type UnplacedFinding,
} from "../placing/unplaced-finding.js";
import { fieldTestFor } from "../suggested-tests/field-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { shownTest, suggestTest } from "../suggested-tests/shown-test.js";
import { oppositesOf } from "../words/opposite-words.js";

export const checkKeywordInsideWord = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const keyword = unanchoredTextOf(searched);
    if (keyword === null) continue;
    const opposite = oppositeFor(facts, searched, keyword);
    const other = facts.ask(containingText, searched);
    if (opposite !== null)
      yield report(facts, searched, keyword, { kind: "opposite", text: opposite }, other);
    else if (other !== null) yield report(facts, searched, keyword, holderFor(other), other);
  }
});

/** The line of the other rule is still open. */
type UnplacedHolder = Unplaced<KeywordHolder> & { readonly text: string };

/** The text of opposite sense that the keyword is a part of, unless the rule takes care of one. */
function oppositeFor(facts: RuleFacts, searched: SearchedText, keyword: UnanchoredText): string | null {
  const opposites = oppositesOf(keyword.folded);
  if (opposites === null || opposites.texts.some((text) => rulesOutText(searched.rule, searched.test, text)))
    return null;
  // "errors" and the like are mostly told by a field of that name: what that finding says is enough.
  if (opposites.ofFailure && keywordIsName(facts, searched) !== null) return null;
  return opposites.texts[0];
}

function holderFor({ text: { rule, part }, above }: ContainingText): UnplacedHolder {
  const { outcome, label } = rule;
  const verdict = writeVerdict({ outcome, label: label.kind === "fixed" ? label.text : null });
  return { kind: "rule", text: part.text, place: RELATED_LINE, verdict, above };
}

function report(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: UnanchoredText,
  holder: UnplacedHolder,
  other: ContainingText | null,
): UnplacedFinding {
  const wordHelps = findWord(foldText(holder.text), keyword.folded, isWordCharacter) < 0;
  const asWord = wordHelps ? wordFix(facts, searched, keyword) : null;
  const field = fieldTest(facts, searched, keyword);
  const fixes: LocalFix[] = [];
  if (asWord !== null) fixes.push(asWord);
  if (field !== null) fixes.push(suggestTest(searched.textTest.span, field));
  if (holder.kind === "rule" && other !== null) fixes.push(exclusion(searched, other));
  const parameters = { keyword: keyword.text, holder, better: betterOf(asWord !== null, field) };
  const related = other === null ? null : relatedTo(other, keyword);
  const witness = witnessFor(facts, searched, keyword, holder.text);
  return { name: "keyword-inside-word", parameters, span: searched.text.span, related, fixes, witness };
}

function relatedTo({ text, nth }: ContainingText, keyword: UnanchoredText): RelatedStatement {
  const message = `the text that ${quoted(keyword.text)} is a part of`;
  return { of: { model: text.rule, nth }, span: text.text.span, message };
}

function betterOf(word: boolean, field: string | null): BetterTest {
  if (word) return { kind: "word" };
  return field === null ? { kind: "unknown" } : { kind: "test", written: shownTest(field) };
}

/** The keyword as a word, if the examples that the rule decides allow it. */
function wordFix(facts: RuleFacts, searched: SearchedText, keyword: UnanchoredText): LocalFix | null {
  const { test, textTest } = searched;
  const isOne = textTest.texts.length === 1;
  if (!canBeRewritten(textTest)) return null;
  if (!isSearchWord(textTest.how) && !isOne) return null;
  const field = writtenField(searched);
  const texts = isOne ? [keyword] : textTest.texts;
  const written = `${field}word ${texts.map(({ text }) => writeString([text])).join(", ")}`;
  if (firstFitting(facts, searched, [test.negated ? `not ${written}` : written]) === null) return null;
  if (!isSearchWord(textTest.how)) return suggestTest(textTest.span, written);
  const title = isOne
    ? "Look for it as a word of its own: word"
    : "Look for all these texts as words of their own: word";
  return replaceWith(textTest.howSpan, "word", title, "suggested");
}

/** A test of a field, or of the whole of the field that is tested already. */
function fieldTest(facts: RuleFacts, searched: SearchedText, keyword: UnanchoredText): string | null {
  const { test, textTest } = searched;
  if (textTest.field === null) return fieldTestFor(facts, searched, keyword);
  if (textTest.texts.length > 1 || test.negated || keyword.text.trim() !== keyword.text) return null;
  return firstFitting(facts, searched, [`${writtenField(searched)}exact ${writeString([keyword.text])}`]);
}

function exclusion(searched: SearchedText, { text: { part } }: ContainingText): LocalFix {
  const written = `and not ${writtenField(searched)}keyword ${writeString([part.text])}`;
  const behind = { from: searched.textTest.span.to, to: searched.textTest.span.to };
  return replaceWith(behind, ` ${written}`, `Add ${shownTest(written)}`, "suggested");
}

/** A response with the opposite for which the rule holds. */
function witnessFor(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: UnanchoredText,
  text: string,
): Witness | null {
  if (searched.test.negated) return null;
  for (const witness of witnesses(facts, searched, keyword, text)) {
    const subject = new Subject(witness);
    const isFound = foldedTexts(searched, subject).some((found) => found.includes(keyword.folded));
    if (isFound && othersHold(searched.rule, searched.test, subject)) return witness;
  }
  return null;
}

/** A person is to see in it what is meant. */
const LONGEST_WITNESS = 10_000;

/** The texts in which the test looks. */
function foldedTexts({ textTest: { field } }: SearchedText, subject: Subject): readonly string[] {
  return field === null ? [subject.foldedBody] : subject.pick(field).flatMap(({ folded }) => folded ?? []);
}

function* witnesses(
  facts: RuleFacts,
  { rule, textTest: { field } }: SearchedText,
  keyword: UnanchoredText,
  text: string,
): Iterable<Witness> {
  for (const { in: json, part } of facts.ask(valuesEqualTo, keyword.folded)) {
    const { body } = json.subject;
    if (body.length > LONGEST_WITNESS) continue;
    yield {
      status: json.example.status,
      body: body.slice(0, part.start) + JSON.stringify(text) + body.slice(part.end),
    };
  }
  const status = statusAskedBy(rule.model);
  if (field === null) yield { status, body: text };
  if (field?.kind === "json") {
    const names = field.path.map((segment) => (segment.kind === "name" ? segment.name : null));
    const body = names.reduceRight<string | null>(
      (inner, name) => (inner === null || name === null ? null : `{${JSON.stringify(name)}:${inner}}`),
      JSON.stringify(text),
    );
    if (body !== null) yield { status, body };
  }
}

function statusAskedBy({ condition }: RuleModel): number | null {
  if (condition.kind === "otherwise") return null;
  for (const { negated, test } of condition.tests) {
    if (test.kind === "status" && !negated) return test.ranges[0]?.first ?? null;
  }
  return null;
}
