import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import {
  explainResponse,
  type GivenResponse,
  type ResponseExplanation,
} from "../../features/explain-response.js";
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
      const given = givenResponse(response);
      return session.withAnalysed(uri, token, null, (document) =>
        explainResponse(document, given, session.placesOf(document)),
      );
    });
  },
};

/** What a client sent as a response. Throws the protocol's error for parameters that are none. */
function givenResponse(given: unknown): GivenResponse {
  const http = memberOf(given, "http");
  if (typeof http === "string") return { http };
  const status = memberOf(given, "status") ?? null;
  const body = memberOf(given, "body");
  if ((status === null || typeof status === "number") && typeof body === "string") return { status, body };
  throw new ResponseError(
    ErrorCodes.InvalidParams,
    "the response must have a status (a number or null) and a body (a text), or be what curl -i printed, as http",
  );
}
