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
    /** The text as it came, not what a parser made of it, or UTF-8 bytes; a missing body is empty, and so is one of more than 536870888 bytes. */
    readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
  }

  /** The captured parts by name; a part that the response does not have is absent. */
  export type Captures = {
    readonly [name: string]: string | undefined;
  };

  /** The labels that rules give by themselves, by outcome, as far as these types know them. */
  export interface FixedLabels {
    readonly success: string;
    readonly reject: string;
    readonly error: string;
  }

  /** How a response is to be read. */
  export type Verdict =
    | { readonly outcome: "success"; readonly label: string | null; readonly captures: Captures }
    | { readonly outcome: "reject"; readonly label: string | null; readonly captures: Captures }
    | { readonly outcome: "error"; readonly label: string | null; readonly captures: Captures }
    | { readonly outcome: "unmapped"; readonly label: null; readonly captures: Captures };

  /** A rule: its outcome, its label (of one from a field, what stands in for it), and where it is written (line from 1). */
  export interface Rule<Outcome = "success" | "reject" | "error", Label = string | null> {
    readonly outcome: Outcome;
    readonly label: Label;
    readonly file: string;
    readonly line: number;
  }

  export type RuleIndex = number;
  export type Rules = readonly Rule[];

  /** The rules in the order in which they are tried. */
  export const rules: Rules;

  /** The verdict on a response. Never throws. */
  export function match(response: Response): Verdict;

  /** The module of any mapping, for tables of several. */
  export interface MappingModule {
    readonly rules: readonly Rule[];
    readonly match: (response: Response) => {
      readonly outcome: "success" | "reject" | "error" | "unmapped";
      readonly label: string | null;
      readonly captures: { readonly [name: string]: string | undefined };
    };
    readonly classify: (status: Response["status"], body: Response["body"]) => number;
  }

  /** The index in `rules` of the deciding rule, or -1. Never throws. */
  export function classify(status: Response["status"], body: Response["body"]): number;
}
