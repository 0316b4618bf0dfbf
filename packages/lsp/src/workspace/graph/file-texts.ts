import type { ColumnUnit } from "@responses/dsl";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { normalisedUri } from "../files/file-names.js";
import type { FileSource } from "../files/file-source.js";
import { StoredFiles } from "../files/stored-files.js";
import { type OpenBuffer, OpenBuffers } from "./open-buffers.js";

/**
 * What is in files now, by their normalised URIs.
 *
 * Invariant: a text that an editor has open wins over what is stored, and what is stored is read once until somebody tells
 * of a change.
 */
export class FileTexts {
  readonly #source: FileSource;
  readonly #buffers: OpenBuffers;
  readonly #stored: StoredFiles;

  constructor(source: FileSource, unit: ColumnUnit) {
    this.#source = source;
    this.#buffers = new OpenBuffers(unit);
    this.#stored = new StoredFiles(source);
  }

  /** The normalised URIs of all that are open. */
  get openUris(): readonly string[] {
    return this.#buffers.uris;
  }

  mayInclude(from: string, path: string): boolean {
    return this.#source.mayInclude?.(from, path) ?? true;
  }

  forgetBounds(): void {
    this.#source.forgetBounds?.();
  }

  open(uri: string, version: number, text: string): void {
    this.#buffers.open(uri, version, text);
  }

  /** Applies edits to a text that is open; false for one that is not. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    return this.#buffers.change(uri, version, changes);
  }

  /** What is stored counts again, and is read anew. */
  close(uri: string): void {
    this.#buffers.close(uri);
    this.#stored.forget(normalisedUri(uri));
  }

  /** Has what is stored read again when it is next asked for. */
  forgetStored(key: string): void {
    this.#stored.forget(key);
  }

  /** The text that an editor has open; null where none has. */
  bufferOf(uri: string): OpenBuffer | null {
    return this.#buffers.get(uri);
  }

  /** What is in a file: null where there is none, undefined where nobody has read it yet. */
  contentOf(key: string): string | Uint8Array | null | undefined {
    return this.#buffers.get(key)?.text ?? this.#stored.get(key);
  }

  /** Reads those of the files that nobody has read yet. One that changes meanwhile is not known afterwards. */
  async load(keys: Iterable<string>): Promise<void> {
    await this.#stored.load([...keys].filter((key) => this.contentOf(key) === undefined));
  }

  /** The text of a file, which is read if nobody has; null where there is none. */
  async textOf(key: string): Promise<string | null> {
    if (this.contentOf(key) === undefined) await this.load([key]);
    const content = this.contentOf(key) ?? null;
    return content === null || typeof content === "string" ? content : new TextDecoder().decode(content);
  }

  /** Whether there is a file, open or stored. */
  async exists(key: string): Promise<boolean> {
    return this.#buffers.get(key) !== null || (await this.#source.read(key)) !== null;
  }
}
