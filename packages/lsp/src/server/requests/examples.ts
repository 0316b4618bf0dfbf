import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import { type ExampleResults, exampleResultsOf } from "../../features/examples/example-results.js";
import {
  explainResponse,
  type GivenResponse,
  type ResponseExplanation,
} from "../../features/explain-response.js";
import { memberOf } from "../client/member-of.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/runExamples` is asked with. */
export interface RunExamplesParams {
  readonly uri: string;
}

/** What `responses/explain` is asked with. */
export interface ExplainParams {
  readonly uri: string;
  readonly response: GivenResponse;
}

/** What `responses/analysed` tells of, to clients that show examples as tests: results are there for that version. */
export interface AnalysedParams {
  readonly uri: string;
  readonly version: number | null;
}

/** How examples went and why a response gets its verdict, for clients that show that; null for an unknown file. */
export const examplesWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    const { connection, client } = session;
    connection.onRequest(RUN_EXAMPLES, ({ uri }, token) =>
      session.withAnalysed(uri, token, null, (document) =>
        exampleResultsOf(document, session.placesOf(document)),
      ),
    );
    connection.onRequest(EXPLAIN, ({ uri, response }, token) => {
      const given = givenResponse(response);
      return session.withAnalysed(uri, token, null, (document) =>
        explainResponse(document, given, session.placesOf(document)),
      );
    });
    if (!client.runsExamples) return;
    session.onAnalysed(({ uri, version }) => {
      const params: AnalysedParams = { uri, version };
      void connection.sendNotification("responses/analysed", params);
    });
  },
};

const RUN_EXAMPLES = new RequestType<RunExamplesParams, ExampleResults | null, void>("responses/runExamples");

const EXPLAIN = new RequestType<ExplainParams, ResponseExplanation | null, void>("responses/explain");

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
