import { FIELD_WORDS, type FieldWord, writeJsonPath, writeString } from "@responses/dsl/editor";
import type { Random } from "./random.js";
import { literal } from "./random-literals.js";

/** A part of the body, or now and then of a part; one in four times of those with names of their own. */
export function randomField(random: Random): string {
  if (random.chance(0.25)) return distinctField(random);
  const depth = random.chance(0.8) ? 1 : random.pick([2, 2, 3]);
  return random.several(depth, depth, () => randomPart(random)).join(" ");
}

/** JSON is drawn more often than the other fields. */
function randomPart(random: Random): string {
  const word = random.chance(0.25) ? "json" : random.pick(FIELD_WORDS);
  return `${word} ${BEHIND_FIELD_WORDS[word](random)}`;
}

const JSON_PATHS = [
  "$",
  "$.code",
  "$.a.b",
  "$.a",
  "$['no match']",
  "$.items[0]",
  "$.items[-1].code",
  "$.items[*]",
  "$.items[*].code",
  "$[0]",
  "$[*]",
  "$.é",
  "$.K",
] as const;
const XML_PATHS = [
  "/r",
  "/r/a",
  "//a",
  "//a//b",
  "/r//code",
  "//code",
  "/r/@id",
  "//@id",
  "//a//@id",
  "//é",
  "//p:code",
] as const;
const SEPARATORS = ["|", ",", ";", ":", "aa", "K", "σ", " ", "*"] as const;

/** What stands behind the word of a field. */
const BEHIND_FIELD_WORDS: Readonly<Record<FieldWord, (random: Random) => string>> = {
  json: (random) => `"${random.pick(JSON_PATHS)}"`,
  xml: (random) => `"${random.pick(XML_PATHS)}"`,
  form: (random) => writeString([random.pick(FORM_NAMES)]),
  split: (random) => `${writeString([random.pick(SEPARATORS)])} part ${random.pick([1, 1, 2, 3, -1, -2])}`,
  between: (random) => `${marker(random)} and ${closing(random)}`,
};

/** Names with characters that a form escapes or has a use for. */
const FORM_NAMES = ["code", "a", "Code", "lead id", "é", "a[b]", "a&b", "a=b", "100%", "+"] as const;

function marker(random: Random): string {
  return random.chance(0.7) ? writeString([random.pick(MARKERS)]) : literal(random);
}

const MARKERS = ["<a>", "</a>", "a=", "&", ";", "K", "\n", "(", ")", "aa", "*"] as const;

function closing(random: Random): string {
  if (random.chance(0.25)) return `last ${marker(random)}`;
  const closers = random.several(1, random.pick([1, 1, 3]), () =>
    random.chance(0.2) ? "end" : marker(random),
  );
  return closers.join(", ");
}

/* Fields with names of their own */

/**
 * A field that is equal to few others by its last part alone, so that an index over many knows it by a text of that. Most of its texts
 * have characters that have escapes, and in a field of a field these are escaped once and again.
 */
export function distinctField(random: Random): string {
  const usual = random.pick(["json", "form"] as const);
  const depth = random.pick([1, 2, 2, 2, 3, 5]);
  const parts = random.several(depth, depth, (index) => {
    const word = random.chance(0.6) ? usual : random.pick(FIELD_WORDS);
    const text = () => (index === depth - 1 ? distinctText(random) : random.pick(OFTEN_ESCAPED));
    return `${word} ${BEHIND_WORDS_WITH_TEXTS[word](random, text)}`;
  });
  return parts.join(" ");
}

type DrawText = () => string;

const BEHIND_WORDS_WITH_TEXTS: Readonly<Record<FieldWord, (random: Random, text: DrawText) => string>> = {
  json: (random, text) => {
    // Of all texts only a name in JSON can have what stands for half a character.
    const name = (random.chance(0.2) ? "\ufffd" : "") + text();
    return writeString([writeJsonPath([{ kind: "name", name }])]);
  },
  xml: (random) => `"//${random.pick(["a", "é", "r"])}${random.integer(0, MOST_DISTINCT)}"`,
  form: (_random, text) => writeString([text()]),
  split: (random, text) => `${cut(random, text)} part ${random.pick([1, 2, 2, 3, -1, -2])}`,
  between: (random, text) =>
    `${cut(random, text)} and ${random.chance(0.3) ? "end" : cut(random, () => random.pick(OFTEN_ESCAPED))}`,
};

function cut(random: Random, text: DrawText): string {
  return writeString([random.chance(0.4) ? random.pick(WITHIN_ESCAPES) : text()]);
}

const MOST_DISTINCT = 30;

function distinctText(random: Random): string {
  const number = random.integer(0, MOST_DISTINCT);
  const other = random.pick(OFTEN_ESCAPED);
  return random.pick([`${other}${number}`, `${number}${other}`]);
}

const OFTEN_ESCAPED = [
  "lead ",
  "lead ",
  " ",
  "a b",
  "é",
  "%",
  "+",
  "&",
  '"',
  "\\u",
  "&amp;",
  "\n",
  "𐐀",
  "%4",
  "b",
] as const;

/** A text that is cut there can begin or end within what was an escape, or look as if it did. */
const WITHIN_ESCAPES = [
  "%",
  "%",
  "%4",
  "1",
  "%c3",
  "+",
  "\\",
  '\\"',
  "\\u",
  "\\u00",
  "&a",
  "amp;",
  "=",
] as const;
