import type { GivenResponse, ResponseExplanation } from "@responses/lsp";
import { type Disposable, languages, type TextDocument, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask } from "../client/custom-requests.js";
import { mappingAtHand } from "../commands/mapping-at-hand.js";
import { addExample } from "../examples/paste-example.js";
import { shownName } from "../shown-name.js";
import type { VirtualDocuments } from "../virtual-documents.js";
import { askResponse } from "./ask-response.js";
import { type ExplainedPage, PagePlaces } from "./page-places.js";

/** The language of the pages, so that package.json can say how they are shown. */
const PAGE_LANGUAGE = "responses-verdict";

/** Explains verdicts on pasted responses, in a page beside the mapping that follows every edit of the mapping. */
export class VerdictExplainer implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #pages: VirtualDocuments;
  readonly #places: PagePlaces;
  /** The last response that was asked about, by the mapping's URI. */
  readonly #given = new Map<string, GivenResponse>();

  constructor(client: BaseLanguageClient, pages: VirtualDocuments) {
    this.#client = client;
    this.#pages = pages;
    this.#places = new PagePlaces(pages, (page) => this.#addAsExample(page));
  }

  dispose(): void {
    this.#places.dispose();
  }

  /** Asks for a response where none is given, and shows what the mapping says of it. */
  async explain(mapping: unknown, response?: GivenResponse): Promise<void> {
    const document = await mappingAtHand(mapping);
    if (document === undefined) return;
    const given = response ?? (await askResponse(document));
    if (given === undefined) return;
    this.#given.set(document.uri.toString(), given);
    const page = await this.#pages.showBeside(await this.#write(document.uri, given), document.uri);
    await languages.setTextDocumentLanguage(page, PAGE_LANGUAGE);
    this.#places.light();
  }

  /** Works out the verdict anew where one is shown. */
  async mappingChanged(mapping: Uri): Promise<void> {
    const given = this.#given.get(mapping.toString());
    if (given !== undefined) await this.#write(mapping, given);
  }

  async #write(mapping: Uri, given: GivenResponse): Promise<Uri> {
    const uri = mapping.toString();
    const explanation = await ask(this.#client, "responses/explain", { uri, response: given });
    const page = this.#pages.uriOf(`${shownName(mapping)} – verdict`);
    const shown = pageOf(mapping, explanation);
    this.#places.set(page, shown);
    this.#pages.write(page, shown.text);
    return page;
  }

  async #addAsExample({ mapping, doubt }: ExplainedPage): Promise<void> {
    const response = this.#given.get(mapping.toString());
    if (response === undefined) return;
    if (doubt !== null && !(await isMeant(doubt))) return;
    const document: TextDocument = await workspace.openTextDocument(Uri.parse(mapping.toString()));
    await addExample(this.#client, document, response, null);
  }
}

/** Asks whether a verdict is to be recorded as right that the page itself doubts. */
async function isMeant(doubt: string): Promise<boolean> {
  const message = `This verdict may be wrong: ${doubt}. An example would state it as right.`;
  const add = "Add It All the Same";
  return (await window.showWarningMessage(message, add, "Mend the Rule First")) === add;
}

function pageOf(mapping: Uri, explanation: ResponseExplanation | null): ExplainedPage {
  if (explanation !== null)
    return { mapping, isVerdict: explanation.kind === "verdict", ...explanation.page };
  const text = `What ${shownName(mapping)} says of this response\n\n  The mapping file cannot be read.\n`;
  return { mapping, isVerdict: false, text, links: [], places: [], lit: [], responseLine: null, doubt: null };
}
