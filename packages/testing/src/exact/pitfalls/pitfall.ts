import type { Response } from "@responses/dsl";

/** A list of rules about which a shortcut says something wrong, with what is right, worked out by hand. */
export interface Pitfall {
  readonly name: string;
  /** The rules, one a line. */
  readonly rules: readonly string[];
  /** For each of them. */
  readonly answers: readonly PitfallAnswer[];
  /**
   * True where what is right follows from how the fields read bodies and from nothing that an analysis has to know: it may then say
   * that it has not decided, but not the contrary.
   */
  readonly mayStayUndecided?: true;
}

export type PitfallAnswer =
  /** It decides this response. */
  | { readonly kind: "reachable"; readonly response: Response }
  | { readonly kind: "impossible" }
  /** It holds for some responses, but these rules above take them all: every set of as few as suffice, places from 0. */
  | { readonly kind: "unreachable"; readonly fewest: readonly (readonly number[])[] };

export const IMPOSSIBLE: PitfallAnswer = { kind: "impossible" };

/** It decides the response with this body. */
export function decides(body: string, status: number | null = null): PitfallAnswer {
  return { kind: "reachable", response: { status, body } };
}

/** The rules of any of the sets, by their places from 0, take all of its responses; fewer do not. */
export function takenBy(...fewest: readonly (readonly number[])[]): PitfallAnswer {
  return { kind: "unreachable", fewest };
}
