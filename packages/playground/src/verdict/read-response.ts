import { readHttpAnswer } from "@responses/dsl/editor";
import type { PastedResponse, Report } from "./report.js";

/** A response that can be given to a mapping, and where its body begins in what was pasted. */
export interface ReadResponse {
  readonly kind: "response";
  readonly status: number | null;
  readonly body: string;
  /** A UTF-16 offset. */
  readonly bodyStart: number;
}

/**
 * The response that somebody pasted. What is pasted is text already: charsets and compression that its headers tell of were undone
 * before.
 */
export function readResponse(
  pasted: PastedResponse,
): ReadResponse | Extract<Report, { readonly kind: "no-response" }> {
  if (pasted.kind === "parts") {
    return { kind: "response", status: pasted.status, body: pasted.body, bodyStart: 0 };
  }
  // A copied answer often has empty lines before it.
  const answer = pasted.text.replace(/^\uFEFF?\s+/, "");
  const reading = readHttpAnswer(new TextEncoder().encode(answer));
  if (reading.kind === "fault") return { kind: "no-response", reason: reading.reason, line: reading.line };
  const body = new TextDecoder("utf-8", { ignoreBOM: true }).decode(reading.body);
  return { kind: "response", status: reading.status, body, bodyStart: pasted.text.length - body.length };
}
