import { bodyKindOf, type ExampleStates, isWholeAnswer } from "@responses/dsl/editor";
import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { mappingSelector } from "../client/mapping-places.js";
import { exampleOf } from "./paste-example.js";
import { rangeOf } from "./test-tree.js";

/* VS Code lets others paste since 1.97. The extension runs in older ones, too, where these are not there. */
declare module "vscode" {
  export class DocumentDropOrPasteEditKind {
    static readonly Text: DocumentDropOrPasteEditKind;
    append(...parts: string[]): DocumentDropOrPasteEditKind;
  }

  export class DocumentPasteEdit {
    constructor(insertText: string, title: string, kind: DocumentDropOrPasteEditKind);
    additionalEdit?: WorkspaceEdit;
  }

  export interface DocumentPasteEditProvider {
    provideDocumentPasteEdits(
      document: TextDocument,
      ranges: readonly Range[],
      transfer: DataTransfer,
      context: unknown,
      token: CancellationToken,
    ): Promise<DocumentPasteEdit[] | undefined>;
  }

  export namespace languages {
    export const registerDocumentPasteEditProvider:
      | ((
          selector: DocumentSelector,
          provider: DocumentPasteEditProvider,
          metadata: {
            readonly providedPasteEditKinds: readonly DocumentDropOrPasteEditKind[];
            readonly pasteMimeTypes: readonly string[];
          },
        ) => Disposable)
      | undefined;
  }
}

/**
 * Offers, where a response was pasted on a blank line, to paste it as an example: in the list that VS Code shows beside
 * what was pasted, and for *Paste As…*.
 */
export function offerToPasteExamples(client: BaseLanguageClient): Disposable {
  const register = languages.registerDocumentPasteEditProvider;
  if (register === undefined) return new Disposable(() => {});
  const kind = DocumentDropOrPasteEditKind.Text.append("responses", "example");
  const provideDocumentPasteEdits = async (
    document: TextDocument,
    ranges: readonly Range[],
    transfer: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> => {
    const text = (await transfer.get("text/plain")?.asString()) ?? "";
    // What is selected is to be replaced by what is pasted, and of several cursors each gets it.
    const [range] = ranges.length === 1 ? ranges : [];
    const isBlank = range?.isEmpty === true && document.lineAt(range.start.line).isEmptyOrWhitespace;
    if (!isBlank || !isResponse(text) || token.isCancellationRequested) return undefined;
    const paste = async (title: string, states: ExampleStates) => {
      const made = await exampleOf(client, document, { text }, range.start, states, token);
      if (made?.kind !== "example" || token.isCancellationRequested) return undefined;
      const edit = new DocumentPasteEdit("", `${title} (${made.verdict})`, kind);
      edit.additionalEdit = new WorkspaceEdit();
      edit.additionalEdit.replace(document.uri, rangeOf(made.edit.range), made.edit.newText);
      return { edit, made };
    };
    const usual = await paste("Paste as example", "captures");
    if (usual === undefined) return undefined;
    const other = usual.made.capturesSomething
      ? await paste("Paste as example of the verdict alone", "verdict")
      : undefined;
    return other === undefined ? [usual.edit] : [usual.edit, other.edit];
  };
  return register(
    mappingSelector(),
    { provideDocumentPasteEdits },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/plain"] },
  );
}

/** Whether a text can be nothing else; what is plain text may be a statement. */
function isResponse(text: string): boolean {
  if (isWholeAnswer(text)) return true;
  const kind = bodyKindOf(text);
  return kind === "json" || kind === "xml" || kind === "html";
}
