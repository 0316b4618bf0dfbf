import type { FindingName, FixKind } from "@responses/dsl";

/** What a build step says of a mapping file: an error refuses the build, a warning does not. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** The name of the finding; null for what is wrong with a file as such, such as one that cannot be read. */
  readonly name: FindingName | null;
  /** A sentence, on one line or several, without control characters. */
  readonly message: string;
  /** A response that shows it, on one line; null where there is none, or the message has it. */
  readonly example: string | null;
  /** The file that it is about: absolute, with the separators of the system. */
  readonly path: string;
  /** Null for the file as a whole. */
  readonly place: ProblemPlace | null;
  readonly related: readonly RelatedProblemPlace[];
  readonly fixes: readonly ProblemFix[];
}

/** A stretch of a file that ends where its first line ends, at the latest. */
export interface ProblemPlace {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units and in UTF-8 bytes. */
  readonly column: number;
  readonly byteColumn: number;
  /** In UTF-16 units and in UTF-8 bytes. */
  readonly length: number;
  readonly byteLength: number;
  /** The line without its end, as it is. */
  readonly lineText: string;
  /** The line and a mark below the stretch, to be printed: two lines, long ones cut, without control characters. */
  readonly frame: string;
}

/** Another place that belongs to a problem, and what it has to do with it. */
export interface RelatedProblemPlace {
  readonly message: string;
  readonly path: string;
  readonly place: ProblemPlace;
}

/** A way to mend a problem. */
export interface ProblemFix {
  readonly title: string;
  /** An automatic one leaves the meaning as it is, so that `responses check --fix` makes it. */
  readonly kind: FixKind;
  /** What stands in place of the problem's stretch after the fix; null where the fix changes anything else. */
  readonly replacement: string | null;
}

/** Whether a build with the problems is to be refused. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
