import type { GivenResponse, ResponseExplanation } from "@responses/lsp";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask } from "../client/custom-requests.js";
import type { Lines } from "./moved-lines.js";

/** What a page explains: a response that somebody gave, or the examples in lines of the mapping. */
export type Explained =
  | { readonly kind: "response"; readonly response: GivenResponse }
  | { readonly kind: "examples"; readonly lines: Lines };

export type SeveralExplained = Extract<ResponseExplanation, { readonly kind: "several" }>;

/** Asks the server; null for a mapping that cannot be read. */
export function explanationOf(
  client: BaseLanguageClient,
  uri: string,
  explained: Explained,
): Promise<ResponseExplanation | null> {
  if (explained.kind === "response")
    return ask(client, "responses/explain", { uri, response: explained.response });
  const { first, last } = explained.lines;
  // Of the last line more than its beginning: a range that ends there has none of it.
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 1 } };
  return ask(client, "responses/explain", { uri, range });
}
