import { subjectOf } from "../../bodies/example-subject.js";
import { type LocalFix, replaceWith } from "../../findings/finding.js";
import { BLOCK_MARKS, type TextPieces, writeString } from "../../syntax/text-literal.js";
import { isLiteralWord } from "../../syntax/vocabulary.js";
import { checkOfRules } from "../check-definition.js";
import { decidedBy } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText, searchedTexts } from "../facts/searched-texts.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";

export const checkAsteriskInKeyword = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const { textTest, text } = searched;
    if (!isLiteralWord(textTest.how) || !hasBareAsterisk(text) || isInExample(facts, searched)) continue;
    const parameters = { how: textTest.how, text: text.text };
    yield { name: "asterisk-in-keyword", parameters, span: text.span, fixes: [...fixesFor(searched)] };
  }
});

function hasBareAsterisk({ pieces }: SearchedText["text"]): boolean {
  return pieces.length > 1;
}

/** Whether a response that the rule decides has the text, asterisk and all: then it is meant. */
function isInExample(facts: RuleFacts, { rule, text }: SearchedText): boolean {
  return facts
    .ask(decidedBy, rule)
    .slice(0, MOST_EXAMPLES)
    .some(({ example }) => subjectOf(example).foldedBody.includes(text.folded));
}

const MOST_EXAMPLES = 8;

function* fixesFor({ rule, textTest, text }: SearchedText): Iterable<LocalFix> {
  if (canBeRewritten(textTest) && textTest.texts.every(hasBareAsterisk)) {
    yield replaceWith(
      textTest.howSpan,
      "exact",
      "Write exact, where an asterisk stands for any text",
      "suggested",
    );
    if (textTest.texts.length === 1 && !isSurrounded(text.pieces))
      yield anywhere(textTest.howSpan.from, text);
  }
  const written = rule.syntax.text.slice(text.span.from, text.span.to);
  if (written.startsWith(BLOCK_MARKS)) return;
  const escaped = writeString([text.text], written.startsWith("'") ? "'" : '"');
  yield replaceWith(text.span, escaped, "Write \\*: the asterisk itself is meant", "suggested");
}

/** `exact "*dup*"` for `dup*`. */
function anywhere(from: number, { pieces, span }: SearchedText["text"]): LocalFix {
  const [first = "", ...rest] = [
    ...(pieces[0] === "" ? [] : [""]),
    ...pieces,
    ...(pieces.at(-1) === "" ? [] : [""]),
  ];
  const written = `exact ${writeString([first, ...rest])}`;
  return suggestTest({ from, to: span.to }, written);
}

function isSurrounded(pieces: TextPieces): boolean {
  return pieces[0] === "" && pieces.at(-1) === "";
}
