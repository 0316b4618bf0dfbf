/*
 * Types for every mapping file where no declarations were written for it: `"types": ["@responses/build/client"]`.
 *
 * They know neither labels nor captures, which are `string` here; `responses types` and the plugins write declarations that do.
 * Beware: with this file, and without `allowArbitraryExtensions`, TypeScript takes these types without a word.
 */
declare module "*.responses" {
  /** What a remote system gave. */
  export interface Response {
    /** The HTTP status; anything but an integer counts as none. */
    readonly status?: number | null | undefined;
    /** Text, or UTF-8 bytes; a missing body is empty, and so is one of more than 536870888 bytes. */
    readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
  }

  /** The captured parts by name; a part that the response does not have is absent. */
  export interface Captures {
    readonly [name: string]: string | undefined;
  }

  /** How a response is to be read. */
  export interface Verdict {
    readonly outcome: "success" | "reject" | "error" | "unmapped";
    readonly label: string | null;
    readonly captures: Captures;
  }

  /** A rule: its outcome, its label (of one from a field, what stands in for it), and where it is written (line from 1). */
  export interface Rule {
    readonly outcome: "success" | "reject" | "error";
    readonly label: string | null;
    readonly file: string;
    readonly line: number;
  }

  /** The rules in the order in which they are tried. */
  export const rules: readonly Rule[];

  /** The verdict on a response. Never throws. */
  export function match(response: Response): Verdict;

  /** The index in `rules` of the deciding rule, or -1. Never throws. */
  export function classify(status: Response["status"], body: Response["body"]): number;
}
