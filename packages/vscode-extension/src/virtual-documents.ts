import {
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
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

  /** Shows a text beside what is being worked on, which keeps the focus. */
  async showBeside(uri: Uri): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preview: true,
      preserveFocus: true,
    });
  }
}
