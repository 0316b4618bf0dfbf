import type { ExampleStates } from "@responses/dsl/editor";
import type { ResponseExplanation } from "@responses/lsp";
import {
  Disposable,
  languages,
  type Selection,
  type Tab,
  type TabChangeEvent,
  TabInputText,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextDocumentContentChangeEvent,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { mappingAtHand } from "../commands/mapping-at-hand.js";
import { addExample } from "../examples/paste-example.js";
import { shownName } from "../shown-name.js";
import type { VirtualDocuments } from "../virtual-documents.js";
import { askResponse } from "./ask-response.js";
import { chooseResponse } from "./choose-response.js";
import { type Explained, explanationOf } from "./explained.js";
import { type Lines, movedLines } from "./moved-lines.js";
import { type ExplainedPage, PagePlaces } from "./page-places.js";

/** The language of the pages, so that package.json can say how they are shown. */
const PAGE_LANGUAGE = "responses-verdict";

/** Explains verdicts on responses and examples, in a page beside the mapping that follows every edit of the mapping. */
export class VerdictExplainer implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #pages: VirtualDocuments;
  readonly #places: PagePlaces;
  readonly #listeners: Disposable;
  /** What was asked about last, by the mapping's URI. */
  readonly #explained = new Map<string, Explained>();

  constructor(client: BaseLanguageClient, pages: VirtualDocuments) {
    this.#client = client;
    this.#pages = pages;
    this.#places = new PagePlaces(pages, {
      addAsExample: (page, states) => this.#addAsExample(page, states),
      explainOneOf: (page) => this.#explainOneOf(page),
    });
    this.#listeners = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.#moveLines(event)),
      window.tabGroups.onDidChangeTabs((change) => this.#tabsChanged(change)),
    );
  }

  /** Who has closed a page wants no more answers for it. */
  #tabsChanged({ closed }: TabChangeEvent): void {
    for (const mapping of closed.length === 0 ? [] : this.#explained.keys()) {
      const page = this.#pageFor(Uri.parse(mapping));
      // One that is moved to another group is closed in its own.
      const isShown = window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shows(tab, page)));
      if (!isShown && closed.some((tab) => shows(tab, page))) this.#explained.delete(mapping);
    }
  }

  /** Examples that are explained go where an edit moves them. */
  #moveLines({ document, contentChanges }: TextDocumentChangeEvent): void {
    const { uri } = document;
    const explained = this.#explained.get(uri.toString());
    if (explained?.kind !== "examples") return;
    const isOne = contentChanges.length === 1;
    let lines: Lines | null = explained.lines;
    for (const change of contentChanges)
      lines = lines === null ? null : movedLines(lines, change, isOne && isLineEndBehind(document, change));
    if (lines !== null) this.#explained.set(uri.toString(), { ...explained, lines });
    else {
      this.#explained.delete(uri.toString());
      this.#writePage(pageWithout(uri, "The example that was explained here is gone."));
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#places.dispose();
  }

  /** Explains the examples of a range, or else those at the cursor or selected; asks for a response where there are none. */
  async explain(mapping: unknown, range?: unknown): Promise<void> {
    const document = await mappingAtHand(mapping);
    if (document === undefined) return;
    const lines = linesIn(range) ?? selectedLines(document);
    const explained = lines === null ? null : ({ kind: "examples", lines } as const);
    if (explained === null || !(await this.#explain(document, explained))) await this.#explainAsked(document);
  }

  /** Asks for a response, and shows what the mapping says of it. */
  async explainResponse(mapping: unknown): Promise<void> {
    const document = await mappingAtHand(mapping);
    if (document !== undefined) await this.#explainAsked(document);
  }

  /** Works out the verdict anew where one is shown. */
  async mappingChanged(mapping: Uri): Promise<void> {
    const explained = this.#explained.get(mapping.toString());
    if (explained === undefined) return;
    const explanation = await explanationOf(this.#client, mapping.toString(), explained);
    // Something else may be explained by now.
    if (this.#explained.get(mapping.toString()) === explained) this.#write(mapping, explanation);
  }

  async #explainAsked(document: TextDocument): Promise<void> {
    const response = await askResponse(this.#client, document);
    if (response !== undefined) await this.#explain(document, { kind: "response", response });
  }

  /** Shows what is explained; of several it is chosen from. Gives whether there was something. */
  async #explain(document: TextDocument, asked: Explained): Promise<boolean> {
    const uri = document.uri.toString();
    let explained = asked;
    let explanation = await explanationOf(this.#client, uri, asked);
    if (explanation?.kind === "no-example") return false;
    if (explanation?.kind === "several") {
      const chosen = await chooseResponse(explanation);
      if (chosen === undefined) return true;
      if (chosen !== null) {
        explained = chosen;
        explanation = await explanationOf(this.#client, uri, chosen);
      }
    }
    this.#explained.set(uri, explained);
    const page = await this.#pages.showBeside(this.#write(document.uri, explanation), document.uri);
    await languages.setTextDocumentLanguage(page, PAGE_LANGUAGE);
    this.#places.light();
    return true;
  }

  #write(mapping: Uri, explanation: ResponseExplanation | null): Uri {
    return this.#writePage(pageOf(mapping, explanation));
  }

  #writePage(shown: ExplainedPage): Uri {
    const page = this.#pageFor(shown.mapping);
    this.#places.set(page, shown);
    this.#pages.write(page, shown.text);
    return page;
  }

  #pageFor(mapping: Uri): Uri {
    return this.#pages.uriOf(`${shownName(mapping)} – verdict`);
  }

  async #explainOneOf({ mapping }: ExplainedPage): Promise<void> {
    const explained = this.#explained.get(mapping.toString());
    if (explained !== undefined) await this.#explain(await workspace.openTextDocument(mapping), explained);
  }

  async #addAsExample({ mapping, doubt }: ExplainedPage, states: ExampleStates): Promise<void> {
    const explained = this.#explained.get(mapping.toString());
    if (explained?.kind !== "response") return;
    if (doubt !== null && !(await isMeant(doubt))) return;
    await addExample(
      this.#client,
      await workspace.openTextDocument(mapping),
      explained.response,
      () => null,
      states,
    );
  }
}

function shows({ input }: Tab, page: Uri): boolean {
  return input instanceof TabInputText && input.uri.toString() === page.toString();
}

/** Whether nothing but blanks stands behind what an edit wrote, on its line. */
function isLineEndBehind(document: TextDocument, { range, text }: TextDocumentContentChangeEvent): boolean {
  const { line, character } = document.positionAt(document.offsetAt(range.start) + text.length);
  return document.lineAt(line).text.slice(character).trim() === "";
}

/** The lines of a range that came with a link of the server's; null for anything else. */
function linesIn(range: unknown): Lines | null {
  const first = lineOf(memberOf(range, "start"));
  const last = lineOf(memberOf(range, "end"));
  return first === null || last === null ? null : { first, last };
}

function lineOf(position: unknown): number | null {
  const line = memberOf(position, "line");
  return typeof line === "number" ? line : null;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The lines of the first cursor, or of what is selected there, where somebody works on the document; null where nobody does. */
function selectedLines(document: TextDocument): Lines | null {
  const editor = window.activeTextEditor;
  return editor?.document === document ? linesOf(editor.selection) : null;
}

/** What ends where a line begins has nothing of that line. */
function linesOf({ start, end }: Selection): Lines {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  return { first: start.line, last };
}

/** Asks whether a verdict is to be recorded as right that the page itself doubts. */
async function isMeant(doubt: string): Promise<boolean> {
  const message = `This verdict may be wrong: ${doubt}. An example would state it as right.`;
  const add = "Add It All the Same";
  return (await window.showWarningMessage(message, add, "Mend the Rule First")) === add;
}

/** A page that has no verdict to tell. */
function pageWithout(mapping: Uri, reason: string): ExplainedPage {
  const text = `What ${shownName(mapping)} says of this response\n\n  ${reason}\n`;
  const nothing = { links: [], places: [], lit: [], responseLine: null, doubt: null };
  return { mapping, canBeAdded: false, capturesSomething: false, isOfSeveral: false, text, ...nothing };
}

function pageOf(mapping: Uri, explanation: ResponseExplanation | null): ExplainedPage {
  if (explanation === null) return pageWithout(mapping, "The mapping file cannot be read.");
  const canBeAdded = explanation.kind === "verdict" && explanation.example === null;
  const captures = explanation.kind === "verdict" ? Object.keys(explanation.verdict.captures) : [];
  return {
    mapping,
    canBeAdded,
    capturesSomething: captures.length > 0,
    isOfSeveral: explanation.kind === "several",
    ...explanation.page,
  };
}
