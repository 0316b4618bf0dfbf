import { RequestType } from "vscode-languageserver";
import { explainResponse, type ResponseExplanation } from "../../features/explain/explain-response.js";
import type { GivenResponse } from "../../features/responses/given-response.js";
import { receivedResponse } from "../client/received-response.js";
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
