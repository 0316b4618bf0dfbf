import { beginsWithCommand, readGivenText } from "@responses/dsl/editor";
import type { PastedResponse, Report } from "./report.js";

/** A response that can be given to a mapping, and where its body begins in what was pasted. */
export interface ReadResponse {
  readonly kind: "response";
  readonly status: number | null;
  readonly body: string;
  /** A UTF-16 offset. */
  readonly bodyStart: number;
}

/** The response that somebody pasted. */
export function readResponse(
  pasted: PastedResponse,
): ReadResponse | Extract<Report, { readonly kind: "no-response" }> {
  if (pasted.kind === "parts") {
    const { status, body } = pasted;
    if (!beginsWithCommand(body)) return { kind: "response", status, body, bodyStart: 0 };
    const given = readGivenText(body, new TextEncoder());
    return given.kind === "fault" ? { kind: "response", status, body, bodyStart: 0 } : { ...given, status };
  }
  const given = readGivenText(pasted.text, new TextEncoder());
  return given.kind === "fault" ? { kind: "no-response", reason: given.reason, line: given.line } : given;
}
