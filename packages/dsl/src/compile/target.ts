import type { MappingPlan } from "../plan/mapping-plan.js";
import type { RuleOrigin } from "../plan/rule-origin.js";
import type { SearchWay } from "../runtime/text-search.js";

/** What a mapping is compiled to. It reads the plan, and nothing else of the mapping. */
export interface CompileTarget {
  /** Whether what it writes is a module that has TypeScript declarations beside it (`declareModule`). */
  readonly isModule: boolean;
  /** What the target cannot express; nothing if it can compile the whole plan. */
  supports(plan: MappingPlan): readonly Refusal[];
  /**
   * Writes a plan that the target supports: the text of a module, in ASCII, or of another file. The same plan, origin and options always give
   * the same text.
   */
  write(plan: MappingPlan, origin: MappingOrigin, options: TargetOptions): string;
}

/** For targets that have a choice. */
export interface TargetOptions {
  /** The only way to search texts; null for the fastest. */
  readonly searchWay: SearchWay | null;
  /** Where a module imports the runtime from; null where it carries what it needs. */
  readonly runtime: string | null;
}

/** A part of a plan, by its number there, for which a target has no way that gives every response the same verdict. */
export interface Refusal {
  readonly part: "rule" | "capture";
  readonly number: number;
  /** As the end of a sentence: `it asks for a part of a split, which SQL has no words for`. */
  readonly reason: string;
}

/** Where a mapping comes from, as generated files tell it. */
export interface MappingOrigin {
  /** The mapping's own file: a name without machine paths, so that the output is the same everywhere. */
  readonly source: string;
  /** One for each rule of the plan. */
  readonly rules: readonly RuleOrigin[];
}

/** For targets that can express all of the language. */
export function supportsAll(): readonly Refusal[] {
  return [];
}
