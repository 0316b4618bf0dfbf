import type { TextLetter } from "./text-letters.js";
import type { TextMachine } from "./text-machine.js";

/** Which of some machines accept one text, and the shortest such text. */
export interface TextVector {
  /** Bit m: machine m accepts. */
  readonly holds: bigint;
  readonly text: string;
}

/**
 * Every combination of answers that the machines give to one text, by walking through all of them side by side, breadth first:
 * the walk comes to every combination of states that any text leads to, so none is missing. Null beyond so many combinations.
 */
export function textVectors(
  machines: readonly TextMachine[],
  letters: readonly TextLetter[],
  mostStates: number,
): readonly TextVector[] | null {
  const start: Place = { states: machines.map(() => 0), before: null, letter: "" };
  const places: Place[] = [start];
  const seen = new Set([keyOf(start.states)]);
  const vectors = new Map<bigint, TextVector>();
  // The list grows while it is walked.
  for (const place of places) {
    const holds = heldIn(place.states, machines);
    if (!vectors.has(holds)) vectors.set(holds, { holds, text: textTo(place) });
    for (const [index, { character }] of letters.entries()) {
      const states = place.states.map(
        (state, machine) => machines[machine]?.next[state * letters.length + index] ?? 0,
      );
      const key = keyOf(states);
      if (seen.has(key)) continue;
      if (seen.size >= mostStates) return null;
      seen.add(key);
      places.push({ states, before: place, letter: character });
    }
  }
  return [...vectors.values()];
}

interface Place {
  readonly states: readonly number[];
  /** The place that the letter leads from; null at the start. */
  readonly before: Place | null;
  readonly letter: string;
}

function keyOf(states: readonly number[]): string {
  return String.fromCharCode(...states);
}

function heldIn(states: readonly number[], machines: readonly TextMachine[]): bigint {
  let holds = 0n;
  for (const [machine, state] of states.entries())
    if (machines[machine]?.accepts[state] === true) holds |= 1n << BigInt(machine);
  return holds;
}

function textTo(place: Place): string {
  let text = "";
  for (let at: Place | null = place; at !== null; at = at.before) text = at.letter + text;
  return text;
}
