import { ErrorCodes, Range, RequestType, ResponseError } from "vscode-languageserver";
import {
  explainExamples,
  explainResponse,
  type ResponseExplanation,
} from "../../features/explain/explain-response.js";
import type { GivenResponse } from "../../features/responses/given-response.js";
import { receivedResponse } from "../client/received-response.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/explain` is asked with: a response, or a range, of which the examples are meant. */
export type ExplainParams = { readonly uri: string } & (
  | { readonly response: GivenResponse; readonly range?: null }
  | { readonly range: Range; readonly response?: null }
);

const EXPLAIN = new RequestType<ExplainParams, ResponseExplanation | null, void>("responses/explain");

/** `responses/explain`: why a response gets its verdict, or an example; null for an unknown file. */
export const explainWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.connection.onRequest(EXPLAIN, ({ uri, response, range }, token) => {
      const isGiven = response !== undefined && response !== null;
      if (Range.is(range) === isGiven)
        throw new ResponseError(ErrorCodes.InvalidParams, "either a response must be given or a range");
      if (Range.is(range))
        return session.withAnalysed(uri, token, null, (document) =>
          explainExamples(document, range, session.placesOf(document)),
        );
      const given = receivedResponse(response);
      return session.withAnalysed(uri, token, null, (document) =>
        explainResponse(document, given, session.placesOf(document)),
      );
    });
  },
};
