import { trimmedRange } from "../../runtime/text-matching.js";
import { hasKeyword, hasWord, isExactly } from "../../runtime/text-tests.js";
import { type TextMatchWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { trimmed } from "../../text/trimmed.js";
import type { Automaton } from "../automata/automaton.js";
import { ExactAutomaton } from "../automata/exact-automaton.js";
import { KeywordAutomaton } from "../automata/keyword-automaton.js";
import { WordAutomaton } from "../automata/word-automaton.js";
import type { PlanText } from "../plan-text.js";
import type { TextPredicate } from "../predicate.js";
import { type Fillers, fillersFor } from "./fillers.js";

/*
 * What is known of two predicates about one and the same text. Each wanted text is decided on the few texts that stand for
 * all others in which it is found. White space at the ends needs care, since `exact` leaves it out and the others do not.
 * All texts are folded.
 */

/** One text that a predicate looks for. */
interface Wanted {
  readonly how: TextMatchWord;
  readonly text: PlanText;
}

/** A text for which both of two predicates hold, surely none, or not known. */
export type CommonText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

const NONE: CommonText = { kind: "none" };
const UNKNOWN: CommonText = { kind: "unknown" };

/** Pairs of texts that are compared at most: of longer lists nothing is certain, so that time stays bounded. */
const MOST_PAIRS = 4096;

/** Whether the predicate holds for a text. */
export function isMetBy(predicate: TextPredicate, text: string): boolean {
  return wantedBy(predicate).some((wanted) => isFoundIn(wanted, text));
}

/**
 * Whether the other surely holds for every text for which the one does: each text that the one wants implies a single one
 * of the other. Exact for one text each without white space at its ends.
 */
export function textsImply(one: TextPredicate, other: TextPredicate): boolean {
  if (one.texts.length * other.texts.length > MOST_PAIRS) return false;
  const implied = wantedBy(other);
  return wantedBy(one).every(
    (wanted) => isNeverFound(wanted) || implied.some((another) => wantedImplies(wanted, another)),
  );
}

/** A text for which both hold. Exact but for texts with white space at their ends, and for long lists. */
export function commonText(one: TextPredicate, other: TextPredicate): CommonText {
  if (isWithoutWildcards(one) && isWithoutWildcards(other)) return commonPlainText(one, other);
  if (one.texts.length * other.texts.length > MOST_PAIRS) return UNKNOWN;
  let isCertain = true;
  for (const wanted of wantedBy(one)) {
    for (const another of wantedBy(other)) {
      const common = commonOfWanted(wanted, another);
      if (common.kind === "text") return common;
      isCertain &&= common.kind === "none";
    }
  }
  return isCertain ? NONE : UNKNOWN;
}

/** A text for which the predicate holds, with a letter of no rule wherever anything may stand; null where none is known. */
export function typicalText(predicate: TextPredicate): string | null {
  for (const wanted of wantedBy(predicate)) {
    const fillers = isNeverFound(wanted) ? null : fillersFor(wanted.text.folded);
    const [text] = fillers === null ? [] : extremesOf(wanted, fillers);
    if (text !== undefined) return text;
  }
  return null;
}

/** Whether it asks for values as a whole: what answers it is known but for white space at the ends. */
export function isWithoutWildcards({ how, texts }: TextPredicate): boolean {
  return isWhole(how) && texts.every(({ folded }) => folded.length === 1);
}

/** Long lists of values are compared as sets. */
function commonPlainText(one: TextPredicate, other: TextPredicate): CommonText {
  const values = new Set(one.texts.map(wholeText));
  const common = other.texts.map(wholeText).filter((text) => values.has(text));
  if (common.length === 0) return NONE;
  const text = common.find((candidate) => trimmed(candidate) === candidate);
  return text === undefined ? UNKNOWN : { kind: "text", text };
}

function wantedBy({ how, texts }: TextPredicate): readonly Wanted[] {
  return texts.map((text) => ({ how, text }));
}

/** A text without wildcards is one piece. */
function wholeText({ folded }: PlanText): string {
  return folded.join("*");
}

function isFoundIn({ how, text }: Wanted, subject: string): boolean {
  switch (how) {
    case "keyword":
      return hasKeyword(subject, wholeText(text));
    case "word":
      return hasWord(subject, wholeText(text), isWordCharacter);
    case "exact":
      return isExactly(subject, text.folded);
  }
}

/** The folded texts for which a predicate about one text holds. */
export function automatonOf({
  how,
  texts: [text],
}: TextPredicate & { readonly texts: readonly [PlanText] }): Automaton {
  switch (how) {
    case "keyword":
      return new KeywordAutomaton(wholeText(text));
    case "word":
      return new WordAutomaton(wholeText(text));
    case "exact":
      return new ExactAutomaton(text.folded);
  }
}

/** Whether the subject must be the text; white space at the subject's ends is taken off first. */
function isWhole(how: TextMatchWord): boolean {
  return VOCABULARY[how].matchesWholeSubject;
}

/** Of a whole subject the white space at the ends is taken off, so what begins or ends with it is never there. */
function isNeverFound({ how, text: { folded } }: Wanted): boolean {
  return isWhole(how) && (beginsWithSpace(folded[0] ?? "") || endsWithSpace(folded.at(-1) ?? ""));
}

/**
 * Texts in which the wanted one is found, such that whatever is found in all of them is found wherever it is. Letters beside
 * a keyword are the worst neighbours for a word, symbols those for a text that goes on; without neighbours the white space
 * at its ends is lost to `exact`.
 */
function extremesOf({ how, text }: Wanted, { letter, symbol }: Fillers): readonly string[] {
  switch (how) {
    case "keyword": {
      const keyword = wholeText(text);
      return [letter + keyword + letter, keyword];
    }
    case "word": {
      const word = wholeText(text);
      return [letter + symbol + word + symbol + letter, word];
    }
    case "exact":
      return [text.folded.join(letter)];
  }
}

function wantedImplies(wanted: Wanted, implied: Wanted): boolean {
  const fillers = fillersFor([...wanted.text.folded, ...implied.text.folded]);
  return fillers !== null && extremesOf(wanted, fillers).every((text) => isFoundIn(implied, text));
}

function commonOfWanted(one: Wanted, other: Wanted): CommonText {
  if (isNeverFound(one) || isNeverFound(other)) return NONE;
  const fillers = fillersFor([...one.text.folded, ...other.text.folded]);
  if (fillers === null) return UNKNOWN;
  const text = candidates(one, other, fillers).find(
    (candidate) => isFoundIn(one, candidate) && isFoundIn(other, candidate),
  );
  if (text !== undefined) return { kind: "text", text };
  return excludeEachOther(one, other) ? NONE : UNKNOWN;
}

/** Texts in which both may be found: one behind the other, or one in the place of the other's wildcard. */
function candidates(one: Wanted, other: Wanted, { letter, symbol }: Fillers): readonly string[] {
  const [a, b] = [one.text.folded, other.text.folded];
  const between = (pieces: readonly string[]) => pieces.join(symbol);
  const filled = (pieces: readonly string[], inner: readonly string[]) => {
    const [first = "", ...rest] = pieces;
    return rest.length === 0 ? first : first + symbol + between(inner) + symbol + between(rest);
  };
  const longer = (x: string, y: string) => (x.length < y.length ? y : x);
  const ends = [longer(a[0] ?? "", b[0] ?? ""), longer(a.at(-1) ?? "", b.at(-1) ?? "")] as const;
  const inside = between([...a.slice(1, -1), ...b.slice(1, -1)]);
  return [
    letter + symbol + between([...a, ...b]) + symbol + letter,
    filled(a, b),
    filled(b, a),
    ends[0] + symbol + inside + symbol + ends[1],
    // White space that only one of them sees.
    surroundedBy(between(b), between(a)),
    surroundedBy(between(a), between(b)),
  ];
}

/** The text with the white space of another at its ends. */
function surroundedBy(spaced: string, text: string): string {
  const { start, end } = trimmedRange(spaced, 0, spaced.length);
  return spaced.slice(0, start) + text + spaced.slice(end);
}

/** Whether surely no text has both; sound whatever was tried before. */
function excludeEachOther(one: Wanted, other: Wanted): boolean {
  if (!isWhole(one.how)) return isWhole(other.how) && excludeEachOther(other, one);
  const own = one.text.folded;
  if (own.length === 1) {
    const value = wholeText(one.text);
    // Around the value there may be white space, in which a keyword or word with such ends can be found.
    if (isWhole(other.how) || trimmed(wholeText(other.text)) === wholeText(other.text))
      return !isFoundIn(other, value);
    return !value.includes(trimmed(wholeText(other.text)));
  }
  if (!isWhole(other.how)) return false;
  const another = other.text.folded;
  if (another.length === 1) return !isFoundIn(one, wholeText(other.text));
  const [a, b, c, d] = [own[0] ?? "", another[0] ?? "", own.at(-1) ?? "", another.at(-1) ?? ""];
  return !(a.startsWith(b) || b.startsWith(a)) || !(c.endsWith(d) || d.endsWith(c));
}

function beginsWithSpace(text: string): boolean {
  return trimmedRange(text, 0, text.length).start > 0;
}

function endsWithSpace(text: string): boolean {
  const { start, end } = trimmedRange(text, 0, text.length);
  return end < text.length || (start === end && text !== "");
}
