import type { CompileResult } from "./features/compile.js";
import type { ExampleReport, ExampleResults } from "./features/examples/example-results.js";
import type { GivenResponse, ResponseExplanation } from "./features/explain-response.js";
import type { CompileParams } from "./server/requests/compile.js";
import type { ExplainParams } from "./server/requests/explain.js";
import type { AnalysedParams, RunExamplesParams } from "./server/requests/run-examples.js";

export type { AnalysedParams, ExampleReport, ExampleResults, GivenResponse, ResponseExplanation };

/** The requests that are not the protocol's but our own, by name: what a client sends, and what it gets. */
export interface CustomRequests {
  readonly "responses/compile": { readonly params: CompileParams; readonly result: CompileResult | null };
  readonly "responses/runExamples": {
    readonly params: RunExamplesParams;
    readonly result: ExampleResults | null;
  };
  readonly "responses/explain": {
    readonly params: ExplainParams;
    readonly result: ResponseExplanation | null;
  };
}
