import type { MadeExample } from "./features/code-actions/actions/made-example.js";
import type { ComparisonResult } from "./features/comparison/comparison-result.js";
import type { CompileResult } from "./features/compile.js";
import type { ExampleReport, ExampleResults } from "./features/examples/example-results.js";
import type { ResponseExplanation } from "./features/explain/explain-response.js";
import type { GivenResponse } from "./features/responses/given-response.js";
import type { CompareParams } from "./server/requests/compare.js";
import type { CompileParams } from "./server/requests/compile.js";
import type { ExplainParams } from "./server/requests/explain.js";
import type { MakeExampleParams } from "./server/requests/make-example.js";
import type { AnalysedParams, RunExamplesParams } from "./server/requests/run-examples.js";

export type {
  AnalysedParams,
  ComparisonResult,
  ExampleReport,
  ExampleResults,
  GivenResponse,
  MadeExample,
  ResponseExplanation,
};

/** The requests that are not the protocol's but our own, by name: what a client sends, and what it gets. */
export interface CustomRequests {
  readonly "responses/compile": { readonly params: CompileParams; readonly result: CompileResult | null };
  readonly "responses/runExamples": {
    readonly params: RunExamplesParams;
    readonly result: ExampleResults | null;
  };
  readonly "responses/compare": {
    readonly params: CompareParams;
    readonly result: ComparisonResult | null;
  };
  readonly "responses/makeExample": {
    readonly params: MakeExampleParams;
    readonly result: MadeExample | null;
  };
  readonly "responses/explain": {
    readonly params: ExplainParams;
    readonly result: ResponseExplanation | null;
  };
}

/** The requests of ours that the server sends, to a client that reads files for it: what it sends, and what it gets. */
export interface ClientRequests {
  /** The file's bytes in base64; null where there is no such file, or it cannot be read. */
  readonly "responses/readFile": { readonly params: FileParams; readonly result: string | null };
  /** The URIs of all mapping files below a folder. */
  readonly "responses/listMappingFiles": {
    readonly params: FileParams;
    readonly result: readonly string[];
  };
}

/** A file or a folder. */
export interface FileParams {
  readonly uri: string;
}
