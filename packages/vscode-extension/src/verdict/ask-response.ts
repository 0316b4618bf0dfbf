import { isWholeAnswer, isWholeAnswerIn, withoutCommand } from "@responses/dsl/editor";
import type { GivenResponse } from "@responses/lsp";
import { env, type QuickPickItem, type TextDocument, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { base64 } from "../client/base64.js";
import { explanationOf } from "./explained.js";
import { beginningOf, pastedText, statusOf } from "./given-response.js";

/** A place that a response can be taken from. */
interface Source extends QuickPickItem {
  /** The text there, or the bytes of a file; undefined where nobody gives one after all. */
  read(): Promise<string | Uint8Array | undefined>;
}

/**
 * Asks for a response: where it is, and for its status where it is only a body. What holds several is given as it is, with the status of
 * those that have none. Undefined where nobody answers.
 */
export async function askResponse(
  client: BaseLanguageClient,
  mapping: TextDocument,
): Promise<GivenResponse | undefined> {
  const source = await askSource(mapping);
  const read = await source?.read();
  if (read === undefined) return undefined;
  const text = typeof read === "string" ? read : new TextDecoder().decode(read);
  const explained = { kind: "response", response: { text } } as const;
  const explanation = await explanationOf(client, mapping.uri.toString(), explained);
  if (explanation?.kind === "several") {
    const isMissing = explanation.responses.shown.some(({ status }) => status === null);
    const status = isMissing ? await askStatus("The HTTP status of those that have none of their own") : null;
    return status === undefined ? undefined : { text, status };
  }
  if (typeof read === "string" && isWholeAnswer(read)) return { http: read };
  if (typeof read !== "string" && isWholeAnswerIn(read)) return { httpBytes: base64(read) };
  const status = await askStatus("The HTTP status of the response");
  if (status === undefined) return undefined;
  if (typeof read !== "string") return { status, bodyBytes: base64(read) };
  // The command that asked for it may have been copied along.
  return { status, body: withoutCommand(read) };
}

/** A response can be pasted where others would filter the list. */
async function askSource(mapping: TextDocument): Promise<Source | undefined> {
  const clipboard = await env.clipboard.readText();
  const known = sources(clipboard, mapping);
  const pick = window.createQuickPick<Source>();
  pick.title = "The response: its body, or all that curl -i prints";
  pick.placeholder = "Paste it here, or say where it is";
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const pasted = {
      ...sourceOf("$(arrow-right) This response", pastedText(value, clipboard)),
      alwaysShow: true,
    };
    pick.items = value === "" ? known : [pasted];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function sources(clipboard: string, mapping: TextDocument): readonly Source[] {
  const editor = window.activeTextEditor;
  const selection = editor?.document.getText(editor.selection) ?? "";
  const other = editor !== undefined && editor.document !== mapping ? editor.document : null;
  return [
    ...(clipboard.trim() === "" ? [] : [sourceOf("$(clippy) The clipboard", clipboard)]),
    ...(selection.trim() === "" ? [] : [sourceOf("$(selection) The selected text", selection)]),
    ...(other === null ? [] : [sourceOf(`$(file) ${nameOf(other.uri)}`, other.getText())]),
    { label: "$(folder-opened) A file …", read: openFile },
  ];
}

function sourceOf(label: string, text: string): Source {
  return { label, description: beginningOf(text), read: async () => text };
}

function nameOf(uri: Uri): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}

async function openFile(): Promise<Uint8Array | undefined> {
  const [uri] = (await window.showOpenDialog({ title: "A response in a file" })) ?? [];
  if (uri === undefined) return undefined;
  return workspace.fs.readFile(uri);
}

async function askStatus(title: string): Promise<number | null | undefined> {
  const text = await window.showInputBox({
    title,
    value: "200",
    prompt: "Leave it empty if there is none.",
    validateInput: (value) =>
      statusOf(value) === undefined ? "A status is three digits, for example 200." : null,
  });
  return text === undefined ? undefined : statusOf(text);
}
