import type { Alphabet } from "../../plan/automata/alphabet.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";
import { naturallyJoined, naturalText, type SingleText, writtenText } from "./single-text.js";

/** Ways to order and to space more texts than these are not tried. */
const MOST_JOINED = 6;

/**
 * Texts in which all the wanted ones may be found, the most natural first: as they are written, side by side, then as systems say more
 * than that, then with something around them that no test names. A few of all that there are, for whoever tries them before searching.
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
  yield* filledFrame(frame);
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

/** More words, of which none says that the rest is so or not. */
const BEFORE = "partly ";
const BEHIND = " again";
/** What makes another word of one, as of a code. */
const NUMBER = "2";

/** What systems say that say these texts and more: in words beside them, or in longer words. */
function* saidWithMore(texts: readonly string[]): Iterable<string> {
  const joined = texts.join(" ");
  yield `${BEFORE}${joined}`;
  yield `${joined}${BEHIND}`;
  yield texts.map((text) => `${text}${NUMBER}`).join(" ");
}

/** The same in the place of wildcards. */
function* filledFrame(frame: SingleText): Iterable<string> {
  if (!VOCABULARY[frame.how].asteriskIsWildcard) return;
  const [{ pieces }] = frame.texts;
  const joined = naturallyJoined(pieces);
  yield joined;
  if (pieces[0] === "") yield `${BEFORE}${joined}`;
  if (pieces.at(-1) === "") {
    yield `${joined}${BEHIND}`;
    yield `${joined}${NUMBER}`;
  }
  if (!pieces.includes("")) yield pieces.join(" and ");
}

function* joinedTexts(wanted: readonly SingleText[], letter: string, symbol: string): Iterable<string> {
  const texts = wanted.map(naturalText);
  yield texts.join(" ");
  yield* saidWithMore(texts);
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
