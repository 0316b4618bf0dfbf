import type { GivenResponse } from "@responses/lsp";
import { languages, type Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask } from "../client/custom-requests.js";
import { mappingAtHand } from "../commands/mapping-at-hand.js";
import { shownName } from "../shown-name.js";
import type { VirtualDocuments } from "../virtual-documents.js";
import { askResponse } from "./ask-response.js";
import { verdictPage } from "./verdict-page.js";

/** The language of the pages, so that package.json can say how they are shown. */
const PAGE_LANGUAGE = "responses-verdict";

/** Explains verdicts on pasted responses, in a page beside the mapping that follows every edit of the mapping. */
export class VerdictExplainer {
  readonly #client: BaseLanguageClient;
  readonly #pages: VirtualDocuments;
  /** The last response that was asked about, by the mapping's URI. */
  readonly #given = new Map<string, GivenResponse>();

  constructor(client: BaseLanguageClient, pages: VirtualDocuments) {
    this.#client = client;
    this.#pages = pages;
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
  }

  /** Works out the verdict anew where one is shown. */
  async mappingChanged(mapping: Uri): Promise<void> {
    const given = this.#given.get(mapping.toString());
    if (given !== undefined) await this.#write(mapping, given);
  }

  async #write(mapping: Uri, given: GivenResponse): Promise<Uri> {
    const uri = mapping.toString();
    const explanation = await ask(this.#client, "responses/explain", { uri, response: given });
    const name = shownName(mapping);
    const page = this.#pages.uriOf(`${name} – verdict`);
    this.#pages.write(page, verdictPage(name, given, explanation));
    return page;
  }
}
