import type { DiagnosticTag } from "vscode-languageserver";
import type { DiagnosticSupport } from "../features/diagnostics.js";
import type { ClientProfile } from "./client-profile.js";
import type { FeatureWiring } from "./feature-wiring.js";
import { answerPulls } from "./pull-diagnostics.js";
import { pushDiagnostics } from "./push-diagnostics.js";
import { ReportedDiagnostics } from "./reported-diagnostics.js";
import { answerWorkspacePulls } from "./workspace-diagnostics.js";

/** Findings reach a client in one of two ways, and never in both: it would show each twice. */
export const diagnosticsWiring: FeatureWiring = {
  capabilities: (client) =>
    pullsDiagnostics(client)
      ? {
          diagnosticProvider: {
            identifier: "responses",
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  listen(session) {
    const support = diagnosticSupport(session.client);
    if (!pullsDiagnostics(session.client)) {
      pushDiagnostics(session, support);
      return;
    }
    const reported = new ReportedDiagnostics();
    answerPulls(session, support, reported);
    answerWorkspacePulls(session, support, reported);
  },
};

/**
 * Whether the client asks for diagnostics itself. One that asks but cannot be told to ask again would not see what a change
 * of an included file does to others; unless it can do nothing else, it gets them sent.
 */
function pullsDiagnostics({ capabilities: { textDocument, workspace } }: ClientProfile): boolean {
  if (textDocument?.diagnostic === undefined) return false;
  return workspace?.diagnostics?.refreshSupport === true || textDocument.publishDiagnostics === undefined;
}

/** What the client can show. What it says of one way it means of both, unless it says something of the other. */
function diagnosticSupport({ capabilities: { textDocument } }: ClientProfile): DiagnosticSupport {
  const said = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    relatedInformation: said.relatedInformation === true,
    codeDescription: said.codeDescriptionSupport === true,
    tags: (said.tagSupport?.valueSet ?? []) as readonly DiagnosticTag[],
  };
}
