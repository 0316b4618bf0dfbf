import { parentPort, workerData } from "node:worker_threads";
import { Random } from "@responses/testing/random";
import { longResponses, nearResponses } from "./bodies.js";
import { type Count, type Difference, differenceOf } from "./differences.js";
import { type MadeMapping, randomMapping, smallMapping } from "./mappings.js";
import { shrunk } from "./shrink.js";
import { waysOf } from "./ways.js";

/*
 * A thread of the campaign: each round is a mapping, all ways to run it, and responses. A round is told by its seed alone.
 */

/** The seeds of a thread's rounds are `first`, and each time `step` more. */
export interface Task {
  readonly first: number;
  readonly step: number;
}

/** What a thread tells after a round. */
export interface Told {
  readonly verdicts: number;
  /** A difference, shown; null where there is none. */
  readonly difference: string | null;
}

/** Responses of a round: with many rules each takes longer to interpret. */
const MOST_RESPONSES = 4000;
const FEWEST_RESPONSES = 40;
const RULES_TRIED = 100_000;
const LONG_RESPONSES = 25;
const LONG_ROUNDS = 0.02;

/** How much of a mapping or a body is shown. */
const MOST_SHOWN = 4000;

const { first, step } = workerData as Task;
for (let seed = first; ; seed += step) {
  const told = round(seed);
  parentPort?.postMessage(told);
  if (told.difference !== null) break;
}

function round(seed: number): Told {
  const random = new Random(Math.imul(seed, 0x9e3779b1));
  const count: Count = { verdicts: 0 };
  const isLong = random.chance(LONG_ROUNDS);
  const made = isLong ? smallMapping(random) : randomMapping(random);
  try {
    const difference = firstDifference(made, isLong, random, count);
    return { ...count, difference: difference === null ? null : shown(seed, made, difference) };
  } catch (error) {
    const text = error instanceof Error ? error.stack : String(error);
    return { ...count, difference: `seed ${seed}\n${made.text.slice(0, MOST_SHOWN)}\n${text}` };
  }
}

function firstDifference(
  { mapping }: MadeMapping,
  isLong: boolean,
  random: Random,
  count: Count,
): Difference | null {
  const ways = waysOf(mapping);
  const draw = isLong ? longResponses(mapping) : nearResponses(mapping);
  const usual = Math.round(RULES_TRIED / Math.max(1, mapping.rules.length));
  const responses = isLong ? LONG_RESPONSES : Math.min(MOST_RESPONSES, Math.max(FEWEST_RESPONSES, usual));
  for (let left = responses; left > 0; left--) {
    const difference = differenceOf(mapping, ways, draw(random), count);
    if (difference !== null) return difference;
  }
  return null;
}

function shown(seed: number, { text }: MadeMapping, found: Difference): string {
  const small = shrunk(text, found);
  const { way, response, expected, given } = small?.difference ?? found;
  return [
    `seed ${seed}: ${way}`,
    small === null ? "not found again from a fresh start: it comes of what was run before" : "shrunk:",
    (small?.text ?? text).slice(0, MOST_SHOWN),
    `status ${String(response.status)}`,
    `body ${bodyShown(response.body)}`,
    `expected rule ${expected.index} ${JSON.stringify(expected.verdict)}`,
    `given ${given}`,
  ].join("\n");
}

function bodyShown(body: unknown): string {
  const text =
    typeof body === "string"
      ? JSON.stringify(body)
      : `bytes ${Buffer.from(body as Uint8Array).toString("hex")}`;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\u2026 of ${text.length}` : text;
}
