import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ReceivedResponse } from "../../features/responses/given-response.js";
import { bytesOfBase64 } from "../../workspace/files/base64-bytes.js";
import { memberOf } from "./member-of.js";

/** What a client sent as a response. Throws the protocol's error for parameters that are none. */
export function receivedResponse(given: unknown): ReceivedResponse {
  const http = memberOf(given, "http");
  if (typeof http === "string") return { http };
  const text = memberOf(given, "text");
  const status = memberOf(given, "status") ?? null;
  if (typeof text === "string" && (status === null || typeof status === "number")) return { text, status };
  const httpBytes = bytesIn(memberOf(given, "httpBytes"));
  if (httpBytes !== null) return { httpBytes };
  const body = memberOf(given, "body");
  const bodyBytes = bytesIn(memberOf(given, "bodyBytes"));
  if (status === null || typeof status === "number") {
    if (typeof body === "string") return { status, body };
    if (bodyBytes !== null) return { status, bodyBytes };
  }
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    "the response must have a status (a number or null) and a body (a text, or its bytes in base64 as bodyBytes), or be what curl -i printed, as http (a text) or httpBytes (in base64), or be a text that somebody copied (text)",
  );
}

function bytesIn(member: unknown): Uint8Array | null {
  return typeof member === "string" ? bytesOfBase64(member) : null;
}
