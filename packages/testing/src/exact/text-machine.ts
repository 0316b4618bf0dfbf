import type { TextLetter } from "./text-letters.js";

/*
 * The three ways to match as machines that read a text letter by letter. Each is first said as a machine that may be in several
 * states at once, straight from docs/language.md, and then made deterministic by the textbook's subset construction.
 */

/** A deterministic machine over numbered letters: `next[state * letters + letter]`. It starts in state 0. */
export interface TextMachine {
  readonly next: readonly number[];
  readonly accepts: readonly boolean[];
}

/** A machine that is in several states at once: it accepts if one of them does. */
interface ManyStates {
  readonly starts: readonly number[];
  next(state: number, letter: TextLetter): readonly number[];
  accepts(state: number): boolean;
}

/** Where one of the texts, each cut at its wildcards, is found. */
export function machineFor(
  how: "keyword" | "word" | "exact",
  texts: readonly (readonly string[])[],
  letters: readonly TextLetter[],
): TextMachine {
  return deterministic(oneOf(texts.map((pieces) => machineOf(how, pieces))), letters);
}

/** Where nothing stands. */
export function emptyTextMachine(letters: readonly TextLetter[]): TextMachine {
  const nothing: ManyStates = { starts: [0], next: () => [], accepts: () => true };
  return deterministic(nothing, letters);
}

function machineOf(how: "keyword" | "word" | "exact", pieces: readonly string[]): ManyStates {
  switch (how) {
    case "keyword":
      return keywordMachine([...pieces.join("*")]);
    case "word":
      return wordMachine([...pieces.join("*")]);
    case "exact":
      return exactMachine(pieces);
  }
}

/** State `n`: the text's first n letters have just been read; the last state is never left. */
function keywordMachine(text: readonly string[]): ManyStates {
  const found = text.length;
  return {
    starts: [0],
    next(state, { character }) {
      if (state === found) return [found];
      const onward = text[state] === character ? [state + 1] : [];
      return state === 0 ? [0, ...onward] : onward;
    },
    accepts: (state) => state === found,
  };
}

/**
 * State 0: an occurrence may begin here, since nothing stands before, or no word character does. State `n`: its first n letters
 * have been read. Behind the last of them stands nothing, or no word character: then it is found for good.
 */
function wordMachine(text: readonly string[]): ManyStates {
  const complete = text.length;
  const found = complete + 1;
  const anywhere = complete + 2;
  return {
    starts: [0, anywhere],
    next(state, { character, isWordCharacter }) {
      if (state === found) return [found];
      if (state === anywhere) return isWordCharacter ? [anywhere] : [anywhere, 0];
      if (state === complete) return isWordCharacter ? [] : [found];
      return text[state] === character ? [state + 1] : [];
    },
    accepts: (state) => state === found || state === complete,
  };
}

/** In a pattern: any run of letters. */
const WILDCARD = null;

/**
 * White space, then what the pattern stands for, which neither begins nor ends in white space, then white space. A state is a place
 * in the pattern, whether anything has been read for it, and whether that ended in white space; or `behind`, after the pattern.
 */
function exactMachine(pieces: readonly string[]): ManyStates {
  const pattern = pieces.flatMap((piece, index) => (index === 0 ? [...piece] : [WILDCARD, ...piece]));
  const end = pattern.length;
  const behind = -1;
  const stateOf = (place: number, hasBegun: boolean, endsInSpace: boolean): number =>
    place * 4 + (hasBegun ? 2 : 0) + (endsInSpace ? 1 : 0);
  /** The state at the place, and those behind wildcards that stand for nothing. */
  const statesAt = (place: number, hasBegun: boolean, endsInSpace: boolean): number[] => {
    const here = stateOf(place, hasBegun, endsInSpace);
    return pattern[place] === WILDCARD ? [here, ...statesAt(place + 1, hasBegun, endsInSpace)] : [here];
  };
  const mayEnd = (state: number): boolean => Math.floor(state / 4) === end && state % 2 === 0;
  return {
    starts: statesAt(0, false, false),
    next(state, { character, isWhiteSpace }) {
      if (state === behind) return isWhiteSpace ? [behind] : [];
      const place = Math.floor(state / 4);
      const hasBegun = state % 4 >= 2;
      const states: number[] = [];
      if (isWhiteSpace && place === 0 && !hasBegun) states.push(...statesAt(0, false, false));
      if (isWhiteSpace && mayEnd(state)) states.push(behind);
      if (place < end && (hasBegun || !isWhiteSpace)) {
        if (pattern[place] === WILDCARD) states.push(...statesAt(place, true, isWhiteSpace));
        else if (pattern[place] === character) states.push(...statesAt(place + 1, true, isWhiteSpace));
      }
      return states;
    },
    accepts: (state) => state === behind || mayEnd(state),
  };
}

/** All machines side by side: the states of machine m are m + machines × its own. */
function oneOf(machines: readonly ManyStates[]): ManyStates {
  const count = machines.length;
  const numbered = (states: readonly number[], machine: number) =>
    states.map((state) => (state + 1) * count + machine);
  const machineWith = (state: number) => machines[state % count];
  const ownState = (state: number) => Math.floor(state / count) - 1;
  return {
    starts: machines.flatMap(({ starts }, index) => numbered(starts, index)),
    next: (state, letter) => numbered(machineWith(state)?.next(ownState(state), letter) ?? [], state % count),
    accepts: (state) => machineWith(state)?.accepts(ownState(state)) === true,
  };
}

function deterministic(machine: ManyStates, letters: readonly TextLetter[]): TextMachine {
  const sets: (readonly number[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (states: readonly number[]): number => {
    const set = [...new Set(states)].sort((a, b) => a - b);
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, sets.length);
    sets.push(set);
    return sets.length - 1;
  };
  numberOf(machine.starts);
  const next: number[] = [];
  // The list grows while it is walked.
  for (const set of sets)
    for (const letter of letters) next.push(numberOf(set.flatMap((state) => machine.next(state, letter))));
  return { next, accepts: sets.map((set) => set.some((state) => machine.accepts(state))) };
}
