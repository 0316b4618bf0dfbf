import { isWholeAnswer } from "@responses/dsl/editor";
import type { PastedResponse } from "../verdict/report.js";

/** What stands in the field for the status: a status, nothing, or what is none. */
export type WrittenStatus =
  | { readonly kind: "status"; readonly status: number | null }
  | { readonly kind: "no-status" };

export function statusIn(written: string): WrittenStatus {
  const trimmed = written.trim();
  if (trimmed === "") return { kind: "status", status: null };
  return /^[1-9]\d\d$/.test(trimmed) ? { kind: "status", status: Number(trimmed) } : { kind: "no-status" };
}

/** The response that the page shows. A whole answer has its own status. */
export function pastedResponse(text: string, written: WrittenStatus): PastedResponse {
  if (isWholeAnswer(text)) return { kind: "answer", text };
  return { kind: "parts", status: written.kind === "status" ? written.status : null, body: text };
}
