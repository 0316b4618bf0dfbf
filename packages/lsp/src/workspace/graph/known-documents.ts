import { isMappingFileName } from "@responses/dsl/editor";
import { includedBy, type MappingDocument } from "../documents/mapping-document.js";
import { isSettingsFile, normalisedUri } from "../files/file-names.js";
import type { FileSource } from "../files/file-source.js";
import { ListedFiles } from "../files/listed-files.js";
import { TimeSlice } from "../time-slice.js";
import { connectedWith } from "./connected-documents.js";
import type { DocumentGraph } from "./document-graph.js";
import type { SourceFiles } from "./source-files.js";

/** Is told how many files of how many have been read. */
export type ReadingStep = (done: number, all: number) => void;

/** Where files are listed. */
export interface KnownDocumentsOptions {
  readonly files: FileSource;
  readonly folders: readonly string[];
  readonly nextTurn: () => Promise<void>;
}

/**
 * The documents that the workspace knows of: those that are open, lie in its folders, or are included by one of these.
 *
 * Invariant: none is read before somebody asks, and between two others have their turns.
 */
export class KnownDocuments {
  readonly #graph: DocumentGraph;
  readonly #files: SourceFiles;
  readonly #source: FileSource;
  readonly #nextTurn: () => Promise<void>;
  #listed: ListedFiles;

  constructor(
    graph: DocumentGraph,
    files: SourceFiles,
    { files: source, folders, nextTurn }: KnownDocumentsOptions,
  ) {
    this.#graph = graph;
    this.#files = files;
    this.#source = source;
    this.#nextTurn = nextTurn;
    this.#listed = new ListedFiles(source, folders);
  }

  /** Takes other folders for the workspace's. */
  setFolders(folders: readonly string[]): void {
    this.#listed = new ListedFiles(this.#source, folders);
  }

  /** Is told of a file outside of the editor, by its normalised URI, that was made, changed or deleted. */
  noteStored(key: string): void {
    if (isMappingFileName(key)) this.#listed.add(key);
  }

  /** The normalised URIs of the mapping files that are open. */
  get openUris(): readonly string[] {
    return this.#files.texts.openUris.filter((uri) => !isSettingsFile(uri));
  }

  /** All of them. `onStep` is told how far the reading is, and ends it by throwing. */
  async all(onStep: ReadingStep = () => {}): Promise<readonly MappingDocument[]> {
    const uris = new Set([...this.openUris, ...(await this.#listed.all())]);
    const found = new Map<string, MappingDocument>();
    const slice = new TimeSlice();
    let done = 0;
    for (const uri of uris) {
      onStep(done++, uris.size);
      await this.#collect(uri, found);
      if (!slice.isOver()) continue;
      await this.#nextTurn();
      slice.begin();
    }
    return [...found.values()];
  }

  /** The file and all that it is connected with by includes, in either direction. */
  async connectedWith(uri: string, onStep?: ReadingStep): Promise<readonly MappingDocument[]> {
    const all = await this.all(onStep);
    const found = new Map<string, MappingDocument>();
    await this.#collect(normalisedUri(uri), found);
    for (const document of all) {
      if (!found.has(document.file.path)) found.set(document.file.path, document);
    }
    return connectedWith(this.#files.nameOf(uri), found, (from, include) =>
      this.#files.resolve(from, include),
    );
  }

  /** Whether a file is one of them. */
  async contains(uri: string): Promise<boolean> {
    const name = this.#files.nameOf(uri);
    return (await this.all()).some(({ file }) => file.path === name);
  }

  /** Adds a document and those that it includes to what was found. */
  async #collect(key: string, found: Map<string, MappingDocument>): Promise<void> {
    const document = await this.#graph.document(key);
    if (document === null || found.has(document.file.path)) return;
    found.set(document.file.path, document);
    for (const { file } of includedBy(document.linked)) {
      if (found.has(file.path)) continue;
      const other = await this.#graph.document(this.#files.keyOf(file.path));
      if (other !== null) found.set(file.path, other);
    }
  }
}
