import type { ResponseExplanation } from "@responses/lsp";
import {
  CodeLens,
  commands,
  type Disposable,
  DocumentLink,
  languages,
  Range,
  type TextDocument,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import { rangeOf } from "../examples/test-tree.js";
import type { VirtualDocuments } from "../virtual-documents.js";

/** A page as it is shown, and the mapping that it is about. */
export type ExplainedPage = ResponseExplanation["page"] & {
  readonly mapping: Uri;
  readonly isVerdict: boolean;
};

type PlaceRange = ExplainedPage["links"][number]["range"];

/** The command of the line above a response; nobody but that line calls it. */
const ADD_AS_EXAMPLE = "responses.addExplainedExample";

/** What a page has besides its text: links to lines, lit places, and a line that adds the response as an example. */
export class PagePlaces implements Disposable {
  readonly #pages = new Map<string, ExplainedPage>();
  readonly #light: TextEditorDecorationType = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor("editor.findMatchHighlightBackground"),
    border: "1px solid",
    borderColor: new ThemeColor("editor.findMatchHighlightBorder"),
    borderRadius: "2px",
  });
  readonly #disposables: readonly Disposable[];

  constructor(documents: VirtualDocuments, addAsExample: (page: ExplainedPage) => Promise<void>) {
    const selector = { scheme: documents.scheme };
    this.#disposables = [
      this.#light,
      languages.registerDocumentLinkProvider(selector, {
        provideDocumentLinks: (document) => this.#linksIn(document),
      }),
      languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses: documents.onDidChangeText,
        provideCodeLenses: (document) => this.#lenses(document),
      }),
      commands.registerCommand(ADD_AS_EXAMPLE, async (uri: unknown) => {
        const page = typeof uri === "string" ? this.#pages.get(uri) : undefined;
        if (page !== undefined) await addAsExample(page);
      }),
      // The text of a page is there a moment after it was written.
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#pages.has(document.uri.toString())) this.light();
      }),
      window.onDidChangeVisibleTextEditors(() => this.light()),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Takes on what belongs to the text of a page. */
  set(uri: Uri, page: ExplainedPage): void {
    this.#pages.set(uri.toString(), page);
  }

  /** Lights the places of the pages that are seen. */
  light(): void {
    for (const editor of window.visibleTextEditors) {
      const page = this.#pageOf(editor.document);
      if (page !== undefined) editor.setDecorations(this.#light, page.lit.map(rangeOf));
    }
  }

  #pageOf({ uri }: TextDocument): ExplainedPage | undefined {
    return this.#pages.get(uri.toString());
  }

  #linksIn(document: TextDocument): DocumentLink[] {
    const page = this.#pageOf(document);
    if (page === undefined) return [];
    return [
      ...page.links.map(({ range, location: { uri, range: place } }) =>
        linkTo(range, Uri.parse(uri), place.start),
      ),
      ...page.places.map(({ range, shownAt }) => linkTo(range, document.uri, shownAt.start)),
    ];
  }

  #lenses(document: TextDocument): CodeLens[] {
    const page = this.#pageOf(document);
    if (page === undefined || !page.isVerdict || page.responseLine === null) return [];
    const range = new Range(page.responseLine, 0, page.responseLine, 0);
    const title = "Add as example";
    return [new CodeLens(range, { title, command: ADD_AS_EXAMPLE, arguments: [document.uri.toString()] })];
  }
}

/** A link opens a file, or the page itself, at a place. */
function linkTo(range: PlaceRange, target: Uri, { line, character }: PlaceRange["start"]): DocumentLink {
  return new DocumentLink(rangeOf(range), target.with({ fragment: `L${line + 1},${character + 1}` }));
}
