import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextDocumentContentProvider,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";

/** Texts of ours that are shown like files which nobody can change. The scheme is ours alone. */
export class VirtualDocuments implements TextDocumentContentProvider {
  readonly #scheme: string;
  readonly #contents = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  register(): Disposable {
    return workspace.registerTextDocumentContentProvider(this.#scheme, this);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#contents.get(uri.path) ?? "";
  }

  /** Puts a text under a name; whoever shows what was there before shows it at once. */
  write(name: string, content: string): Uri {
    const uri = Uri.from({ scheme: this.#scheme, path: `/${name}` });
    this.#contents.set(uri.path, content);
    this.#changed.fire(uri);
    return uri;
  }

  /** Shows a text beside another document, or else beside what is being worked on, which keeps the focus. */
  async showBeside(uri: Uri, other?: Uri): Promise<TextDocument> {
    const document = await workspace.openTextDocument(uri);
    const neighbour = window.visibleTextEditors.find((editor) => isOf(editor, other))?.viewColumn;
    await window.showTextDocument(document, {
      viewColumn: neighbour === undefined ? ViewColumn.Beside : Math.min(neighbour + 1, ViewColumn.Nine),
      preview: true,
      preserveFocus: true,
    });
    return document;
  }
}

function isOf({ document }: TextEditor, uri: Uri | undefined): boolean {
  return uri !== undefined && document.uri.toString() === uri.toString();
}
