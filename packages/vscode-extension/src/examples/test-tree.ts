import type { ExampleResults } from "@responses/lsp";
import { type Disposable, Range, type TestController, type TestItem, type Uri, workspace } from "vscode";
import { shownName } from "../shown-name.js";
import { type ExampleTest, exampleTests } from "./example-items.js";

/** Asks for the examples of a file as they go now; null where there is no such file. */
export type ExamplesOf = (uri: Uri) => Promise<ExampleResults | null>;

/** Files that are put into the tree at most. One that is opened is in it all the same. */
const MOST_FILES = 10_000;

/** The tree of the Test Explorer: the mapping files of the workspace, and in each its examples. */
export class TestTree implements Disposable {
  readonly #controller: TestController;
  readonly #examplesOf: ExamplesOf;
  readonly #listeners: readonly Disposable[];
  #search: Promise<void> | null = null;

  constructor(controller: TestController, examplesOf: ExamplesOf) {
    this.#controller = controller;
    this.#examplesOf = examplesOf;
    controller.resolveHandler = async (item) => {
      if (item === undefined) await this.findFiles();
      else await this.load(item);
    };
    controller.refreshHandler = () => this.#findFilesAnew();
    const watcher = workspace.createFileSystemWatcher("**/*.responses", false, true, false);
    this.#listeners = [
      watcher,
      watcher.onDidCreate((uri) => this.fileItem(uri)),
      workspace.onDidChangeWorkspaceFolders(() => this.#findFilesAnew()),
      watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
      // What is in no folder of the workspace was there because it was open.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (workspace.getWorkspaceFolder(uri) === undefined) controller.items.delete(uri.toString());
      }),
    ];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /**
   * Puts all mapping files into the tree; what is in a file is looked at when somebody wants to see it. Who asks while files are
   * searched for waits for the same search.
   */
  findFiles(): Promise<void> {
    this.#search ??= this.#findFiles().finally(() => {
      this.#search = null;
    });
    return this.#search;
  }

  /** Searches once more where a search is under way, which may have passed by what is new. */
  async #findFilesAnew(): Promise<void> {
    await this.#search;
    await this.findFiles();
  }

  async #findFiles(): Promise<void> {
    const uris = await workspace.findFiles("**/*.responses", "**/{node_modules,.git}/**", MOST_FILES);
    const found = new Set(uris.map((uri) => uri.toString()));
    for (const [id] of this.#controller.items)
      if (!found.has(id) && !isOpen(id)) this.#controller.items.delete(id);
    for (const uri of uris) this.fileItem(uri);
  }

  /** All files of the tree. */
  get files(): readonly TestItem[] {
    return [...this.#controller.items].map(([, item]) => item);
  }

  /** The file's item, made where there is none yet. */
  fileItem(uri: Uri): TestItem {
    const known = this.#controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const item = this.#controller.createTestItem(uri.toString(), shownName(uri), uri);
    item.canResolveChildren = true;
    this.#controller.items.add(item);
    return item;
  }

  /** Asks for a file's examples and shows them in the tree. */
  async load(file: TestItem): Promise<ExampleResults | null> {
    const { uri } = file;
    if (uri === undefined || file.parent !== undefined) return null;
    const results = await this.#examplesOf(uri);
    this.show(file, results);
    return results;
  }

  /** Shows a file's examples in the tree. */
  show(file: TestItem, results: ExampleResults | null): void {
    const { uri } = file;
    if (uri === undefined) return;
    file.children.replace(
      exampleTests(results?.examples ?? []).map((test, index) => this.#exampleItem(file, uri, test, index)),
    );
  }

  #exampleItem(file: TestItem, uri: Uri, { id, report }: ExampleTest, index: number): TestItem {
    const item = file.children.get(id) ?? this.#controller.createTestItem(id, report.name, uri);
    item.range = rangeOf(report.range);
    item.label = report.name;
    // In the order of the file: the view sorts by this, and digits by their characters.
    item.sortText = String(index).padStart(6, "0");
    return item;
  }
}

function isOpen(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}

/** A range of the protocol as the editor's. */
export function rangeOf({ start, end }: ExampleResults["rules"][number]["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
