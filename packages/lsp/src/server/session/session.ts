import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { PageOf } from "../../features/presentation/page-address.js";
import { type Places, placesOf } from "../../features/presentation/places.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import type { Workspace } from "../../workspace/workspace.js";
import { pagesOf } from "../client/check-pages.js";
import type { ClientProfile } from "../client/client-profile.js";
import type { Settings } from "../client/settings.js";
import { dropIfCancelled, outdated, unlessCancelled } from "./dropped-requests.js";
import { Listeners } from "./listeners.js";

/** Runs a command with the arguments that came with it, whatever they are, and gives the answer to the client. */
export type CommandHandler = (parameters: readonly unknown[]) => Promise<unknown>;

/** What a feature's wiring works with, once client and server have met. */
export class Session {
  readonly connection: Connection;
  readonly client: ClientProfile;
  readonly workspace: Workspace;
  readonly pageOf: PageOf;
  /** As the client has set them last. */
  settings: Settings;
  readonly #logged = new Set<string>();
  readonly #initializedListeners: (() => Promise<void>)[] = [];
  readonly #analysedListeners = new Listeners<AnalysedDocument>((error) => this.logFault(error));
  readonly #changeListeners = new Listeners<string>((error) => this.logFault(error));
  readonly #endListeners = new Listeners<void>((error) => this.logFault(error));
  readonly #commands = new Map<string, CommandHandler>();
  #isEnded = false;

  constructor(connection: Connection, client: ClientProfile, workspace: Workspace) {
    this.connection = connection;
    this.client = client;
    this.workspace = workspace;
    this.pageOf = pagesOf(client);
    this.settings = client.settings;
  }

  /** Has the listener told when the client is ready for requests; its fault is noted. */
  onInitialized(listener: () => Promise<void>): void {
    this.#initializedListeners.push(listener);
  }

  /** Tells all listeners. */
  initialized(): void {
    for (const listener of this.#initializedListeners) listener().catch((error) => this.logFault(error));
  }

  /** Has the listener told whenever an open document was analysed anew. A listener's fault is noted and stops no other. */
  onAnalysed(listener: (document: AnalysedDocument) => void): void {
    this.#analysedListeners.add(listener);
  }

  /** Tells all listeners. */
  analysed(document: AnalysedDocument): void {
    if (!this.#isEnded) this.#analysedListeners.tell(document);
  }

  /** Has the listener told of every text that changes, by its normalised URI: see the workspace's option of that name. */
  onChanged(listener: (uri: string) => void): void {
    this.#changeListeners.add(listener);
  }

  /** Tells all listeners. */
  changed(uri: string): void {
    if (!this.#isEnded) this.#changeListeners.tell(uri);
  }

  /** Answers a command of the server's; its name must stand in the capabilities of the feature. */
  onCommand(name: string, handler: CommandHandler): void {
    this.#commands.set(name, handler);
  }

  /** Runs a command. */
  async runCommand(name: string, parameters: readonly unknown[], token: CancellationToken): Promise<unknown> {
    const handler = this.#commands.get(name);
    if (handler === undefined)
      throw new ResponseError(ErrorCodes.InvalidParams, `the client was not offered the command ${name}`);
    return this.guarded(token, () => handler(parameters));
  }

  /** Has the listener told when the client says goodbye, so that nobody is left waiting. */
  onEnd(listener: () => void): void {
    this.#endListeners.add(listener);
  }

  /** The client has said goodbye: nothing is answered or sent from now on. */
  end(): void {
    this.#endListeners.tell();
    this.#isEnded = true;
  }

  /**
   * Answers a request about a document's text; `none` is the answer where there is no such document. A request that was
   * cancelled, or whose text has changed meanwhile, is dropped with the protocol's error for it.
   */
  async withDocument<Answer>(
    uri: string,
    token: CancellationToken,
    none: Answer,
    answer: (document: MappingDocument) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    return this.#about(uri, token, none, () => this.workspace.document(uri), answer);
  }

  /** The same, about what the document's mapping means. */
  async withAnalysed<Answer>(
    uri: string,
    token: CancellationToken,
    none: Answer,
    answer: (document: AnalysedDocument) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    return this.#about(uri, token, none, () => this.workspace.analysed(uri), answer);
  }

  /** The same, about no document in particular. */
  async guarded<Answer>(token: CancellationToken, compute: () => Promise<Answer>): Promise<Answer> {
    if (this.#isEnded) throw new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
    dropIfCancelled(token);
    let answer: Answer;
    try {
      answer = await compute();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.logFault(error);
      const reason = error instanceof Error ? error.message : String(error);
      throw new ResponseError(ErrorCodes.InternalError, `internal fault: ${reason}`);
    }
    dropIfCancelled(token);
    return answer;
  }

  placesOf(document: MappingDocument): Places {
    return placesOf(document, (file) => this.workspace.uriOf(file), this.workspace.unit);
  }

  /** Notes an internal fault, each once. */
  logFault(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (this.#logged.has(text)) return;
    this.#logged.add(text);
    this.connection.console.error(`internal fault: ${text}`);
  }

  async #about<Document, Answer>(
    uri: string,
    token: CancellationToken,
    none: Answer,
    find: () => Promise<Document | null>,
    answer: (document: Document) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const version = this.workspace.versionOf(uri);
    const answered = await this.guarded(token, async () => {
      const document = await unlessCancelled(find(), token);
      return document === null ? none : answer(document);
    });
    if (this.workspace.versionOf(uri) !== version) throw outdated();
    return answered;
  }
}
