import type { ExampleStates } from "@responses/dsl/editor";
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
import { EXPLAIN_RESPONSE } from "../manifest-names.js";
import type { VirtualDocuments } from "../virtual-documents.js";

/** A page as it is shown, and the mapping that it is about. */
export type ExplainedPage = ResponseExplanation["page"] & {
  readonly mapping: Uri;
  /** Whether the response can become an example. */
  readonly canBeAdded: boolean;
  /** Whether something is captured that an example can state. */
  readonly capturesSomething: boolean;
  /** Whether it says what each of several gets. */
  readonly isOfSeveral: boolean;
};

type PlaceRange = ExplainedPage["links"][number]["range"];

/* The commands of the lines above a response and above the page; nobody but these lines calls them. */
const ADD_AS_EXAMPLE = "responses.addExplainedExample";
const ADD_VERDICT_AS_EXAMPLE = "responses.addExplainedVerdict";
const EXPLAIN_ONE_OF = "responses.explainOneOfThem";

/** What those lines do with the page. */
interface PageActions {
  readonly addAsExample: (page: ExplainedPage, states: ExampleStates) => Promise<void>;
  readonly explainOneOf: (page: ExplainedPage) => Promise<void>;
}

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

  constructor(documents: VirtualDocuments, { addAsExample, explainOneOf }: PageActions) {
    const whenCalled = (name: string, act: (page: ExplainedPage) => Promise<void>) =>
      commands.registerCommand(name, async (uri: unknown) => {
        const page = typeof uri === "string" ? this.#pages.get(uri) : undefined;
        if (page !== undefined) await act(page);
      });
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
      whenCalled(ADD_AS_EXAMPLE, (page) => addAsExample(page, "captures")),
      whenCalled(ADD_VERDICT_AS_EXAMPLE, (page) => addAsExample(page, "verdict")),
      whenCalled(EXPLAIN_ONE_OF, explainOneOf),
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
    if (page === undefined) return [];
    const uri = document.uri.toString();
    const mapping = page.mapping.toString();
    const top = [
      ...(page.isOfSeveral ? [lensAt(0, "Explain one of them…", EXPLAIN_ONE_OF, uri)] : []),
      lensAt(0, "Explain another response…", EXPLAIN_RESPONSE, mapping),
    ];
    if (!page.canBeAdded || page.responseLine === null) return top;
    const usual = lensAt(page.responseLine, "Add as example", ADD_AS_EXAMPLE, uri);
    if (!page.capturesSomething) return [...top, usual];
    const title = "Add it with the verdict alone";
    return [...top, usual, lensAt(page.responseLine, title, ADD_VERDICT_AS_EXAMPLE, uri)];
  }
}

function lensAt(line: number, title: string, command: string, argument: string): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [argument] });
}

/** A link opens a file, or the page itself, at a place. */
function linkTo(range: PlaceRange, target: Uri, { line, character }: PlaceRange["start"]): DocumentLink {
  return new DocumentLink(rangeOf(range), target.with({ fragment: `L${line + 1},${character + 1}` }));
}
