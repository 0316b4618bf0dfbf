import type { ComparisonResult, CustomRequests } from "@responses/lsp";
import {
  CancellationTokenSource,
  commands,
  Disposable,
  type TabChangeEvent,
  TabInputCustom,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { AfterQuiet } from "../after-quiet.js";
import { ask } from "../client/custom-requests.js";
import { isMapping } from "../client/mapping-places.js";
import { mappingAtHand } from "../commands/mapping-at-hand.js";
import { COMPARING } from "../manifest-names.js";
import { shownName } from "../shown-name.js";
import type { VirtualDocuments } from "../virtual-documents.js";
import { withEditedLines } from "./edited-lines.js";
import { RuleNotes } from "./rule-notes.js";

/** What a mapping is compared with. */
export type Base = CustomRequests["responses/compare"]["params"]["base"];

const NAMES: Readonly<Record<Base, string>> = { head: "HEAD", saved: "what is saved" };

/** A mapping that is compared. */
interface Running {
  readonly base: Base;
  readonly page: Uri;
  /** The question that is under way. */
  question: CancellationTokenSource | null;
}

/**
 * Mappings that are compared with HEAD or with what is saved: each has a page beside it and notes behind its rules, which follow
 * every edit until somebody ends it or closes the page.
 */
export class Comparisons implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #pages: VirtualDocuments;
  readonly #notes: RuleNotes;
  readonly #quiet = new AfterQuiet();
  readonly #listeners: Disposable;
  /** By the mapping's URI. */
  readonly #running = new Map<string, Running>();
  /** The URI of the mapping that was worked on last. */
  #workedOn = "";

  constructor(client: BaseLanguageClient, pages: VirtualDocuments) {
    this.#client = client;
    this.#pages = pages;
    this.#notes = new RuleNotes(client);
    this.#listeners = Disposable.from(
      // What is saved is another then, be it of a file that a mapping includes.
      workspace.onDidSaveTextDocument(() => this.#refreshAll()),
      // Whoever comes back may have committed something.
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#refreshAll();
      }),
      window.onDidChangeActiveTextEditor(() => this.#tellContext()),
      window.tabGroups.onDidChangeTabs((change) => this.#tabsChanged(change)),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#quiet.dispose();
    this.#notes.dispose();
  }

  /** Compares a mapping from now on, and shows how. */
  async begin(given: unknown, base: Base): Promise<void> {
    const document = await mappingAtHand(given);
    if (document === undefined) return;
    await showUnlessVisible(document);
    const uri = document.uri.toString();
    const page = this.#pages.uriOf(`${shownName(document.uri)} compared with ${NAMES[base]}.md`);
    const before = this.#running.get(uri);
    const running: Running = { base, page, question: null };
    this.#running.set(uri, running);
    before?.question?.cancel();
    this.#tellContext();
    try {
      await this.mappingChanged(document.uri);
      // Who has ended it meanwhile wants no page.
      if (this.#isRunning(uri, running)) await this.#pages.openBeside(page, document.uri);
    } catch (error) {
      // It may have no page that somebody could close.
      if (this.#isRunning(uri, running)) await this.#end(uri, running);
      throw error;
    } finally {
      if (before !== undefined && before.page.toString() !== page.toString()) await closeTabsOf(before.page);
    }
  }

  /** Ends it, and takes away what was shown. */
  async end(given: unknown): Promise<void> {
    const document = await mappingAtHand(given);
    const running = document === undefined ? undefined : this.#running.get(document.uri.toString());
    if (document === undefined || running === undefined) return;
    await this.#end(document.uri.toString(), running);
  }

  async #end(uri: string, running: Running): Promise<void> {
    this.#forget(uri, running);
    await closeTabsOf(running.page);
  }

  #isRunning(uri: string, running: Running): boolean {
    return this.#running.get(uri) === running;
  }

  /** Compares a mapping anew if it is compared. */
  async mappingChanged(mapping: Uri): Promise<void> {
    const uri = mapping.toString();
    const running = this.#running.get(uri);
    if (running === undefined) return;
    running.question?.cancel();
    const question = new CancellationTokenSource();
    running.question = question;
    try {
      const result = await ask(
        this.#client,
        "responses/compare",
        { uri, base: running.base },
        question.token,
      );
      if (running.question === question && this.#isRunning(uri, running))
        await this.#show(uri, running, result);
    } catch (error) {
      // Whoever asks anew gives the older question up.
      if (!question.token.isCancellationRequested) throw error;
    } finally {
      question.dispose();
    }
  }

  async #show(uri: string, { page }: Running, result: ComparisonResult | null): Promise<void> {
    this.#notes.show(uri, result?.kind === "compared" ? result.notes : []);
    // A page that nobody has loaded is told of no change, also where a preview still shows it. One that is to be shown comes with its text.
    if (tabsOf(page).length > 0) await workspace.openTextDocument(page);
    this.#pages.write(page, withEditedLines(result?.page ?? "The mapping file cannot be read.\n"));
  }

  #refreshAll(): void {
    for (const uri of this.#running.keys()) this.#quiet.do(uri, () => this.mappingChanged(Uri.parse(uri)));
  }

  #tabsChanged({ closed }: TabChangeEvent): void {
    if (closed.length === 0) return;
    for (const [uri, running] of this.#running) {
      const wasClosed = closed.some(({ input }) => isOf(input, running.page));
      // One that is moved to another group is closed in its own.
      if (wasClosed && tabsOf(running.page).length === 0) this.#forget(uri, running);
    }
  }

  #forget(uri: string, { question }: Running): void {
    question?.cancel();
    this.#running.delete(uri);
    this.#notes.show(uri, []);
    this.#tellContext();
  }

  /** For the menus of package.json. Somebody who looks at the page still works on the mapping beside it. */
  #tellContext(): void {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && isMapping(document)) this.#workedOn = document.uri.toString();
    void commands.executeCommand("setContext", COMPARING, this.#running.has(this.#workedOn));
  }
}

async function showUnlessVisible(document: TextDocument): Promise<void> {
  const isVisible = window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isVisible) await window.showTextDocument(document);
}

function tabsOf(page: Uri) {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ input }) => isOf(input, page)));
}

async function closeTabsOf(page: Uri): Promise<void> {
  await window.tabGroups.close(tabsOf(page));
}

function isOf(input: unknown, page: Uri): boolean {
  return input instanceof TabInputCustom && input.uri.toString() === page.toString();
}
