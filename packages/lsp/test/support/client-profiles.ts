import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** An editor as a server sees it. */
export interface EditorProfile {
  readonly name: string;
  readonly version: string;
  readonly capabilities: ClientCapabilities;
}

const MARKDOWN_FIRST = ["markdown", "plaintext"] as const;

/*
 * What eight clients say of themselves when they connect, as far as it makes a difference to this server: written down from
 * their documentation and sources, from the richest to the barest.
 */

const vsCode: EditorProfile = {
  name: "Visual Studio Code",
  version: "1.139.1",
  capabilities: {
    general: {
      positionEncodings: ["utf-16"],
      staleRequestSupport: { cancel: true, retryOnContentModified: [] },
    },
    workspace: {
      applyEdit: true,
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ["create", "rename", "delete"],
        changeAnnotationSupport: { groupsOnLabel: true },
        snippetEditSupport: true,
      },
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      workspaceFolders: true,
      symbol: { dynamicRegistration: true },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
      diagnostics: { refreshSupport: true },
      fileOperations: { willRename: true, didRename: true },
    },
    textDocument: {
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        tagSupport: { valueSet: [1, 2] },
        codeDescriptionSupport: true,
        dataSupport: true,
      },
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
      synchronization: { dynamicRegistration: true, willSave: true, didSave: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          commitCharactersSupport: true,
          documentationFormat: [...MARKDOWN_FIRST],
          insertReplaceSupport: true,
          resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
          labelDetailsSupport: true,
        },
        contextSupport: true,
      },
      hover: { contentFormat: [...MARKDOWN_FIRST] },
      signatureHelp: {
        signatureInformation: { documentationFormat: [...MARKDOWN_FIRST] },
        contextSupport: true,
      },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ["edit"] },
      },
      rename: { prepareSupport: true, honorsChangeAnnotations: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      foldingRange: { lineFoldingOnly: true },
      definition: { linkSupport: true },
      semanticTokens: {
        requests: { full: { delta: true }, range: true },
        tokenTypes: [
          "keyword",
          "string",
          "number",
          "comment",
          "property",
          "enumMember",
          "operator",
          "variable",
        ],
        tokenModifiers: ["declaration", "documentation"],
        formats: ["relative"],
      },
      inlayHint: { resolveSupport: { properties: ["tooltip"] } },
      codeLens: {},
      documentLink: { tooltipSupport: true },
    },
    window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
  },
};

const neovim: EditorProfile = {
  name: "Neovim",
  version: "0.12",
  capabilities: {
    general: { positionEncodings: ["utf-8", "utf-16", "utf-32"] },
    workspace: {
      applyEdit: true,
      workspaceEdit: { resourceOperations: ["rename", "create", "delete"] },
      configuration: true,
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: false },
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
      diagnostic: { dynamicRegistration: false, tagSupport: { valueSet: [1, 2] } },
      completion: {
        completionItem: {
          snippetSupport: true,
          documentationFormat: [...MARKDOWN_FIRST],
          resolveSupport: { properties: ["additionalTextEdits", "command"] },
        },
      },
      hover: { contentFormat: [...MARKDOWN_FIRST] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ["edit", "command"] },
      },
      rename: { prepareSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      foldingRange: { lineFoldingOnly: true },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
  },
};

const helix: EditorProfile = {
  name: "helix",
  version: "25.07",
  capabilities: {
    general: { positionEncodings: ["utf-8", "utf-32", "utf-16"] },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
      fileOperations: { willRename: true, didRename: true },
    },
    textDocument: {
      publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
      diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
          insertReplaceSupport: true,
        },
      },
      hover: { contentFormat: ["markdown"] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
        isPreferredSupport: true,
        resolveSupport: { properties: ["edit", "command"] },
      },
      rename: { prepareSupport: true },
      inlayHint: {},
    },
    window: { workDoneProgress: true },
  },
};

const zed: EditorProfile = {
  name: "Zed",
  version: "1.0",
  capabilities: {
    general: { positionEncodings: ["utf-16"] },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ["create", "rename", "delete"],
        snippetEditSupport: true,
      },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      inlayHint: { refreshSupport: true },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: {
        relatedInformation: true,
        tagSupport: { valueSet: [1] },
        codeDescriptionSupport: true,
      },
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          insertReplaceSupport: true,
          resolveSupport: { properties: ["additionalTextEdits", "command", "detail", "documentation"] },
        },
      },
      hover: { contentFormat: ["markdown"] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["refactor", "quickfix", "source"] } },
        dataSupport: true,
        resolveSupport: { properties: ["edit", "command"] },
      },
      rename: { prepareSupport: true },
      inlayHint: { dynamicRegistration: true },
      onTypeFormatting: { dynamicRegistration: true },
    },
    window: { workDoneProgress: true },
  },
};

const eglot: EditorProfile = {
  name: "Eglot",
  version: "1.9",
  capabilities: {
    workspace: {
      applyEdit: true,
      executeCommand: { dynamicRegistration: false },
      workspaceEdit: { documentChanges: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      symbol: { dynamicRegistration: false },
      configuration: true,
      workspaceFolders: true,
    },
    textDocument: {
      synchronization: { dynamicRegistration: false, willSave: true, didSave: true },
      completion: { completionItem: { snippetSupport: false }, contextSupport: true },
      hover: { contentFormat: ["plaintext"] },
      signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
        isPreferredSupport: true,
      },
      publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false },
    },
  },
};

const sublime: EditorProfile = {
  name: "Sublime Text LSP",
  version: "2.4",
  capabilities: {
    general: { positionEncodings: ["utf-16"] },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
      diagnostics: { refreshSupport: true },
    },
    textDocument: {
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
      completion: {
        completionItem: {
          snippetSupport: true,
          insertReplaceSupport: true,
          documentationFormat: [...MARKDOWN_FIRST],
          resolveSupport: { properties: ["detail", "documentation", "additionalTextEdits"] },
        },
      },
      hover: { contentFormat: [...MARKDOWN_FIRST] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source.fixAll"] } },
        dataSupport: true,
        isPreferredSupport: true,
        resolveSupport: { properties: ["edit"] },
      },
      rename: { prepareSupport: true },
      semanticTokens: {
        requests: { full: { delta: true }, range: true },
        tokenTypes: ["keyword", "string", "number", "comment"],
        tokenModifiers: [],
        formats: ["relative"],
      },
    },
    window: { workDoneProgress: true },
  },
};

const lsp4ij: EditorProfile = {
  name: "IntelliJ IDEA",
  version: "2026.2",
  capabilities: {
    general: { positionEncodings: ["utf-16"] },
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
      didChangeWatchedFiles: { dynamicRegistration: true },
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      fileOperations: { willRename: true, didRename: true },
    },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
      diagnostic: { dynamicRegistration: true },
      completion: { completionItem: { snippetSupport: true, documentationFormat: [...MARKDOWN_FIRST] } },
      hover: { contentFormat: [...MARKDOWN_FIRST] },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
        resolveSupport: { properties: ["edit"] },
        dataSupport: true,
      },
      rename: { prepareSupport: true },
      onTypeFormatting: { dynamicRegistration: true },
    },
    window: { workDoneProgress: true },
  },
};

/** A client that says nothing of itself but that it speaks the protocol. */
const bare: EditorProfile = { name: "bare", version: "1", capabilities: {} };

export const PROFILES: readonly EditorProfile[] = [vsCode, neovim, helix, zed, eglot, sublime, lsp4ij, bare];
