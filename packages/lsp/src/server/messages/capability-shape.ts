import type { ClientCapabilities } from "vscode-languageserver";
import { NATURAL, WHOLE } from "./protocol-shapes.js";
import { fitting, isRecord, list, optional, record, type Shape, TEXT } from "./shape.js";

const TEXTS = optional(list(TEXT));
const OBJECT = optional(record({}));
const TAGS = optional(record({ valueSet: list(WHOLE) }));
const DIAGNOSTICS = optional(record({ tagSupport: TAGS }));

/** What of capabilities is more than a flag, where only `true` counts. */
const CAPABILITIES = record<ClientCapabilities>({
  general: optional(record({ positionEncodings: TEXTS })),
  window: optional(record({ showDocument: OBJECT })),
  workspace: optional(
    record({
      codeLens: OBJECT,
      diagnostics: OBJECT,
      didChangeConfiguration: OBJECT,
      didChangeWatchedFiles: OBJECT,
      fileOperations: OBJECT,
      inlayHint: OBJECT,
      workspaceEdit: optional(record({ resourceOperations: TEXTS, changeAnnotationSupport: OBJECT })),
    }),
  ),
  textDocument: optional(
    record({
      codeAction: optional(
        record({
          codeActionLiteralSupport: OBJECT,
          resolveSupport: optional(record({ properties: list(TEXT) })),
        }),
      ),
      completion: optional(
        record({
          completionItem: optional(
            record({
              documentationFormat: TEXTS,
              resolveSupport: optional(record({ properties: list(TEXT) })),
            }),
          ),
        }),
      ),
      definition: OBJECT,
      diagnostic: DIAGNOSTICS,
      documentLink: OBJECT,
      documentSymbol: OBJECT,
      foldingRange: optional(record({ rangeLimit: optional(NATURAL), foldingRange: OBJECT })),
      hover: optional(record({ contentFormat: TEXTS })),
      publishDiagnostics: DIAGNOSTICS,
      rename: OBJECT,
      semanticTokens: optional(record({ requests: record({}) })),
      signatureHelp: optional(
        record({ signatureInformation: optional(record({ parameterInformation: OBJECT })) }),
      ),
    }),
  ),
}) satisfies Shape;

/**
 * The parameters of `initialize` without the capabilities that have another type than the protocol's: a client that says one of them in its
 * own way can do everything else nevertheless.
 */
export function withFittingCapabilities(params: unknown): unknown {
  return isRecord(params)
    ? { ...params, capabilities: fitting(params.capabilities, CAPABILITIES) ?? {} }
    : params;
}
