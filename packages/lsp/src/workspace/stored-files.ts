import type { FileSource } from "./file-source.js";

/** What was read of files that are not open, each once until it changes. */
export class StoredFiles {
  readonly #source: FileSource;
  readonly #contents = new Map<string, Uint8Array | null>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** The file's bytes, null if there is none; undefined where nobody has read it yet. */
  get(uri: string): Uint8Array | null | undefined {
    return this.#contents.get(uri);
  }

  async load(uris: Iterable<string>): Promise<void> {
    await Promise.all(
      [...uris].map(async (uri) => {
        const bytes = await this.#source.read(uri);
        this.#contents.set(uri, bytes);
      }),
    );
  }

  /** Has the file read again when it is next asked for. */
  forget(uri: string): void {
    this.#contents.delete(uri);
  }

  forgetAll(): void {
    this.#contents.clear();
  }
}
