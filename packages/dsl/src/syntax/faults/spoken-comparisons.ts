import { isBareWordCharacter } from "../../text/character-classes.js";
import { isMatchWord, type MATCH_WORDS } from "../vocabulary.js";

/*
 * How people say that something is compared: `starts with`, `does not contain`, `is at least`. One table of phrases with
 * what each means in the language; the explanations of a place say what follows from that. Signs such as `>=` are in
 * `operators.ts`.
 */

/** What a phrase means in the language. */
export interface Meaning {
  readonly how: (typeof MATCH_WORDS)[number];
  /** Whether not stands before the test. */
  readonly isNegated: boolean;
  /** Where the text goes on with anything. */
  readonly openAt: "start" | "end" | null;
  /** Whether it can hardly mean anything else. */
  readonly isCertain: boolean;
  /** Whether it says that something is one of a list: of the whole body, each may also be a part. */
  readonly isOfList: boolean;
}

interface Said extends Partial<Meaning> {
  readonly how: Meaning["how"];
  /** In small letters, with a comma between them. */
  readonly phrases: string;
}

const SAID: readonly Said[] = [
  {
    how: "keyword",
    isCertain: true,
    phrases: "contains, contain, containing, includes, include, including",
  },
  { how: "keyword", phrases: "has, have, having, holds, mentions, text, phrase, find, finds" },
  {
    how: "exact",
    isCertain: true,
    phrases: "equals, equal, equal to, equals to, eq, same as, the same as, identical to",
  },
  { how: "exact", isCertain: true, isOfList: true, phrases: "in, one of, any of, either" },
  { how: "exact", isNegated: true, phrases: "ne, neq, differs from, different from, other than" },
  {
    how: "exact",
    openAt: "end",
    isCertain: true,
    phrases:
      "starts with, start with, starting with, startswith, begins with, begin with, beginning with, beginswith",
  },
  { how: "exact", openAt: "end", phrases: "starts, begins, prefix, has prefix" },
  {
    how: "exact",
    openAt: "start",
    isCertain: true,
    phrases: "ends with, end with, ending with, endswith, ends in",
  },
  { how: "exact", openAt: "start", phrases: "ends, suffix, has suffix" },
  {
    how: "above",
    isCertain: true,
    phrases:
      "greater than, more than, larger than, higher than, bigger than, over, exceeds, gt, above than, higher",
  },
  { how: "above", phrases: "greater, more" },
  {
    how: "below",
    isCertain: true,
    phrases: "less than, lower than, smaller than, fewer than, under, lt, below than, lower",
  },
  { how: "below", phrases: "less" },
  // Where a field is not there, not below holds, too: nobody who says at least may have thought of that.
  {
    how: "below",
    isNegated: true,
    phrases:
      "at least, gte, ge, greater than or equal to, greater than or equal, greater or equal, above or equal, equal or greater than, no less than, minimum, min",
  },
  {
    how: "above",
    isNegated: true,
    phrases:
      "at most, up to, lte, le, less than or equal to, less than or equal, less or equal, below or equal, equal or less than, no more than, maximum, max",
  },
  { how: "empty", phrases: "missing, null, blank, absent, unset, undefined" },
  // A field that is null is there, and empty.
  { how: "empty", isNegated: true, phrases: "exists, exist, present, there, set, filled, given" },
];

/** What a phrase says where the table does not say otherwise. */
const ORDINARY = { isNegated: false, openAt: null, isCertain: false, isOfList: false } as const;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  SAID.flatMap(({ phrases, ...said }) =>
    phrases.split(", ").map((phrase) => [phrase, { ...ORDINARY, ...said }] as const),
  ),
);

/** The phrases of one word that stand for one of the language, and that word. */
export const COMPARING_WORDS: readonly (readonly [written: string, meant: Meaning["how"]])[] = [
  ...MEANINGS,
].flatMap(([phrase, { how, isNegated, openAt }]) =>
  isNegated || openAt !== null || phrase.includes(" ") ? [] : [[phrase, how] as const],
);

/** Before the word that compares, and of no meaning of their own. */
const AUXILIARIES = new Set("is are was were does do did must should shall will to be".split(" "));

/** Behind one of them, without another word: it is the same. */
const SAME = new Set("is are was were equals".split(" "));

const ARTICLES = new Set("a an the".split(" "));

/** Written without their apostrophe. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  ["isnt", "arent", "wasnt", "doesnt", "dont", "didnt"].map((word) => [word, word.slice(0, -2)]),
);

export interface SpokenComparison extends Meaning {
  /** The offset behind the phrase. */
  readonly to: number;
}

/** Words of a phrase, at most. */
const MOST_WORDS = 9;

/**
 * The longest phrase that begins at the offset; null where none does. A word of the language alone is none: `is empty` is
 * one, `empty` is not.
 */
export function spokenComparisonAt(text: string, from: number): SpokenComparison | null {
  const words = wordsAt(text, from);
  for (let length = words.length; length > 0; length--) {
    const phrase = words.slice(0, length);
    const to = phrase.at(-1)?.to ?? from;
    const next = text.codePointAt(to);
    if (next !== undefined && isBareWordCharacter(next)) continue;
    const meaning = meaningOf(phrase.flatMap(({ words }) => words));
    if (meaning !== null) return { ...meaning, to };
  }
  return null;
}

function meaningOf(words: readonly string[]): Meaning | null {
  const whole = MEANINGS.get(words.join(" "));
  if (whole !== undefined) return whole;
  let index = 0;
  while (AUXILIARIES.has(words[index] ?? "")) index++;
  const isSaid = index > 0;
  const isNegated = words[index] === "not" || words[index] === "never";
  if (isNegated) index++;
  while (ARTICLES.has(words[index] ?? "") || (index > 0 && words[index] === "be")) index++;
  const core = words.slice(index).join(" ");
  if (core === "") return isSaid && SAME.has(words[0] ?? "") ? meaning("exact", isNegated, true) : null;
  if (isMatchWord(core)) return isSaid ? meaning(core, isNegated, true) : null;
  const known = MEANINGS.get(core);
  if (known === undefined || !(isSaid || isNegated)) return null;
  return { ...known, isNegated: known.isNegated !== isNegated };
}

function meaning(how: Meaning["how"], isNegated: boolean, isCertain: boolean): Meaning {
  return { ...ORDINARY, how, isNegated, isCertain };
}

/** What stands at the offset as words: each in small letters, a contraction as two, and the offset behind it. */
function wordsAt(
  text: string,
  from: number,
): readonly { readonly words: readonly string[]; readonly to: number }[] {
  const found: { words: readonly string[]; to: number }[] = [];
  const next = /([A-Za-z]+)(['’]t)?(?:[ \t]+|[-_](?=[A-Za-z]))?/y;
  next.lastIndex = from;
  while (found.length < MOST_WORDS) {
    const match = next.exec(text);
    const [whole, letters, ending = ""] = match ?? [];
    if (match === null || whole === undefined || letters === undefined) break;
    const to = match.index + letters.length + ending.length;
    found.push({ words: expanded(letters.toLowerCase(), ending !== ""), to });
    if (match.index + whole.length === to) break;
  }
  return found;
}

function expanded(word: string, isContraction: boolean): readonly string[] {
  if (isContraction && word.endsWith("n")) return [word.slice(0, -1), "not"];
  const contracted = CONTRACTIONS.get(word);
  return contracted === undefined ? [word] : [contracted, "not"];
}
