import type { Verdict } from "@responses/dsl";

/** What the command's exit code says. */
export const EXIT = {
  /** All is well. */
  fine: 0,
  /** An error, a failing example, or more warnings than allowed. */
  problems: 1,
  /** Wrong use, a file that can't be read or written, or nothing to check. */
  unusable: 2,
  /** Whether all is well was not decided. */
  undecided: 3,
  /** An accepted difference is not what the change does any more. A verdict has 4 (below), and no code says two things. */
  expired: 5,
  /** The command is at fault itself, or its installation: it broke off before it came to an end. As in sysexits.h. */
  crashed: 70,
} as const;

/** What it says of the verdict where that was asked for. */
export const EXIT_OF_OUTCOME = { success: 0, reject: 1, error: 3, unmapped: 4 } as const satisfies Readonly<
  Record<Verdict["outcome"], number>
>;

export type ExitCode =
  | (typeof EXIT)[keyof typeof EXIT]
  | (typeof EXIT_OF_OUTCOME)[keyof typeof EXIT_OF_OUTCOME];
