import type { WrittenVerdict } from "../../examples/written-example.js";
import { presentCaptures, type Verdict } from "../../matching/verdict.js";
import { isNoPrice, isPriceName } from "../words/price-names.js";

/** Longer texts are pages and messages, which nobody compares in an example. */
export const LONGEST_STATED = 300;

/**
 * The verdict that the example of a response states which somebody recorded: with the captures that picked something, so that whoever adds
 * it sees what is handed back. Left out are long texts, and a price of 0: what that means somebody has to say. What picked nothing is left
 * out, too: mostly it stands in other answers, and to state that it is absent would make a line of what is not there.
 */
export function recordedVerdict({ outcome, label, captures }: Verdict): WrittenVerdict {
  if (outcome === "unmapped") return { outcome, label };
  const stated = presentCaptures(captures).filter(
    ({ name, value }) => value.length <= LONGEST_STATED && !isFree(name, value),
  );
  return { outcome, label, captures: Object.fromEntries(stated.map(({ name, value }) => [name, value])) };
}

/** What a price of 0 means is another question, and an example that states it would answer that. */
export function isFree(name: string, value: string): boolean {
  return isPriceName(name) && isNoPrice(value);
}
