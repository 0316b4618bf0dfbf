import type { Verdict } from "@responses/dsl";

/** A line that could not be read. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  /** From 1; null where the line as a whole is meant. */
  readonly column: number | null;
  readonly reason: string;
}

/** What a stream held so far. */
export interface Tally {
  /** All lines, the empty ones and the bad ones included. */
  readonly lines: number;
  readonly bad: number;
  readonly bytes: number;
  readonly verdicts: Readonly<Record<Verdict["outcome"], number>>;
  /** How many bodies hold U+FFFD, the mark of a lost character, and the line of the first; null where none does. */
  readonly lost: LostBodies | null;
}

export interface LostBodies {
  readonly bodies: number;
  readonly firstLine: number;
  /** Whether that line's own bytes are no UTF-8: else the mark came with it. */
  readonly isNotUtf8: boolean;
}

export const NO_LINES: Tally = {
  lines: 0,
  bad: 0,
  bytes: 0,
  verdicts: { success: 0, reject: 0, error: 0, unmapped: 0 },
  lost: null,
};

/** The tally of a stream, given that of its beginning and that of what follows. */
export function sumOf(one: Tally, next: Tally): Tally {
  return {
    lines: one.lines + next.lines,
    bad: one.bad + next.bad,
    bytes: one.bytes + next.bytes,
    verdicts: {
      success: one.verdicts.success + next.verdicts.success,
      reject: one.verdicts.reject + next.verdicts.reject,
      error: one.verdicts.error + next.verdicts.error,
      unmapped: one.verdicts.unmapped + next.verdicts.unmapped,
    },
    lost: lostIn(one, next),
  };
}

function lostIn(one: Tally, next: Tally): LostBodies | null {
  if (next.lost === null) return one.lost;
  const bodies = (one.lost?.bodies ?? 0) + next.lost.bodies;
  const first = one.lost ?? { ...next.lost, firstLine: one.lines + next.lost.firstLine };
  return { ...first, bodies };
}
