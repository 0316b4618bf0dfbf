import type { ComparisonResult } from "@responses/lsp";
import {
  type DecorationOptions,
  type Disposable,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isMapping } from "../client/mapping-places.js";

type RuleNote = Extract<ComparisonResult, { readonly kind: "compared" }>["notes"][number];

/** Notes of the language server behind rules, in every editor that shows these. They belong to the mappings that are compared. */
export class RuleNotes implements Disposable {
  readonly #client: BaseLanguageClient;
  // Colours of texts: those of squiggles and lenses are too pale to be read on white.
  readonly #ofMoney = behindLine(new ThemeColor("list.warningForeground"));
  readonly #ofOthers = behindLine(new ThemeColor("descriptionForeground"));
  readonly #notes = new Map<string, readonly RuleNote[]>();
  readonly #listener: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listener = window.onDidChangeVisibleTextEditors((editors) => this.#showIn(editors));
  }

  dispose(): void {
    this.#listener.dispose();
    this.#ofMoney.dispose();
    this.#ofOthers.dispose();
  }

  /** Shows the notes of a mapping, in the place of those that there were; none takes them away. */
  show(mapping: string, notes: readonly RuleNote[]): void {
    if (notes.length === 0) this.#notes.delete(mapping);
    else this.#notes.set(mapping, notes);
    this.#showIn(window.visibleTextEditors);
  }

  #showIn(editors: readonly TextEditor[]): void {
    for (const editor of editors) {
      if (!isMapping(editor.document)) continue;
      const notes = this.#notesIn(editor.document.uri.toString());
      const ofMoney = notes.filter(({ money }) => money !== "none");
      const ofOthers = notes.filter(({ money }) => money === "none");
      editor.setDecorations(
        this.#ofMoney,
        ofMoney.map((note) => this.#decoration(note, editor)),
      );
      editor.setDecorations(
        this.#ofOthers,
        ofOthers.map((note) => this.#decoration(note, editor)),
      );
    }
  }

  #notesIn(file: string): readonly RuleNote[] {
    const all = [...this.#notes.values()].flat();
    return all.filter(
      ({ location: { uri } }) => this.#client.protocol2CodeConverter.asUri(uri).toString() === file,
    );
  }

  /** Behind the rule's first line: a statement that is broken may reach over many. */
  #decoration({ location, text }: RuleNote, { document }: TextEditor): DecorationOptions {
    const { start } = this.#client.protocol2CodeConverter.asRange(location.range);
    const { end } = document.lineAt(Math.min(start.line, document.lineCount - 1)).range;
    return { range: new Range(end, end), renderOptions: { after: { contentText: text } } };
  }
}

function behindLine(color: ThemeColor): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    after: { color, fontStyle: "italic", margin: "0 0 0 3ch" },
  });
}
