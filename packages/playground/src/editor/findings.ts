import { type Action, type Diagnostic as ShownDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { LSPClient, WorkspaceFile } from "@codemirror/lsp-client";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type {
  CodeAction,
  Diagnostic,
  Position,
  PublishDiagnosticsParams,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";

/*
 * Findings as the server sends them, each with the changes that mend it. The client of CodeMirror shows findings but knows no
 * actions; they are what makes a finding useful.
 */

const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
    },
  },
};

const SEVERITIES = ["error", "error", "warning", "info", "hint"] as const;

/** Shows the findings that the server sends, and then with their fixes. */
export const findings = {
  clientCapabilities: CAPABILITIES,
  notificationHandlers: {
    "textDocument/publishDiagnostics": (client: LSPClient, params: PublishDiagnosticsParams): boolean => {
      const file = client.workspace.getFile(params.uri);
      const view = file?.getView() ?? null;
      // Findings of an older text are about to be followed by others.
      if (file === null || view === null || params.version !== file.version) return true;
      if (view.state.doc !== file.doc) return true;
      showFindings(view, params.diagnostics, [], file.uri);
      if (params.diagnostics.length > 0) void addFixes(client, file, view, params.diagnostics);
      return true;
    },
  },
};

async function addFixes(
  client: LSPClient,
  { uri, doc }: WorkspaceFile,
  view: EditorView,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  try {
    const actions = await client.request<unknown, readonly CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: positionAt(doc, doc.length) },
      context: { diagnostics, only: ["quickfix"], triggerKind: 2 },
    });
    if (view.state.doc === doc) showFindings(view, diagnostics, actions ?? [], uri);
  } catch {
    // Dropped for an edit that came meanwhile, which brings other findings.
  }
}

function showFindings(
  view: EditorView,
  diagnostics: readonly Diagnostic[],
  actions: readonly CodeAction[],
  uri: string,
): void {
  const { doc } = view.state;
  const shown = diagnostics.map(
    (diagnostic): ShownDiagnostic => ({
      from: offsetAt(doc, diagnostic.range.start),
      to: offsetAt(doc, diagnostic.range.end),
      severity: SEVERITIES[diagnostic.severity ?? 1] ?? "error",
      message: textOf(diagnostic.message),
      ...(diagnostic.code === undefined ? {} : { source: String(diagnostic.code) }),
      actions: actions
        .filter((action) => mends(action, diagnostic))
        .flatMap((action) => buttonFor(action, doc, uri)),
    }),
  );
  view.dispatch(setDiagnostics(view.state, shown));
}

function mends({ diagnostics = [] }: CodeAction, { range, code }: Diagnostic): boolean {
  return diagnostics.some(
    (other) =>
      other.code === code &&
      other.range.start.line === range.start.line &&
      other.range.start.character === range.start.character,
  );
}

/** The button that makes a change; nothing for one that needs other files. The text is still the one that it was made for. */
function buttonFor({ title, edit }: CodeAction, doc: Text, uri: string): readonly Action[] {
  const edits = editsOf(edit, uri);
  if (edits.length === 0) return [];
  const apply = (view: EditorView) => {
    if (view.state.doc !== doc) return;
    const changes = edits.map(({ range, newText }) => ({
      from: offsetAt(doc, range.start),
      to: offsetAt(doc, range.end),
      insert: newText,
    }));
    view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true });
  };
  return [{ name: title, apply }];
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string) {
  const files = Object.keys(edit?.changes ?? {});
  return files.every((file) => file === uri) ? (edit?.changes?.[uri] ?? []) : [];
}

function offsetAt(doc: Text, { line, character }: Position): number {
  const at = doc.line(Math.min(line + 1, doc.lines));
  return Math.min(at.from + character, at.to);
}

function positionAt(doc: Text, offset: number): Position {
  const line = doc.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** Messages in markdown are for clients that say they show it. */
function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}
