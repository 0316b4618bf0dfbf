import { caseVariants } from "./case-folding.js";
import type { Random } from "./random.js";

/** Few enough that texts often meet, contain and overlap one another. */
const WORDS = [
  "valid",
  "invalid",
  "ok",
  "Success",
  "unsuccessful",
  "error",
  "duplicate",
  "no match",
  "a",
  "aa",
  "aba",
  "123",
  "12.50",
];

/**
 * Characters on which text matching can go wrong: case variants in and outside ASCII (`K` and the Kelvin sign, `s` and
 * `ſ`, `σ` and `ς`, dotted and dotless i, `ß`, a pair of two units), marks, white space of several kinds, wildcards, and
 * the punctuation of JSON and XML.
 */
const CHARACTERS = [
  ..."kKsSiIaAbzZ019",
  ..."\u212aſσςΣİıßẞ𐐀𐐨éÉ日😀",
  ..."\u0301\ufe0f\u200b\u00a0\ufeff\u2028",
  ..." \t\n\r-_.,;:|/\\'\"{}[]<>&*$€",
] as const;

/** Other characters that look like these or differ from them in a little, and are not the same. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ["k", "\u212a"],
  ["K", "\u212a"],
  ["\u212a", "k"],
  ["s", "ſ"],
  ["S", "ſ"],
  ["ſ", "s"],
  ["i", "ı"],
  ["I", "İ"],
  ["İ", "i"],
  ["ı", "i"],
  ["ß", "ss"],
  ["é", "e\u0301"],
  [" ", "\u00a0"],
]);

export function randomCharacter(random: Random): string {
  return random.pick(CHARACTERS);
}

/** A text that is not empty; now and then one longer than what `indexOf` is trusted with. */
export function randomText(random: Random): string {
  if (random.chance(0.01))
    return random.pick(["a", "ab", "aK"]).repeat(random.integer(100, 200)) + randomCharacter(random);
  const pieces = random.several(1, 3, () =>
    random.chance(0.6) ? random.pick(WORDS) : randomCharacter(random),
  );
  return pieces.join(random.pick(["", "", " "]));
}

/** Short text to stand between or around others: often nothing. */
export function filler(random: Random): string {
  return random.chance(0.5) ? "" : random.chance(0.7) ? randomCharacter(random) : randomText(random);
}

/** The same text where case is ignored. */
export function inOtherCase(random: Random, text: string): string {
  let result = "";
  for (const character of text) {
    const variants = caseVariants(character.codePointAt(0) ?? 0);
    result +=
      variants.length > 1 && random.chance(0.3) ? String.fromCodePoint(random.pick(variants)) : character;
  }
  return result;
}

/** A text that differs in one place, often in a way that is easily overlooked. */
export function slightlyChanged(random: Random, text: string): string {
  const at = random.integer(0, text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  const next = String.fromCodePoint(after.codePointAt(0) ?? 0x61);
  switch (random.integer(0, 8)) {
    case 0:
      return before + after.slice(1);
    case 1:
      return before + randomCharacter(random) + after;
    case 2:
      return before + randomCharacter(random) + after.slice(1);
    case 3:
      return before;
    case 4:
      return after;
    case 5:
      return before + (LOOK_ALIKES.get(next) ?? next) + after.slice(next.length);
    case 6:
      return before + random.pick(["\ud800", "\udc00", "\udbff\udbff", "\u0000", "\ufffd"]) + after;
    case 7:
      return (
        random.pick(["\ufeff", "\ufeff\ufeff", " ", "\n\t", "\u00a0"]) +
        text +
        random.pick(["", "\r\n", "\ufeff", "\u0085"])
      );
    default:
      return before + inOtherCase(random, after);
  }
}
