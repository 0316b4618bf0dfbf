import {
  commands,
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
  readonly scheme: string;
  readonly #contents = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #anyChanged = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Tells without saying of which text. */
  readonly onDidChangeText = this.#anyChanged.event;

  constructor(scheme: string) {
    this.scheme = scheme;
  }

  register(): Disposable {
    return workspace.registerTextDocumentContentProvider(this.scheme, this);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#contents.get(uri.path) ?? "";
  }

  /** The address of what is under a name. */
  uriOf(name: string): Uri {
    return Uri.from({ scheme: this.scheme, path: `/${name}` });
  }

  /** Puts a text there; whoever shows what was there before shows it at once. */
  write(uri: Uri, content: string): void {
    this.#contents.set(uri.path, content);
    this.#changed.fire(uri);
    this.#anyChanged.fire();
  }

  /** Shows a text beside another document, or else beside what is being worked on, which keeps the focus. */
  async showBeside(uri: Uri, other: Uri): Promise<TextDocument> {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { ...besides(other), preview: true });
    return document;
  }

  /**
   * The same in the editor that is associated with the scheme, once the document has the text: where a preview of markdown is still drawing
   * a page for the first time when the page changes, it gives that up, and stays blank.
   */
  async openBeside(uri: Uri, other: Uri): Promise<void> {
    await this.#loaded(uri);
    await commands.executeCommand("vscode.open", uri, { ...besides(other), preview: false });
  }

  /** Waits until the document has the text that was written last, or is no more. */
  async #loaded(uri: Uri): Promise<void> {
    const document = await workspace.openTextDocument(uri);
    await new Promise<void>((resolve) => {
      const listeners: Disposable[] = [];
      const look = () => {
        const wanted = this.#contents.get(uri.path) ?? "";
        if (!document.isClosed && withoutReturns(document.getText()) !== withoutReturns(wanted)) return;
        for (const listener of listeners) listener.dispose();
        resolve();
      };
      listeners.push(workspace.onDidChangeTextDocument(look), workspace.onDidCloseTextDocument(look));
      look();
    });
  }
}

function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function besides(other: Uri): { readonly viewColumn: ViewColumn; readonly preserveFocus: true } {
  const neighbour = window.visibleTextEditors.find((editor) => isOf(editor, other))?.viewColumn;
  const viewColumn = neighbour === undefined ? ViewColumn.Beside : Math.min(neighbour + 1, ViewColumn.Nine);
  return { viewColumn, preserveFocus: true };
}

function isOf({ document }: TextEditor, uri: Uri): boolean {
  return document.uri.toString() === uri.toString();
}
