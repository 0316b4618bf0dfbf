import type { ExpectedVerdict } from "../model/mapping.js";
import { VERDICT_WORDS } from "../syntax/vocabulary.js";
import { foldText } from "../text/case-folding.js";

/** What an example's verdict says. */
export type SeenIn = ExpectedVerdict["outcome"];

/** How many examples of each outcome hold something. */
export type OutcomeCounts = Readonly<Record<SeenIn, number>>;

/** A text of some examples' bodies. */
export interface SeenText {
  readonly text: string;
  readonly counts: OutcomeCounts;
}

interface GrowingText {
  readonly text: string;
  readonly counts: Record<SeenIn, number>;
  /** The last example that held it: each counts once. */
  lastExample: number;
}

/** The texts that were seen in some place, each with the examples that hold it. Case makes no difference to any test. */
export class SeenTexts {
  readonly #texts = new Map<string, GrowingText>();
  readonly #most: number;
  /** The texts in the order in which they tell an outcome, as far as somebody has asked. */
  readonly #ordered = new Map<SeenIn | null, readonly SeenText[]>();

  /** Of more different texts than `most` only the first are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Notes a text of the example of that number; examples come one after the other. */
  add(text: string, example: number, outcome: SeenIn): void {
    const known = this.#at(text);
    if (known === null || known.lastExample === example) return;
    known.lastExample = example;
    known.counts[outcome]++;
  }

  /** Notes what is known of a text from elsewhere. */
  addSeen({ text, counts }: SeenText): void {
    const known = this.#at(text);
    if (known === null) return;
    for (const outcome of VERDICT_WORDS) known.counts[outcome] += counts[outcome];
  }

  #at(text: string): GrowingText | null {
    this.#ordered.clear();
    const key = foldText(text);
    const before = this.#texts.get(key);
    if (before !== undefined) return before;
    if (this.#texts.size >= this.#most) return null;
    const known: GrowingText = { text, counts: noCounts(), lastExample: -1 };
    this.#texts.set(key, known);
    return known;
  }

  get size(): number {
    return this.#texts.size;
  }

  /** In the order in which they were first seen. */
  get all(): Iterable<SeenText> {
    return this.#texts.values();
  }

  /** The first of them, `count` at most. */
  first(count: number): readonly SeenText[] {
    const found: SeenText[] = [];
    for (const seen of this.#texts.values()) {
      if (found.length === count) break;
      found.push(seen);
    }
    return found;
  }

  /**
   * All of them, those first that tell the outcome best: they are in examples of it and in no others. For no outcome in
   * particular, the most frequent first.
   */
  mostTellingFirst(outcome: SeenIn | null): readonly SeenText[] {
    let ordered = this.#ordered.get(outcome);
    if (ordered === undefined) {
      ordered = inOrder(this.all, outcome);
      this.#ordered.set(outcome, ordered);
    }
    return ordered;
  }
}

export function noCounts(): Record<SeenIn, number> {
  return { success: 0, reject: 0, error: 0, unmapped: 0 };
}

export function totalOf(counts: OutcomeCounts): number {
  return VERDICT_WORDS.reduce((total, outcome) => total + counts[outcome], 0);
}

function inOrder(texts: Iterable<SeenText>, outcome: SeenIn | null): readonly SeenText[] {
  return [...texts]
    .map((seen) => ({
      seen,
      score: outcome === null ? totalOf(seen.counts) : tellingScore(seen.counts, outcome),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ seen }) => seen);
}

/** Higher for what speaks for the outcome. */
function tellingScore(counts: OutcomeCounts, outcome: SeenIn): number {
  const own = counts[outcome];
  const others = totalOf(counts) - own;
  if (own === 0) return -others;
  return own / (own + others) + (others === 0 ? 1 : 0) + own / 1_000_000;
}
