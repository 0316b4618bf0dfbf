import type { ExampleStates } from "@responses/dsl/editor";
import type { GivenResponse, MadeExample } from "@responses/lsp";
import {
  type CancellationToken,
  env,
  Position,
  Selection,
  type TextDocument,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask } from "../client/custom-requests.js";
import { mappingAtHand } from "../commands/mapping-at-hand.js";
import { rangeOf } from "./test-tree.js";

/** The command: the response in the clipboard becomes an example, at the cursor if a statement can stand there. */
export async function pasteAsExample(
  client: BaseLanguageClient,
  given: unknown,
  states: ExampleStates,
): Promise<void> {
  const text = await env.clipboard.readText();
  if (text.trim() === "") {
    void window.showWarningMessage("The clipboard holds no text: copy a response first.");
    return;
  }
  const document = await mappingAtHand(given);
  if (document === undefined) return;
  await addExample(client, document, { text }, () => cursorIn(document), states);
}

function cursorIn(document: TextDocument): Position | null {
  const editor = window.activeTextEditor;
  return editor?.document === document ? editor.selection.active : null;
}

/** Questions at most where somebody types while they are answered. */
const MOST_ATTEMPTS = 10;

/**
 * Writes a response as an example into a mapping, shows it and says which verdict it states.
 *
 * @param placeNow where it is to stand as the text is now; null for behind the last example
 */
export async function addExample(
  client: BaseLanguageClient,
  document: TextDocument,
  response: GivenResponse,
  placeNow: () => Position | null,
  states: ExampleStates,
): Promise<void> {
  let made: MadeExample | null = null;
  for (let attempt = 1, version = -1; version !== document.version && attempt <= MOST_ATTEMPTS; attempt++) {
    ({ version } = document);
    made = await exampleOf(client, document, response, placeNow(), states);
  }
  if (made?.kind !== "example") {
    void window.showErrorMessage(whyNot(made));
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(made.edit.range), made.edit.newText);
  if (!(await workspace.applyEdit(edit))) return;
  const line = made.edit.range.start.line + leadingLines(made.edit.newText);
  const place = new Position(line, 0);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? ViewColumn.Active;
  await window.showTextDocument(document, { selection: new Selection(place, place), viewColumn });
  window.setStatusBarMessage(`The example gets ${made.verdict}.`, STATUS_MILLISECONDS);
}

/** Asks for the edit that writes a response as an example; null for a file that cannot be read. */
export function exampleOf(
  client: BaseLanguageClient,
  { uri }: TextDocument,
  response: GivenResponse,
  position: Position | null,
  states: ExampleStates,
  token?: CancellationToken,
): Promise<MadeExample | null> {
  // To a server in a worker a position of the editor's would be sent without what it computes.
  const place = position === null ? null : { line: position.line, character: position.character };
  return ask(
    client,
    "responses/makeExample",
    { uri: uri.toString(), response, position: place, states },
    token,
  );
}

const STATUS_MILLISECONDS = 8000;

/** Lines before the statement that only separate it. */
function leadingLines(text: string): number {
  return (/^(?:\r\n|\r|\n)*/.exec(text)?.[0] ?? "").match(/\r\n|\r|\n/g)?.length ?? 0;
}

function whyNot(made: Exclude<MadeExample, { readonly kind: "example" }> | null): string {
  if (made === null) return "The mapping file cannot be read.";
  const line = made.line === null ? "" : `, line ${made.line}`;
  return `What was copied cannot be read as a response${line}: ${made.reason}.`;
}
