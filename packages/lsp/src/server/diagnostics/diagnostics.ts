import type { ClientProfile } from "../client/client-profile.js";
import { diagnosticSupport } from "../client/diagnostic-support.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
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
