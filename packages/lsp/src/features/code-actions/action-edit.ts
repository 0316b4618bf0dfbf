import type {
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { snippetText } from "../edits/snippet-text.js";
import type { DocumentChange } from "./action-change.js";

/** The command that puts the cursor somewhere, for clients whose edits cannot: it has a document's URI and a range. */
export const SHOW_PLACE = "responses.showPlace";

/** What a client understands of the edit of an action. */
export interface ActionEditAbilities {
  /** Edits that say for which version of a text they are. */
  readonly versions: boolean;
  /** Edits that put the cursor somewhere. */
  readonly snippets: boolean;
  /** New files. */
  readonly newFiles: boolean;
}

/** A change as the client understands it. One that makes a file is only for clients that can make one. */
export function actionEdit(
  change: DocumentChange,
  document: MappingDocument,
  abilities: ActionEditAbilities,
): WorkspaceEdit {
  const { uri, version, positions } = document;
  const { edits, cursor, created } = change;
  const written = edits.map(({ span, newText }): TextEdit => ({ range: positions.rangeOf(span), newText }));
  if (!abilities.versions) return { changes: { [uri]: written } };
  const own: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: abilities.snippets && cursor !== null ? written.map((edit) => snippetEdit(edit, cursor)) : written,
  };
  if (created === null) return { documentChanges: [own] };
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri: created.uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: created.uri, version: null },
        edits: [{ range: { start, end: start }, newText: created.text }],
      },
      own,
    ],
  };
}

function snippetEdit({ range, newText }: TextEdit, cursor: number): SnippetTextEdit {
  const value = `${snippetText(newText.slice(0, cursor))}$0${snippetText(newText.slice(cursor))}`;
  return { range, snippet: { kind: "snippet", value } };
}

/** Where a change wants the cursor, in the text as it is after it; null where it stays. */
export function cursorAfter({ edits, cursor }: DocumentChange, { positions }: MappingDocument): Range | null {
  const [edit] = edits;
  if (edit === undefined || cursor === null) return null;
  const before = edit.newText.slice(0, cursor);
  const start = positions.positionAt(edit.span.start);
  const lines = before.split(/\r\n|\r|\n/);
  const column = positions.widthOf(lines.at(-1) ?? "");
  const character = lines.length === 1 ? start.character + column : column;
  const place = { line: start.line + lines.length - 1, character };
  return { start: place, end: place };
}
