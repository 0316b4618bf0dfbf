import type { BetterTest, KeywordHolder } from "../../findings/catalogue/keyword-inside-word.js";
import {
  type Finding,
  type LocalFix,
  type RelatedPlace,
  replaceWith,
  type Witness,
} from "../../findings/finding.js";
import { quoted } from "../../findings/quoted.js";
import { Subject } from "../../matching/subject.js";
import { writeVerdict } from "../../matching/verdict.js";
import type { Rule } from "../../model/mapping.js";
import { findWord } from "../../runtime/text-matching.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { type AnalysedMapping, findingAt, relatedPlace } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { type ContainingText, containingTexts, excludes } from "../containing-texts.js";
import { jsonTestForText } from "../json-test.js";
import { keywordIsName } from "../keyword-names.js";
import { oppositesOf } from "../opposite-words.js";
import { firstFitting, othersHold } from "../replaced-test.js";
import { linePlace } from "../rule-place.js";
import { shownTest, suggestTest } from "../shown-test.js";
import {
  canBeRewritten,
  type LooseText,
  looseTextOf,
  ownSoughtTexts,
  type SoughtText,
  writtenField,
} from "../sought-texts.js";

export const checkKeywordInsideWord: Check = function* (analysed) {
  const containing = containingTexts(analysed.mapping);
  for (const sought of ownSoughtTexts(analysed.mapping)) {
    const keyword = looseTextOf(sought);
    if (keyword === null) continue;
    const opposite = oppositeFor(analysed, sought, keyword);
    const other = containing(sought, keyword);
    if (opposite !== null)
      yield report(analysed, sought, keyword, { kind: "opposite", text: opposite }, other);
    else if (other !== null) yield report(analysed, sought, keyword, holderFor(other, sought.rule), other);
  }
};

/** The text of opposite sense that the keyword is a part of, unless the rule takes care of one. */
function oppositeFor(analysed: AnalysedMapping, sought: SoughtText, keyword: LooseText): string | null {
  const opposites = oppositesOf(keyword.folded);
  if (opposites === null || opposites.texts.some((text) => excludes(sought.rule, sought.test, text)))
    return null;
  // "errors" and the like are mostly told by a field of that name: what that finding says is enough.
  if (opposites.ofFailure && keywordIsName(analysed, sought) !== null) return null;
  return opposites.texts[0];
}

function holderFor({ sought, part, above }: ContainingText, keywordRule: Rule): KeywordHolder {
  const { outcome, label } = sought.rule.model;
  const verdict = writeVerdict({ outcome, label: label.kind === "fixed" ? label.text : null });
  return { kind: "rule", text: part.text, place: linePlace(sought.rule, keywordRule.file), verdict, above };
}

function report(
  analysed: AnalysedMapping,
  sought: SoughtText,
  keyword: LooseText,
  holder: KeywordHolder,
  other: ContainingText | null,
): Finding {
  const wordHelps = findWord(foldText(holder.text), keyword.folded, isWordCharacter) < 0;
  const asWord = wordHelps ? wordFix(analysed, sought, keyword) : null;
  const field = fieldTest(analysed, sought, keyword);
  const fixes: LocalFix[] = [];
  if (asWord !== null) fixes.push(asWord);
  if (field !== null) fixes.push(suggestTest(sought.textTest.span, field));
  if (holder.kind === "rule" && other !== null) fixes.push(exclusion(sought, other));
  const parameters = { keyword: keyword.text, holder, better: betterOf(asWord !== null, field) };
  const related: RelatedPlace[] =
    other === null
      ? []
      : [
          relatedPlace(
            other.sought.rule,
            other.sought.text.span,
            `the text that ${quoted(keyword.text)} is a part of`,
          ),
        ];
  const witness = witnessFor(analysed, sought, keyword, holder.text);
  return findingAt({ name: "keyword-inside-word", parameters }, sought.rule, sought.text.span, {
    related,
    fixes,
    ...(witness === null ? {} : { witness }),
  });
}

function betterOf(word: boolean, field: string | null): BetterTest {
  if (word) return { kind: "word" };
  return field === null ? { kind: "unknown" } : { kind: "test", written: shownTest(field) };
}

/** The keyword as a word, if the examples that the rule decides allow it. */
function wordFix(analysed: AnalysedMapping, sought: SoughtText, keyword: LooseText): LocalFix | null {
  const { rule, test, textTest } = sought;
  const isOne = textTest.texts.length === 1;
  if (!canBeRewritten(textTest)) return null;
  if (textTest.how === "exact" && !isOne) return null;
  const field = writtenField(sought);
  const texts = isOne ? [keyword] : textTest.texts;
  const written = `${field}word ${texts.map(({ text }) => writeString([text])).join(", ")}`;
  if (firstFitting(analysed, rule, test, [test.negated ? `not ${written}` : written]) === null) return null;
  if (textTest.how === "exact") return suggestTest(textTest.span, written);
  const title = isOne
    ? "Look for it as a word of its own: word"
    : "Look for all these texts as words of their own: word";
  return replaceWith(textTest.howSpan, "word", title, "suggested");
}

/** A test of a field, or of the whole of the field that is tested already. */
function fieldTest(analysed: AnalysedMapping, sought: SoughtText, keyword: LooseText): string | null {
  const { rule, test, textTest } = sought;
  if (textTest.field === null) return jsonTestForText(analysed, sought, keyword);
  if (textTest.texts.length > 1 || test.negated || keyword.text.trim() !== keyword.text) return null;
  return firstFitting(analysed, rule, test, [`${writtenField(sought)}exact ${writeString([keyword.text])}`]);
}

function exclusion(sought: SoughtText, { part }: ContainingText): LocalFix {
  const written = `and not ${writtenField(sought)}keyword ${writeString([part.text])}`;
  const behind = { from: sought.textTest.span.to, to: sought.textTest.span.to };
  return replaceWith(behind, ` ${written}`, `Add ${shownTest(written)}`, "suggested");
}

/** A response with the opposite for which the rule holds. */
function witnessFor(
  analysed: AnalysedMapping,
  sought: SoughtText,
  keyword: LooseText,
  text: string,
): Witness | null {
  if (sought.test.negated) return null;
  for (const witness of witnesses(analysed, sought, keyword, text)) {
    const subject = new Subject(witness);
    const isFound = foldedTexts(sought, subject).some((found) => found.includes(keyword.folded));
    if (isFound && othersHold(sought.rule, sought.test, subject)) return witness;
  }
  return null;
}

/** A person is to see in it what is meant. */
const LONGEST_WITNESS = 10_000;

/** The texts in which the test looks. */
function foldedTexts({ textTest: { field } }: SoughtText, subject: Subject): readonly string[] {
  return field === null ? [subject.foldedBody] : subject.pick(field).flatMap(({ folded }) => folded ?? []);
}

function* witnesses(
  analysed: AnalysedMapping,
  { rule, textTest: { field } }: SoughtText,
  keyword: LooseText,
  text: string,
): Iterable<Witness> {
  for (const { in: example, part } of analysed.bodies.valuesReading(keyword.folded)) {
    const { body } = example.subject;
    if (body.length > LONGEST_WITNESS) continue;
    yield {
      status: example.example.model.status,
      body: body.slice(0, part.start) + JSON.stringify(text) + body.slice(part.end),
    };
  }
  const status = statusAskedBy(rule);
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

function statusAskedBy({ model: { condition } }: Rule): number | null {
  if (condition.kind === "otherwise") return null;
  for (const { negated, test } of condition.tests) {
    if (test.kind === "status" && !negated) return test.ranges[0]?.first ?? null;
  }
  return null;
}
