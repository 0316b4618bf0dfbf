import type { ClassifiedBlock } from "./block-classifier.js";
import type { LineNames } from "./line-names.js";

/** What a thread begins with: the mapping, compiled to CommonJS. */
export interface WorkerData {
  readonly code: string;
  readonly reading: LineReading;
}

/** How lines are read, and what is counted of them. */
export interface LineReading {
  readonly names: LineNames;
  /** Whether a whole number in quotation marks is a status, as spreadsheets write them. */
  readonly quotedStatus: boolean;
  /** Whether it is counted how many responses each rule decides, which takes as long again. */
  readonly countsRules: boolean;
}

/** A block for it, which is the thread's from then on. */
export interface GivenBlock {
  readonly bytes: Uint8Array;
  readonly isFirst: boolean;
}

/** What a thread answers: what became of a block, or null once, when it has started. The output comes as plain bytes. */
export type Answer = (Omit<ClassifiedBlock, "output"> & { readonly output: Uint8Array }) | null;
