import { normalisedUri } from "./file-names.js";
import type { FileSource } from "./file-source.js";

/** The mapping files in some folders: those that are there when somebody first asks, and those that are told of. */
export class ListedFiles {
  readonly #source: FileSource;
  readonly #folders: readonly string[];
  /** By normalised URI; they may come while the folders are being listed. */
  readonly #told = new Set<string>();
  #listing: Promise<readonly string[]> | null = null;

  constructor(source: FileSource, folders: readonly string[]) {
    this.#source = source;
    this.#folders = folders;
  }

  /**
   * Notes a file that was created or changed, by its normalised URI. Deleted files may stay listed: reading them gives
   * nothing.
   */
  add(uri: string): void {
    this.#told.add(uri);
  }

  /** The normalised URIs of all. */
  async all(): Promise<ReadonlySet<string>> {
    this.#listing ??= this.#list().catch((error) => {
      this.#listing = null;
      throw error;
    });
    return new Set([...(await this.#listing), ...this.#told]);
  }

  async #list(): Promise<readonly string[]> {
    const lists = await Promise.all(this.#folders.map((folder) => this.#source.listMappingFiles(folder)));
    return lists.flat().map(normalisedUri);
  }
}
