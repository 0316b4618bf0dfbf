import type { DiagnosticTag } from "vscode-languageserver";
import type { DiagnosticSupport } from "../../features/diagnostics/diagnostics.js";
import type { ClientProfile } from "./client-profile.js";

/** What a client can show of a diagnostic. What it says of one way to get them it means of both, unless it says otherwise. */
export function diagnosticSupport({ capabilities: { textDocument } }: ClientProfile): DiagnosticSupport {
  const said = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const tags: readonly DiagnosticTag[] = said.tagSupport?.valueSet ?? [];
  return {
    relatedInformation: said.relatedInformation === true,
    codeDescription: said.codeDescriptionSupport === true,
    tags,
  };
}
