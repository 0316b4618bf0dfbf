import type { CompileFormat } from "@responses/dsl";
import { commands, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask } from "../client/custom-requests.js";
import { shownName } from "../shown-name.js";
import { mappingAtHand } from "./mapping-at-hand.js";

/** Writes what a mapping file compiles to beside it, as `responses compile` does. */
export async function compileFile(client: BaseLanguageClient, given: unknown): Promise<void> {
  const document = await mappingAtHand(given);
  if (document === undefined) return;
  const format = await askFormat();
  if (format === undefined) return;
  // What is compiled should be what is stored; a new file needs a place first.
  const uri = await workspace.save(document.uri);
  if (uri === undefined) return;
  const result = await ask(client, "responses/compile", { uri: uri.toString(), format });
  const name = shownName(uri);
  if (result === null) {
    void window.showErrorMessage(`${name} cannot be read.`);
  } else if (result.kind === "refused") {
    await sayWhy(name, result.reasons);
  } else {
    const targets = result.files.map((file) => ({ ...file, uri: Uri.joinPath(uri, "..", file.name) }));
    for (const target of targets) {
      await workspace.fs.writeFile(target.uri, new TextEncoder().encode(target.content));
    }
    await offerToOpen(name, targets);
  }
}

interface FormatItem extends QuickPickItem {
  readonly format: CompileFormat;
}

const FORMATS: readonly FormatItem[] = [
  { format: "esm", label: "A JavaScript module", description: ".mjs, with its types" },
  { format: "cjs", label: "A CommonJS module", description: ".cjs, with its types" },
  { format: "ts", label: "A TypeScript module", description: ".ts, to be compiled with the rest" },
  { format: "json", label: "JSON", description: "the mapping as data" },
];

async function askFormat(): Promise<CompileFormat | undefined> {
  const chosen = await window.showQuickPick(FORMATS, { title: "Compile to" });
  return chosen?.format;
}

async function sayWhy(name: string, [first = "it has errors", ...others]: readonly string[]): Promise<void> {
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const show = "Show Problems";
  const answer = await window.showErrorMessage(`${name} cannot be compiled: ${first}${more}`, show);
  if (answer === show) await commands.executeCommand("workbench.actions.view.problems");
}

async function offerToOpen(
  name: string,
  targets: readonly { readonly name: string; readonly uri: Uri }[],
): Promise<void> {
  const [code] = targets;
  const open = "Open";
  const written = targets.map((target) => target.name).join(" and ");
  const answer = await window.showInformationMessage(`${name} was compiled to ${written}.`, open);
  if (answer === open && code !== undefined) await window.showTextDocument(code.uri);
}
