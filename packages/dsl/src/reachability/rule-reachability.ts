import type { UndecidedReason } from "../solver/question.js";

/** A response that shows something. */
export interface ShownResponse {
  readonly status: number | null;
  readonly body: string;
}

/** Whether a rule can ever decide. Rules are named by their places among the mapping's, from 0. */
export type RuleReachability =
  /** It decides this response: the interpreter says so. */
  | { readonly kind: "reachable"; readonly witness: ShownResponse }
  /** No response at all passes these of its tests, by their places: as few as leaving out one after the other gives. */
  | { readonly kind: "impossible"; readonly tests: readonly number[] }
  /** One of these rules above holds for every response that passes its tests. */
  | {
      readonly kind: "unreachable";
      /** Ascending. */
      readonly blockers: readonly number[];
      /** Whether it is proved that fewer do not suffice. */
      readonly areFewest: boolean;
    }
  | { readonly kind: "undecided"; readonly reason: ReachabilityReason };

export type ReachabilityReason =
  | UndecidedReason
  /** So many rules above take some of its responses each that not all could be gone through. */
  | { readonly kind: "many-rules-above"; readonly rules: number }
  /** The rules above it in the file used up what one file may cost. */
  | { readonly kind: "file-exhausted"; readonly steps: number };
