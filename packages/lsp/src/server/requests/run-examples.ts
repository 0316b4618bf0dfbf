import { RequestType } from "vscode-languageserver";
import { type ExampleResults, exampleResultsOf } from "../../features/examples/example-results.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/runExamples` is asked with. */
export interface RunExamplesParams {
  readonly uri: string;
}

/** What `responses/analysed` tells of, to clients that show examples as tests: results are there for that version. */
export interface AnalysedParams {
  readonly uri: string;
  readonly version: number | null;
}

const RUN_EXAMPLES = new RequestType<RunExamplesParams, ExampleResults | null, void>("responses/runExamples");

/** `responses/runExamples`: how examples went; null for an unknown file. Clients that show that are told when to ask again. */
export const runExamplesWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    const { connection, client } = session;
    connection.onRequest(RUN_EXAMPLES, ({ uri }, token) =>
      session.withAnalysed(uri, token, null, (document) =>
        exampleResultsOf(document, session.placesOf(document)),
      ),
    );
    if (!client.runsExamples) return;
    session.onAnalysed(({ uri, version }) => {
      const params: AnalysedParams = { uri, version };
      void connection.sendNotification("responses/analysed", params);
    });
  },
};
