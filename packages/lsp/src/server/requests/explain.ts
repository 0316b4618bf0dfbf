import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import {
  explainResponse,
  type GivenResponse,
  type ReceivedResponse,
  type ResponseExplanation,
} from "../../features/explain-response.js";
import { bytesOfBase64 } from "../../workspace/files/base64-bytes.js";
import { memberOf } from "../client/member-of.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/explain` is asked with. */
export interface ExplainParams {
  readonly uri: string;
  readonly response: GivenResponse;
}

const EXPLAIN = new RequestType<ExplainParams, ResponseExplanation | null, void>("responses/explain");

/** `responses/explain`: why a response gets its verdict; null for an unknown file. */
export const explainWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.connection.onRequest(EXPLAIN, ({ uri, response }, token) => {
      const given = receivedResponse(response);
      return session.withAnalysed(uri, token, null, (document) =>
        explainResponse(document, given, session.placesOf(document)),
      );
    });
  },
};

/** What a client sent as a response. Throws the protocol's error for parameters that are none. */
function receivedResponse(given: unknown): ReceivedResponse {
  const http = memberOf(given, "http");
  if (typeof http === "string") return { http };
  const httpBytes = bytesIn(memberOf(given, "httpBytes"));
  if (httpBytes !== null) return { httpBytes };
  const status = memberOf(given, "status") ?? null;
  const body = memberOf(given, "body");
  const bodyBytes = bytesIn(memberOf(given, "bodyBytes"));
  if (status === null || typeof status === "number") {
    if (typeof body === "string") return { status, body };
    if (bodyBytes !== null) return { status, bodyBytes };
  }
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    "the response must have a status (a number or null) and a body (a text, or its bytes in base64 as bodyBytes), or be what curl -i printed, as http (a text) or httpBytes (in base64)",
  );
}

function bytesIn(member: unknown): Uint8Array | null {
  return typeof member === "string" ? bytesOfBase64(member) : null;
}
