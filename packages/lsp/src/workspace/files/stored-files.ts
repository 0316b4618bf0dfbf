import type { FileSource } from "./file-source.js";

/** What was read of files that are not open, each once until it changes. */
export class StoredFiles {
  readonly #source: FileSource;
  readonly #contents = new Map<string, Uint8Array | null>();
  /** The readings under way, by URI. */
  readonly #readings = new Map<string, Promise<void>>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** The file's bytes, null if there is none; undefined where nobody has read it yet. */
  get(uri: string): Uint8Array | null | undefined {
    return this.#contents.get(uri);
  }

  /** Reads files. One that changes meanwhile is not known afterwards. */
  async load(uris: Iterable<string>): Promise<void> {
    await Promise.all([...uris].map((uri) => this.#readings.get(uri) ?? this.#begin(uri)));
  }

  /** Has the file read again when it is next asked for. */
  forget(uri: string): void {
    this.#contents.delete(uri);
    this.#readings.delete(uri);
  }

  /** Keeps what it reads if that is still wanted by then: what was read before a change is outdated. */
  #begin(uri: string): Promise<void> {
    const isWanted = () => this.#readings.get(uri) === reading;
    const reading = this.#source
      .read(uri)
      .then((bytes) => {
        if (isWanted()) this.#contents.set(uri, bytes);
      })
      .finally(() => {
        if (isWanted()) this.#readings.delete(uri);
      });
    this.#readings.set(uri, reading);
    return reading;
  }
}
