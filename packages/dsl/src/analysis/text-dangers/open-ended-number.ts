import type { Witness } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { Subject } from "../../matching/subject.js";
import type { TextTest } from "../../model/tested-texts.js";
import { writeString } from "../../syntax/text-literal.js";
import { isSearchWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { othersHold } from "../facts/checked-rule.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText, writtenField } from "../facts/searched-texts.js";
import type { UnplacedFinding } from "../placing/unplaced-finding.js";
import { memberTestFor } from "../suggested-tests/member-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { type NumberEnd, openNumberAtEnd } from "../words/number-ends.js";
import { DIGITS_BUT_ZERO } from "../words/price-names.js";

/** A number at the end of a text that could go on where the text is found. */
export function openEndedNumber(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const { test, text } = searched;
  const end = openNumberIn(searched);
  if (end === null) return null;
  const options = [...replacements(facts, searched)];
  const fixes = options.map((written) => suggestTest(test.span, written));
  const parameters = {
    text: end.text,
    continued: end.continued,
    better: options[0] === undefined ? null : shownSource(options[0]),
  };
  const witness = witnessFor(searched, end);
  return { name: "open-ended-number", parameters, span: text.span, fixes, witness };
}

/** A body in which the number goes on, if the rule holds for it. */
function witnessFor({ rule, test, textTest }: SearchedText, { continued }: NumberEnd): Witness | null {
  if (test.negated || !VOCABULARY[textTest.how].isOpenBehind || textTest.field !== null) return null;
  const witness = { status: null, body: continued };
  return othersHold(rule, test, new Subject(witness)) ? witness : null;
}

/** The first stretch of the text that ends in a digit where anything may follow. */
function openNumberIn({ textTest, text }: SearchedText): (NumberEnd & { readonly text: string }) | null {
  const { asteriskIsWildcard, isOpenBehind } = VOCABULARY[textTest.how];
  if (textTest.field !== null && asksForAnyDigitButZero(textTest)) return null;
  if (!asteriskIsWildcard) return isOpenBehind ? openEnd(text.text) : null;
  if (textTest.field !== null && isNumberClass(text.pieces)) return null;
  return text.pieces
    .slice(0, -1)
    .reduce<ReturnType<typeof openEnd>>((found, piece) => found ?? openEnd(piece), null);
}

function openEnd(text: string): (NumberEnd & { readonly text: string }) | null {
  const end = openNumberAtEnd(text);
  return end === null ? null : { ...end, text };
}

/** The keywords 1 to 9, each by itself: they ask for an amount that is not nothing, however it is written. */
function asksForAnyDigitButZero({ how, texts }: TextTest): boolean {
  return (
    how === "keyword" &&
    texts.length === DIGITS_BUT_ZERO.length &&
    DIGITS_BUT_ZERO.every((digit) => texts.some(({ text }) => text === digit))
  );
}

/** `4*` on a field: all codes that begin with 4 are meant. */
function isNumberClass(pieces: readonly string[]): boolean {
  return pieces.length === 2 && pieces[1] === "" && /^-?[0-9]+$/.test(pieces[0] ?? "");
}

/** Tests in which the number ends, as they would be written. */
function* replacements(facts: RuleFacts, searched: SearchedText): Iterable<string> {
  const { rule, test, textTest } = searched;
  if (!canBeRewritten(textTest)) return;
  const member = memberTestFor(facts, searched);
  if (member !== null) yield member;
  if (!isSearchWord(textTest.how)) return;
  const texts = textTest.texts.map(({ text }) => writeString([text])).join(", ");
  const not = test.negated ? "not " : "";
  const field = writtenField(searched);
  if (textTest.field !== null) {
    const whole = firstFitting(facts, rule, test, [`${not}${field}exact ${texts}`]);
    if (whole !== null) yield whole;
  }
  const word = firstFitting(facts, rule, test, [`${not}${field}word ${texts}`]);
  if (word !== null) yield word;
  const success = textTest.texts.length === 1 ? successTestFor(facts, rule, test) : null;
  if (success !== null) yield success;
}
