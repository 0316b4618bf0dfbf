import type { Letter } from "../../plan/automata/alphabet.js";
import type { Automaton } from "../../plan/automata/automaton.js";
import type { Work } from "../work.js";

/** A text, certainly none, or no answer within the bounds. */
export type FoundText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

interface Node {
  readonly states: readonly number[];
  readonly before: Node | null;
  readonly letter: string;
}

/**
 * The shortest text of all the required languages and of none of the excluded ones: the product of their automata, made as it is
 * searched, breadth first.
 */
export function shortestText(
  required: readonly Automaton[],
  excluded: readonly Automaton[],
  letters: readonly Letter[],
  work: Work,
): FoundText {
  const automata = [...required, ...excluded];
  const isWanted = automata.map((_, index) => index < required.length);
  const isEnd = (states: readonly number[]): boolean =>
    automata.every((automaton, index) => automaton.accepts(states[index] ?? 0) === isWanted[index]);
  const isHopeless = (states: readonly number[]): boolean =>
    automata.some((automaton, index) => automaton.settled(states[index] ?? 0) === !isWanted[index]);

  const start: Node = { states: automata.map((automaton) => automaton.start), before: null, letter: "" };
  const seen = new Set([start.states.join()]);
  let frontier: readonly Node[] = isHopeless(start.states) ? [] : [start];
  if (isEnd(start.states)) return { kind: "text", text: "" };
  while (frontier.length > 0) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const letter of letters) {
        if (!work.spend(automata.length)) return { kind: "unknown" };
        const states = automata.map((automaton, index) => automaton.step(node.states[index] ?? 0, letter));
        const key = states.join();
        if (seen.has(key)) continue;
        seen.add(key);
        if (isHopeless(states)) continue;
        const reached: Node = { states, before: node, letter: letter.text };
        if (isEnd(states)) return { kind: "text", text: textTo(reached) };
        next.push(reached);
      }
    }
    frontier = next;
  }
  return { kind: "none" };
}

function textTo(node: Node): string {
  const letters: string[] = [];
  for (let at: Node | null = node; at !== null; at = at.before) letters.push(at.letter);
  return letters.reverse().join("");
}
