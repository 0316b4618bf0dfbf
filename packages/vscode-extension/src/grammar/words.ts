import {
  MATCH_WORDS,
  NUMBER_MATCH_WORDS,
  SPECIAL_WORDS,
  type SpecialWord,
  TEST_WORDS,
  TEXT_MATCH_WORDS,
  VOCABULARY,
  type WordRecord,
  wordsAt,
  wordsInside,
} from "@responses/dsl/editor";

/*
 * The words of the language by how the grammar colours them.
 */

/** The words of a rule or a capture that join its parts, by what stands behind them. */
function connectives(
  statement: "rule" | "capture",
  isMeant: (takes: WordRecord["takes"]) => boolean,
): readonly SpecialWord[] {
  return wordsInside(statement).filter((word) => {
    const { kind, takes }: WordRecord = VOCABULARY[word];
    return kind === "connective" && isMeant(takes);
  });
}

/** `as` and `or`. */
export const LABEL_WORDS = connectives("rule", (takes) => takes === "a label");

/** `and` and `not`. */
export const LOGICAL_WORDS = connectives(
  "rule",
  (takes) => takes === "a test" || takes === "a test or end markers",
);

/** `from`, `and` and `for`; a part belongs to its field. */
export const CAPTURE_WORDS = connectives("capture", (takes) => takes !== "a part");

/** `last` and `end`, which say where a field ends. */
export const CLOSER_WORDS = SPECIAL_WORDS.filter((word) => VOCABULARY[word].kind === "closer");

/** The words in whose texts an asterisk stands for any text. */
export const PATTERN_WORDS = TEXT_MATCH_WORDS.filter((word) => VOCABULARY[word].asteriskIsWildcard);

/** All other words that match, comparisons with numbers apart, and what matches anything. */
export const OTHER_MATCH_WORDS = otherMatchWords();

function otherMatchWords(): readonly SpecialWord[] {
  const apart: readonly SpecialWord[] = [...PATTERN_WORDS, ...NUMBER_MATCH_WORDS];
  const words = new Set<SpecialWord>([...TEST_WORDS, ...MATCH_WORDS, ...wordsAt("condition")]);
  return [...words].filter((word) => VOCABULARY[word].kind !== "field" && !apart.includes(word));
}
