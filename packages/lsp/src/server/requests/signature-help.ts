import { SignatureHelpTriggerKind } from "vscode-languageserver";
import { SIGNATURE_TRIGGERS, signatureHelpAt } from "../../features/signature-help/signature-help.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

export const signatureHelpWiring: FeatureWiring = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] } }),
  listen(session) {
    const { signatureInformation } = session.client.capabilities.textDocument?.signatureHelp ?? {};
    const offsets = signatureInformation?.parameterInformation?.labelOffsetSupport === true;
    session.connection.onSignatureHelp(({ textDocument, position, context }, token) =>
      session.withDocument(textDocument.uri, token, null, (document) => {
        const isTyped = context?.triggerKind === SignatureHelpTriggerKind.TriggerCharacter;
        const trigger = isTyped ? (context.triggerCharacter ?? null) : null;
        const isShown = context?.isRetrigger === true;
        return signatureHelpAt(document, position, { trigger, isShown }, { offsets });
      }),
    );
  },
};
