import { parentPort } from "node:worker_threads";
import { compareWithEnumeration, WORLD_SLICES } from "./against-enumeration.js";
import { compareWithProducts } from "./against-products.js";
import { compareWithSampling } from "./against-sampling.js";
import { Tally } from "./tally.js";

/*
 * A thread of the campaign: it is given batches of one part each, and tells what it compared and what differs.
 */

/** What an analysis is compared with. */
export type Part = "products" | "enumeration" | "sampling";

/** Seeds of lists, or slices of the small world. */
export interface Batch {
  readonly part: Part;
  readonly first: number;
  /** How many. */
  readonly count: number;
}

/** What a thread tells: that it is ready, and how many slices the small world has; or what came of a batch. */
export type Told =
  | { readonly kind: "ready"; readonly slices: number }
  | ({ readonly kind: "compared" } & Compared);

export interface Compared {
  readonly part: Part;
  readonly counts: Readonly<Record<string, number>>;
  /** What differs, in words that tell how to see it again. */
  readonly differences: readonly string[];
}

const COMPARE: Readonly<Record<Part, (number: number, tally: Tally) => readonly string[]>> = {
  products: compareWithProducts,
  enumeration: compareWithEnumeration,
  sampling: compareWithSampling,
};

parentPort?.on("message", ({ part, first, count }: Batch) => {
  const tally = new Tally();
  const differences: string[] = [];
  for (let number = first; number < first + count; number++)
    differences.push(...compared(part, number, tally));
  parentPort?.postMessage({ kind: "compared", part, counts: tally.counts, differences } satisfies Told);
});

parentPort?.postMessage({ kind: "ready", slices: WORLD_SLICES } satisfies Told);

/** An analysis that throws differs, too. */
function compared(part: Part, number: number, tally: Tally): readonly string[] {
  try {
    return COMPARE[part](number, tally);
  } catch (error) {
    return [`${part} ${number}: ${error instanceof Error ? error.stack : String(error)}`];
  }
}
