import { applyFixes } from "@responses/dsl";
import { isSpecialWord, lex } from "@responses/dsl/editor";
import { readingFindings } from "@responses/testing/typical-mistakes";
import { statementOf, WORDS_IN_PLACES } from "@responses/testing/words-in-places";
import { describe, expect, test } from "vitest";

/*
 * A word of the language that is misspelled gets a suggestion, whatever word it is: wherever a statement stops being one,
 * one of the fixes writes the word that was meant.
 */

const WRITTEN = [
  'system "Acme"',
  'include "common.responses"',
  'success keyword "valid"',
  'reject word "no" as Other',
  'error exact "down" as "No answer"',
  "reject otherwise",
  "success status 200",
  'success status 200 and keyword "valid"',
  'success status 200 and not word "error"',
  'success not keyword "error"',
  'success json "$.price" above 5',
  'success json "$.price" below 5',
  'success json "$.error" empty',
  'success json "$.result" keyword "ok"',
  'success json "$.result" word "ok"',
  'success xml "//result" exact "ok"',
  'success split "|" part 2 exact "ok"',
  'reject keyword "no" as json "$.reason"',
  'reject keyword "no" as xml "//reason"',
  'reject keyword "no" as split "," part 2',
  'reject keyword "no" as json "$.reason" or Other',
  'reject json "$.price" above 5 as Expensive',
  'capture price from json "$.price"',
  'capture price from xml "//price"',
  'capture price from split "," part 2',
  'capture price from between "<price>" and "</price>"',
  'example 200 "valid" is success',
  'example "no" is reject Other',
  'example "down" is error "No answer"',
  'example "what" is unmapped',
  'example "valid" is success with price "1"',
  'example late 200 "valid" is success Sold with id "1", price "2"',
];

/** These, and every word in every place in which it may stand. */
const STATEMENTS = [...new Set([...WRITTEN, ...WORDS_IN_PLACES.map(statementOf)])];

describe.each(STATEMENTS)("%s", (statement) => {
  const words = lex(statement).tokens.filter(({ image }) => isSpecialWord(image));

  test.each(words.map((token) => [token.image, token] as const))("%s", (word, { startOffset, endOffset }) => {
    const misspelled = [...typosOf(word)].map(
      (typo) => statement.slice(0, startOffset) + typo + statement.slice(endOffset + 1),
    );
    const unexplained = misspelled.filter((text) => {
      const findings = readingFindings(text);
      const fixes = findings.flatMap((finding) => finding.fixes);
      return findings.length > 0 && !fixes.some((fix) => applyFixes(text, [fix]).text === statement);
    });
    expect(unexplained).toEqual([]);
  });
});

/** One letter less, more, another, or two of them swapped, and capitals; none that is a word of the language itself. */
function typosOf(word: string): ReadonlySet<string> {
  const typos = new Set<string>([word.toUpperCase()]);
  for (let at = 0; at < word.length; at++) {
    // Of a word of two letters one is left, which is near to nothing.
    if (word.length > 2) typos.add(word.slice(0, at) + word.slice(at + 1));
    typos.add(`${word.slice(0, at)}x${word.slice(at)}`);
    typos.add(`${word.slice(0, at)}x${word.slice(at + 1)}`);
    typos.add(word.slice(0, at) + word.slice(at + 1, at + 2) + word.charAt(at) + word.slice(at + 2));
  }
  return new Set([...typos].filter((typo) => !isSpecialWord(typo)));
}
