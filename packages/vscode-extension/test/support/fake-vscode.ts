/*
 * As much of VS Code's interface as comparing needs, with editors and tabs that are only remembered: `vi.mock("vscode", …)` puts it in
 * its place.
 */

export class Uri {
  readonly scheme: string;
  readonly path: string;

  private constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  static parse(text: string): Uri {
    const [scheme = "", path = ""] = text.split("://");
    return new Uri(scheme, path);
  }

  static from({ scheme, path }: { readonly scheme: string; readonly path: string }): Uri {
    return new Uri(scheme, path);
  }

  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export class Disposable {
  static from(): Disposable {
    return new Disposable();
  }

  dispose(): void {}
}

export class EventEmitter<Event> {
  readonly #listeners: ((event: Event) => void)[] = [];
  readonly event = (listener: (event: Event) => void): Disposable => {
    this.#listeners.push(listener);
    return new Disposable();
  };

  fire(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
}

export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };

  cancel(): void {
    this.token.isCancellationRequested = true;
  }

  dispose(): void {}
}

export class TabInputCustom {
  readonly uri: Uri;

  constructor(uri: Uri) {
    this.uri = uri;
  }
}

interface Tab {
  readonly input: TabInputCustom;
}

export class ThemeColor {}
export class Range {}
export const ViewColumn = { Beside: -2, Nine: 9 };

const tabsChanged = new EventEmitter<{ readonly closed: readonly Tab[] }>();
const group: { tabs: readonly Tab[] } = { tabs: [] };
const contexts = new Map<string, unknown>();
const never = new EventEmitter<never>();

/** The addresses of all pages that are open. */
export function openPages(): readonly string[] {
  return group.tabs.map(({ input }) => input.uri.toString());
}

/** What menus are told under a name. */
export function contextNamed(name: string): unknown {
  return contexts.get(name);
}

interface ContentProvider {
  readonly onDidChange: (listener: (uri: Uri) => void) => Disposable;
  provideTextDocumentContent(uri: Uri): string;
}

const textChanged = new EventEmitter<unknown>();
const providers = new Map<string, ContentProvider>();
const documents = new Map<string, ReturnType<typeof documentAt>>();
const pagesAsOpened = new Map<string, string>();

/** The text that the document of a page had when the page was opened. */
export function textAsOpened(page: string): string | undefined {
  return pagesAsOpened.get(page);
}

function documentAt(uri: Uri) {
  let text = "";
  return {
    uri,
    languageId: "responses",
    isClosed: false,
    getText: () => text,
    setText: (now: string) => {
      text = now;
    },
  };
}

/** A document is asked for its text when it is loaded; of a change it hears, and asks again, a while later. */
function loadedDocument(uri: Uri) {
  const known = documents.get(uri.toString());
  if (known !== undefined) return known;
  const document = documentAt(uri);
  document.setText(providers.get(uri.scheme)?.provideTextDocumentContent(uri) ?? "");
  documents.set(uri.toString(), document);
  return document;
}

/** The folders that are open. */
const workspaceFolders: { readonly uri: Uri }[] = [];

export const workspace = {
  workspaceFolders,
  onDidSaveTextDocument: never.event,
  onDidChangeTextDocument: textChanged.event,
  onDidCloseTextDocument: never.event,
  openTextDocument: async (uri: Uri) => loadedDocument(uri),
  registerTextDocumentContentProvider(scheme: string, provider: ContentProvider): Disposable {
    providers.set(scheme, provider);
    provider.onDidChange((uri) => {
      const document = documents.get(uri.toString());
      if (document === undefined) return;
      setTimeout(() => {
        document.setText(provider.provideTextDocumentContent(uri));
        textChanged.fire({ document });
      });
    });
    return new Disposable();
  },
  asRelativePath: ({ path }: Uri) => path.slice(1),
};

interface TextEditor {
  readonly document: ReturnType<typeof documentAt>;
}

const visibleTextEditors: TextEditor[] = [];

export const window = {
  onDidChangeWindowState: never.event,
  onDidChangeActiveTextEditor: never.event,
  onDidChangeVisibleTextEditors: never.event,
  createTextEditorDecorationType: () => new Disposable(),
  visibleTextEditors,
  activeTextEditor: undefined as TextEditor | undefined,
  async showTextDocument(document: ReturnType<typeof documentAt>): Promise<TextEditor> {
    window.activeTextEditor = { document };
    return window.activeTextEditor;
  },
  tabGroups: {
    all: [group],
    onDidChangeTabs: tabsChanged.event,
    async close(closed: readonly Tab[]): Promise<void> {
      group.tabs = group.tabs.filter((tab) => !closed.includes(tab));
      if (closed.length > 0) tabsChanged.fire({ closed });
    },
  },
};

export const commands = {
  async executeCommand(name: string, first: unknown, value: unknown): Promise<void> {
    if (name === "setContext" && typeof first === "string") contexts.set(first, value);
    if (name === "vscode.open" && first instanceof Uri) {
      group.tabs = [...group.tabs, { input: new TabInputCustom(first) }];
      pagesAsOpened.set(first.toString(), loadedDocument(first).getText());
    }
  },
};
