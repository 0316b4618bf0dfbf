import { isCompileFormat } from "@responses/dsl/editor";
import type * as lsp from "vscode-languageserver";
import type { CustomRequests } from "../../custom-requests.js";
import { SHOW_PLACE } from "../../features/code-actions/action-edit.js";
import { RUN_EXAMPLES } from "../../features/code-lenses.js";
import { RECORD_GAPS } from "../../features/gap-lens.js";
import {
  DOCUMENT,
  NAME_OR_NUMBER,
  NATURAL,
  POSITION,
  RANGE,
  RANGE_OF_EDIT,
  URI,
  WHOLE,
} from "./protocol-shapes.js";
import { ANYTHING, FLAG, list, oneOf, optional, record, type Shape, TEXT } from "./shape.js";

/** Requests about a document, or a place in it. */
const OF_DOCUMENT = { textDocument: DOCUMENT };
const OF_PLACE = { textDocument: DOCUMENT, position: POSITION };

/** Tokens for what is said while a request is worked on; any request may have them. */
const TOKENS = { workDoneToken: optional(NAME_OR_NUMBER), partialResultToken: optional(NAME_OR_NUMBER) };

type Tokens = lsp.WorkDoneProgressParams & lsp.PartialResultParams;

function request<Params>(members: { readonly [Name in keyof Params & string]?: Shape }): Shape {
  return record<Params & Tokens>({ ...members, ...TOKENS });
}

/**
 * The requests that the server answers, and what of their parameters it reads: whatever has another shape reaches no handler, and what
 * stands not here is no request. What a handler reads must stand here.
 */
export const REQUESTS: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    initialize: request<lsp.InitializeParams>({
      processId: optional(NATURAL),
      capabilities: record({}),
      rootUri: optional(URI),
      workspaceFolders: optional(list(record<lsp.WorkspaceFolder>({ uri: URI }))),
      clientInfo: optional(record<{ name: string }>({ name: TEXT })),
      trace: optional(TEXT),
    }),
    shutdown: ANYTHING,
    "completionItem/resolve": request<lsp.CompletionItem>({ label: TEXT }),
    "codeAction/resolve": request<lsp.CodeAction>({ title: TEXT }),
    "textDocument/codeAction": request<lsp.CodeActionParams>({
      ...OF_DOCUMENT,
      range: RANGE,
      context: record<lsp.CodeActionContext>({ only: optional(list(TEXT)), triggerKind: optional(WHOLE) }),
    }),
    "textDocument/codeLens": request<lsp.CodeLensParams>(OF_DOCUMENT),
    "textDocument/completion": request<lsp.CompletionParams>({
      ...OF_PLACE,
      context: optional(record<lsp.CompletionContext>({ triggerCharacter: optional(TEXT) })),
    }),
    "textDocument/definition": request<lsp.DefinitionParams>(OF_PLACE),
    "textDocument/diagnostic": request<lsp.DocumentDiagnosticParams>({
      ...OF_DOCUMENT,
      previousResultId: optional(TEXT),
    }),
    "textDocument/documentHighlight": request<lsp.DocumentHighlightParams>(OF_PLACE),
    "textDocument/documentLink": request<lsp.DocumentLinkParams>(OF_DOCUMENT),
    "textDocument/documentSymbol": request<lsp.DocumentSymbolParams>(OF_DOCUMENT),
    "textDocument/foldingRange": request<lsp.FoldingRangeParams>(OF_DOCUMENT),
    "textDocument/formatting": request<lsp.DocumentFormattingParams>(OF_DOCUMENT),
    "textDocument/hover": request<lsp.HoverParams>(OF_PLACE),
    "textDocument/inlayHint": request<lsp.InlayHintParams>({ ...OF_DOCUMENT, range: RANGE }),
    "textDocument/onTypeFormatting": request<lsp.DocumentOnTypeFormattingParams>({ ...OF_PLACE, ch: TEXT }),
    "textDocument/prepareRename": request<lsp.PrepareRenameParams>(OF_PLACE),
    "textDocument/rangeFormatting": request<lsp.DocumentRangeFormattingParams>({
      ...OF_DOCUMENT,
      range: RANGE,
    }),
    "textDocument/rangesFormatting": request<lsp.DocumentRangesFormattingParams>({
      ...OF_DOCUMENT,
      ranges: list(RANGE),
    }),
    "textDocument/references": request<lsp.ReferenceParams>({
      ...OF_PLACE,
      context: record<lsp.ReferenceContext>({ includeDeclaration: FLAG }),
    }),
    "textDocument/rename": request<lsp.RenameParams>({ ...OF_PLACE, newName: TEXT }),
    "textDocument/selectionRange": request<lsp.SelectionRangeParams>({
      ...OF_DOCUMENT,
      positions: list(POSITION),
    }),
    "textDocument/semanticTokens/full": request<lsp.SemanticTokensParams>(OF_DOCUMENT),
    "textDocument/semanticTokens/full/delta": request<lsp.SemanticTokensDeltaParams>({
      ...OF_DOCUMENT,
      previousResultId: TEXT,
    }),
    "textDocument/semanticTokens/range": request<lsp.SemanticTokensRangeParams>({
      ...OF_DOCUMENT,
      range: RANGE,
    }),
    "textDocument/signatureHelp": request<lsp.SignatureHelpParams>({
      ...OF_PLACE,
      context: optional(
        record<lsp.SignatureHelpContext>({
          triggerKind: WHOLE,
          triggerCharacter: optional(TEXT),
          isRetrigger: FLAG,
        }),
      ),
    }),
    "workspace/diagnostic": request<lsp.WorkspaceDiagnosticParams>({
      previousResultIds: list(record<lsp.PreviousResultId>({ uri: URI, value: TEXT })),
    }),
    "workspace/executeCommand": request<lsp.ExecuteCommandParams>({
      command: TEXT,
      arguments: optional(list(ANYTHING)),
    }),
    "workspace/symbol": request<lsp.WorkspaceSymbolParams>({ query: TEXT }),
    "workspace/willRenameFiles": request<lsp.RenameFilesParams>({
      files: list(record<lsp.FileRename>({ oldUri: URI, newUri: URI })),
    }),
    ...ownRequests(),
  }),
);

/** What those of ours read. */
function ownRequests(): { readonly [Method in keyof CustomRequests]: Shape } {
  // Which of its forms a response has is told where it is read.
  const response = record<{ status: unknown }>({ status: optional(NATURAL) });
  return {
    "responses/compare": request<CustomRequests["responses/compare"]["params"]>({
      uri: URI,
      base: oneOf("head", "saved"),
    }),
    "responses/compile": request<CustomRequests["responses/compile"]["params"]>({
      uri: URI,
      format: optional({ kind: "text", wanted: "esm, cjs, ts or json", fits: isCompileFormat }),
    }),
    "responses/explain": request<CustomRequests["responses/explain"]["params"]>({
      uri: URI,
      response: optional(response),
      range: optional(RANGE),
    }),
    "responses/makeExample": request<CustomRequests["responses/makeExample"]["params"]>({
      uri: URI,
      response,
      position: optional(POSITION),
      states: optional(oneOf("captures", "verdict")),
    }),
    "responses/runExamples": request<CustomRequests["responses/runExamples"]["params"]>({ uri: URI }),
  };
}

/** The notifications that the server listens to, likewise. */
export const NOTIFICATIONS: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    initialized: ANYTHING,
    exit: ANYTHING,
    "$/cancelRequest": record<{ id: unknown }>({ id: NAME_OR_NUMBER }),
    "$/setTrace": record<lsp.SetTraceParams>({ value: TEXT }),
    "window/workDoneProgress/cancel": record<lsp.WorkDoneProgressCancelParams>({ token: NAME_OR_NUMBER }),
    "textDocument/didOpen": record<lsp.DidOpenTextDocumentParams>({
      textDocument: record<lsp.TextDocumentItem>({ uri: URI, version: WHOLE, text: TEXT }),
    }),
    "textDocument/didChange": record<lsp.DidChangeTextDocumentParams>({
      textDocument: record<lsp.VersionedTextDocumentIdentifier>({ uri: URI, version: WHOLE }),
      contentChanges: list(
        record<{ range: unknown; text: string }>({ range: optional(RANGE_OF_EDIT), text: TEXT }),
      ),
    }),
    "textDocument/didClose": record<lsp.DidCloseTextDocumentParams>(OF_DOCUMENT),
    "workspace/didChangeConfiguration": record({}),
    "workspace/didChangeWatchedFiles": record<lsp.DidChangeWatchedFilesParams>({
      changes: list(record<lsp.FileEvent>({ uri: URI })),
    }),
    "workspace/didChangeWorkspaceFolders": record<lsp.DidChangeWorkspaceFoldersParams>({
      event: record<lsp.WorkspaceFoldersChangeEvent>({
        added: list(record<lsp.WorkspaceFolder>({ uri: URI })),
        removed: list(record<lsp.WorkspaceFolder>({ uri: URI })),
      }),
    }),
    "workspace/didRenameFiles": record<lsp.RenameFilesParams>({
      files: list(record<lsp.FileRename>({ oldUri: URI, newUri: URI })),
    }),
  }),
);

/** What the server's commands are called with. */
export const COMMANDS: ReadonlyMap<string, readonly Shape[]> = new Map([
  [RUN_EXAMPLES, [URI, optional(NATURAL)]],
  [RECORD_GAPS, [URI]],
  [SHOW_PLACE, [URI, RANGE]],
]);
