import type { ExampleResults } from "@responses/lsp";
import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type TextDocument,
  type Uri,
  window,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { isMapping, mappingSelector } from "../client/mapping-places.js";
import type { ExamplesOf } from "../examples/test-tree.js";
import { RESTART_SERVER, RUN_EXAMPLES } from "../manifest-names.js";
import { type StatusText, statusText } from "./status-text.js";

/** Says at the language of the active mapping file how it stands: its examples, its findings, and whether the server runs. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #client: BaseLanguageClient;
  readonly #examplesOf: ExamplesOf;
  readonly #listeners: readonly Disposable[];
  /** Answers that come after newer questions are of no use. */
  #question = 0;

  constructor(client: BaseLanguageClient, examplesOf: ExamplesOf) {
    this.#client = client;
    this.#examplesOf = examplesOf;
    this.#item = languages.createLanguageStatusItem("responses.status", mappingSelector());
    this.#item.name = "Responses";
    this.#listeners = [
      client.onDidChangeState(() => this.#update()),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    ];
    void this.#update();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  /** Tells how a file's examples go now. */
  fileChanged(uri: Uri, results: ExampleResults | null): void {
    const document = activeMapping();
    if (document?.uri.toString() !== uri.toString()) return;
    this.#question++;
    this.#show(document, results);
  }

  async #update(): Promise<void> {
    const question = ++this.#question;
    const item = this.#item;
    item.busy = this.#client.state === State.Starting;
    if (this.#client.state === State.Stopped || this.#client.state === State.StartFailed) {
      item.text = "$(error) The language server has stopped";
      item.detail = "nothing is checked until it runs again";
      item.severity = LanguageStatusSeverity.Error;
      item.command = { title: "Restart", command: RESTART_SERVER };
      return;
    }
    const document = activeMapping();
    if (this.#client.state === State.Starting || document === undefined) {
      item.text = "Responses";
      item.detail = this.#client.state === State.Starting ? "the language server starts" : "";
      item.severity = LanguageStatusSeverity.Information;
      return;
    }
    const results = await this.#examplesOf(document.uri);
    if (question === this.#question) this.#show(document, results);
  }

  #show(document: TextDocument, results: ExampleResults | null): void {
    const { text, detail, severity } = statusText(results);
    this.#item.text = `${ICONS[severity]} ${text}`;
    this.#item.detail = detail;
    this.#item.severity = LanguageStatusSeverity.Information;
    this.#item.command = {
      title: "Run Examples",
      command: RUN_EXAMPLES,
      arguments: [document.uri.toString()],
    };
  }
}

const ICONS: Readonly<Record<StatusText["severity"], string>> = {
  good: "$(pass)",
  warning: "$(warning)",
  error: "$(error)",
};

function activeMapping(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isMapping(document) ? document : undefined;
}
