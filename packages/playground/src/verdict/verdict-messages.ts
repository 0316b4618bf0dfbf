import type { PastedResponse, RecordedExample, Report } from "./report.js";

/** What the page asks its worker; answers carry the number of the question. */
export type VerdictQuestion =
  | {
      readonly id: number;
      readonly kind: "explain";
      readonly mapping: string;
      readonly response: PastedResponse;
    }
  | { readonly id: number; readonly kind: "first-example"; readonly mapping: string };

export type VerdictAnswer =
  | { readonly id: number; readonly kind: "report"; readonly report: Report }
  | { readonly id: number; readonly kind: "example"; readonly example: RecordedExample | null };
