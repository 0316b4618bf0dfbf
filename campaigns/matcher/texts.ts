import { caseVariants } from "@responses/testing/case-folding";
import type { Random } from "@responses/testing/random";
import { randomText } from "@responses/testing/random-texts";

/** Makes texts for the rules of one mapping. */
export type TextMaker = (random: Random) => string;

const WHO = ["lead", "buyer", "campaign", "the request", "phone number", "e-mail", "API key", "consumer"];
const WHAT = ["is", "was", "has been", "could not be", "is not", "must be"];
const DONE = ["accepted", "rejected", "duplicate", "invalid", "missing", "matched", "closed", "unknown"];

function phrase(random: Random): string {
  const text = [random.pick(WHO), random.pick(WHAT), random.pick(DONE)].join(" ");
  return random.chance(0.4) ? `${text} ${random.integer(0, 200)}` : text;
}

/** All letters with case variants, of every script. */
const VARIED: readonly number[] = Array.from({ length: 0x1f000 }, (_, codePoint) => codePoint).filter(
  (codePoint) => caseVariants(codePoint).length > 1,
);

function letters(random: Random): string {
  const near = random.integer(0, VARIED.length - 1);
  const codePoints = random.several(1, random.pick([3, 12, 12, 40]), () => {
    if (random.chance(0.2)) return random.integer(0x20, 0x7e);
    return random.chance(0.6)
      ? (VARIED[Math.min(VARIED.length - 1, near + random.integer(0, 40))] ?? 0x41)
      : random.pick(VARIED);
  });
  return String.fromCodePoint(...codePoints);
}

/** Texts of which many are parts of others, and of bodies of the same letters: what filters let through. */
const ofTwoLetters =
  (both: readonly string[]): TextMaker =>
  (random) =>
    random.several(1, random.pick([3, 6, 12, 40]), () => random.pick(both)).join("");

/** Texts at the length up to which all of one is searched, and beyond it. */
function long(random: Random): string {
  const unit = random.pick(["a", "ab", "error code 1 ", "\u00e9", "\u{10428}", "x\u0442"]);
  const units = Math.max(1, random.pick([60, 126, 127, 128, 129, 130, 200, 300]) - random.integer(0, 3));
  const text = unit.repeat(Math.ceil(units / unit.length)).slice(0, units);
  const isCut = /[\ud800-\udbff]$/.test(text);
  return isCut ? text.slice(0, -1) : text + random.pick(["", "b", "\u00e9"]);
}

const code: TextMaker = (random) => `error code ${random.integer(0, 2000)}`;

/** Any text of rules; those of one mapping share what they are made of. */
export function textMaker(random: Random): TextMaker {
  const makers: readonly TextMaker[] = [
    phrase,
    phrase,
    code,
    code,
    randomText,
    letters,
    letters,
    ofTwoLetters(["a", "b"]),
    ofTwoLetters(
      random.pick([
        ["\u00e9", "e"],
        ["k", "\u212a"],
        [" ", "a"],
        ["\u{10428}", "\u{10429}"],
        ["ab", "ba"],
      ]),
    ),
    long,
    randomText,
  ];
  const own = random.several(1, 2, () => random.pick(makers));
  return (given) => {
    const text = given.pick(own)(given);
    return text.trim() === "" ? `${text}x` : text;
  };
}
