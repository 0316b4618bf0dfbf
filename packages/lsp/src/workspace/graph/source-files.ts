import type { ColumnUnit } from "@responses/dsl";
import { isAbsolutePath } from "@responses/dsl/editor";
import { FileNames, normalisedUri } from "../files/file-names.js";
import type { FileSource } from "../files/file-source.js";
import { FileTexts } from "./file-texts.js";
import { type FileToRead, type ReadFile, ReadFiles } from "./read-files.js";

/** What files are read with. */
export interface SourceFilesOptions {
  readonly files: FileSource;
  /** The unit of columns that client and server agreed on. */
  readonly unit: ColumnUnit;
  /** The URIs of the folders that the editor has open. */
  readonly folders: readonly string[];
  /** Gives the machine to whatever else waits; what is in hand goes on afterwards. */
  readonly nextTurn: () => Promise<void>;
}

/**
 * Mapping files by their normalised URIs, and by the names that findings and models call them by: what is in them, and what
 * that says when it is read.
 *
 * Invariant: nobody waits long for a file unasked. What has to be loaded or takes long to read is wanted first, and read
 * while others have their turns.
 */
export class SourceFiles {
  readonly texts: FileTexts;
  readonly #nextTurn: () => Promise<void>;
  readonly #read = new ReadFiles();
  #names: FileNames;

  constructor({ files, unit, folders, nextTurn }: SourceFilesOptions) {
    this.texts = new FileTexts(files, unit);
    this.#nextTurn = nextTurn;
    this.#names = new FileNames(folders);
  }

  /** Takes other folders for the workspace's: files get other names, so all are read again. */
  setFolders(folders: readonly string[]): void {
    this.#names = new FileNames(folders);
    this.#read.forgetAll();
  }

  /** Forgets what was read of a file. */
  forget(key: string): void {
    this.#read.forget(key);
  }

  /** The name by which findings and models call a file. */
  nameOf(uri: string): string {
    return this.#names.nameOf(normalisedUri(uri));
  }

  /** The normalised URI of the file of that name. */
  keyOf(name: string): string {
    return this.#names.uriOf(name);
  }

  /** The URI of that file as the client spells it. */
  uriOf(name: string): string {
    const key = this.keyOf(name);
    return this.texts.bufferOf(key)?.uri ?? key;
  }

  /** The name of the file that an include of the file `from` leads to. */
  resolve(from: string, include: string): string {
    return this.#names.resolve(from, include);
  }

  /** The same; null where that can be no file. */
  resolveKnown(from: string, include: string): string | null {
    const name = this.resolve(from, include);
    return this.#names.knows(name) ? name : null;
  }

  /** Whether the file of one name may include that of another. */
  mayInclude(from: string, name: string): boolean {
    return this.texts.mayInclude(this.keyOf(from), this.keyOf(name));
  }

  /** Has what may be included found out anew. */
  forgetBounds(): void {
    this.texts.forgetBounds();
  }

  /**
   * The file as it is read now; null where there is none. One that has to be loaded or takes long is added to `wanted`, and
   * null given: see `onceRead`.
   */
  read(key: string, wanted: Set<string>): ReadFile | null {
    const file = this.#fileToRead(key);
    if (file === undefined) wanted.add(key);
    if (file === null) this.#read.forget(key);
    if (file === undefined || file === null) return null;
    if (this.#read.isQuick(file)) return this.#read.read(file);
    wanted.add(key);
    return null;
  }

  /** What `make` gives as soon as it wants no file any more; what it wants is loaded, and read in slices if that takes long. */
  async onceRead<Result>(make: (wanted: Set<string>) => Result): Promise<Result> {
    for (;;) {
      const wanted = new Set<string>();
      const result = make(wanted);
      if (wanted.size === 0) return result;
      await this.#load(wanted);
    }
  }

  /**
   * Loads files and reads them, and then those that they include, and so on: if what wants them were made anew for each, a long chain of
   * includes would be gone through as often as it has files.
   */
  async #load(wanted: ReadonlySet<string>): Promise<void> {
    const seen = new Set(wanted);
    for (let keys: readonly string[] = [...wanted]; keys.length > 0; ) {
      await this.texts.load(keys);
      const included: string[] = [];
      for (const key of keys) {
        const file = this.#fileToRead(key);
        if (file === undefined || file === null) continue;
        if (!this.#read.isQuick(file)) await this.#read.readInSlices(file, this.#nextTurn);
        for (const other of this.#unreadIncludesOf(file, seen)) included.push(other);
      }
      keys = included;
    }
  }

  /** The files that a file includes, if nobody has loaded them and they were not seen. */
  *#unreadIncludesOf(file: FileToRead, seen: Set<string>): Iterable<string> {
    if (!this.#read.isQuick(file)) return;
    for (const statement of this.#read.read(file).model.models) {
      if (statement.kind !== "include" || isAbsolutePath(statement.path)) continue;
      const name = this.resolve(file.name, statement.path);
      const key = this.keyOf(name);
      if (seen.has(key) || this.texts.contentOf(key) !== undefined) continue;
      if (!this.mayInclude(file.name, name)) continue;
      seen.add(key);
      yield key;
    }
  }

  /** The file with what is in it now; null where there is none, undefined where nobody has loaded it yet. */
  #fileToRead(key: string): FileToRead | null | undefined {
    const content = this.texts.contentOf(key);
    return content === undefined || content === null
      ? content
      : { uri: key, name: this.#names.nameOf(key), content };
  }
}
