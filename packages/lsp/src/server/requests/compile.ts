import type { CompileFormat } from "@responses/dsl";
import { RequestType } from "vscode-languageserver";
import { type CompileResult, compileDocument } from "../../features/compile.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

/** What `responses/compile` is asked with; `format` is `esm` where nothing is said. */
export interface CompileParams {
  readonly uri: string;
  readonly format?: CompileFormat;
}

const COMPILE = new RequestType<CompileParams, CompileResult | null, void>("responses/compile");

/** `responses/compile`: the files that a mapping is compiled to, for the client to write; null for an unknown file. */
export const compileWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.connection.onRequest(COMPILE, ({ uri, format }, token) =>
      session.withDocument(uri, token, null, (document) => compileDocument(document, format ?? "esm")),
    );
  },
};
