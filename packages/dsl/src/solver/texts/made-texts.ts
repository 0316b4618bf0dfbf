import type { Alphabet } from "../../plan/automata/alphabet.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";
import { type SingleText, writtenText } from "./single-text.js";

/** Ways to order and to space more texts than these are not tried. */
const MOST_JOINED = 6;

/**
 * Texts in which all the wanted ones may be found, the most natural first: as they are written, side by side, then with something
 * around them that no test names. A few of all that there are, for whoever tries them before searching.
 */
export function* madeTexts(wanted: readonly SingleText[], alphabet: Alphabet): Iterable<string> {
  const letter = alphabet.otherLetter.text;
  const symbol = alphabet.otherSymbol.text;
  const whole = wanted.filter(({ how }) => VOCABULARY[how].matchesWholeSubject);
  const parts = wanted.filter(({ how }) => !VOCABULARY[how].matchesWholeSubject);
  const [frame, ...otherFrames] = whole;
  if (frame === undefined) {
    if (parts.length === 0) yield* ["", letter, symbol];
    else yield* joinedTexts(parts, letter, symbol);
    return;
  }
  const [{ pieces }] = frame.texts;
  for (const filling of ["", letter, ` ${letter} `, symbol]) yield writtenText(frame, filling);
  if (pieces.length < 2) return;
  const inner = [...otherFrames, ...parts];
  if (inner.length === 0 || inner.length > MOST_JOINED) return;
  for (let gap = 1; gap < pieces.length; gap++) {
    for (const joined of joinedTexts(inner, letter, symbol)) {
      const [before, behind] = [pieces.slice(0, gap), pieces.slice(gap)];
      yield `${before.join("")}${joined}${behind.join("")}`;
      yield `${before.join(symbol)}${symbol}${joined}${symbol}${behind.join(symbol)}`;
    }
  }
}

function* joinedTexts(wanted: readonly SingleText[], letter: string, symbol: string): Iterable<string> {
  const texts = wanted.map((text) => writtenText(text, ""));
  const orders = texts.length === 1 || texts.length > MOST_JOINED ? [texts] : [texts, [...texts].reverse()];
  for (const order of orders) {
    for (const between of [" ", symbol, `${letter}${symbol}${letter}`, letter, ""]) {
      const joined = order.join(between);
      yield joined;
      yield `${letter}${joined}${letter}`;
      yield `${symbol}${joined}${symbol}`;
      yield `${letter}${symbol}${joined}${symbol}${letter}`;
    }
  }
}
