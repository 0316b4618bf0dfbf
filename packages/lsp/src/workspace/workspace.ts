import type { ColumnUnit, Linked } from "@responses/dsl";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { AnalysedDocument } from "./analysis/analysed-document.js";
import { AnalysisQueue, type AnalysisQueueOptions } from "./analysis/analysis-queue.js";
import { type Base, BaseMappings, type BaseName } from "./bases/base-mappings.js";
import type { MappingDocument } from "./documents/mapping-document.js";
import type { CommittedFiles } from "./files/committed-files.js";
import { normalisedUri } from "./files/file-names.js";
import { DocumentGraph } from "./graph/document-graph.js";
import { KnownDocuments, type ReadingStep } from "./graph/known-documents.js";
import { SourceFiles, type SourceFilesOptions } from "./graph/source-files.js";

export interface WorkspaceOptions extends SourceFilesOptions, AnalysisQueueOptions {
  /**
   * Is told of every text that changes, by its normalised URI: opened, edited, closed, or changed where it is stored; also
   * of the folders when others are opened.
   */
  readonly onChanged?: (uri: string) => void;
  /** What was committed; null where git cannot run. */
  readonly committed: CommittedFiles | null;
}

/**
 * The mapping files that editors have open and those that they lead to. Unsaved text always wins over what is stored;
 * includes are followed across files, and whatever depends on a changed file is analysed again.
 *
 * This is where the parts meet, and all that others see of them: `SourceFiles` says what is in files, `DocumentGraph` which
 * documents there are and what each depends on, `AnalysisQueue` what is known of them, `BaseMappings` what they are compared with. Callers spell URIs as they like.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #files: SourceFiles;
  readonly #graph: DocumentGraph;
  readonly #known: KnownDocuments;
  readonly #queue: AnalysisQueue;
  readonly #bases: BaseMappings;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#files = new SourceFiles(options);
    this.#graph = new DocumentGraph(this.#files, options.unit);
    this.#known = new KnownDocuments(this.#graph, this.#files, options);
    this.#queue = new AnalysisQueue(this.#graph, this.#files, options);
    this.#bases = new BaseMappings(this.#files, { saved: options.files, committed: options.committed });
  }

  get unit(): ColumnUnit {
    return this.#options.unit;
  }

  /** Lets whatever else waits have its turn. */
  nextTurn(): Promise<void> {
    return this.#options.nextTurn();
  }

  /** The normalised URIs of the mapping files that are open. */
  get openUris(): readonly string[] {
    return this.#known.openUris;
  }

  /** Takes other folders for the workspace's; files get other names, so everything is read again. */
  setFolders(folders: readonly string[]): void {
    this.#files.setFolders(folders);
    this.#known.setFolders(folders);
    for (const key of this.#graph.renamed()) this.#queue.startOver(key);
    for (const folder of folders) this.#options.onChanged?.(folder);
  }

  open(uri: string, version: number, text: string): void {
    this.#files.texts.open(uri, version, text);
    this.#changed(normalisedUri(uri));
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (this.#files.texts.change(uri, version, changes)) this.#changed(normalisedUri(uri));
  }

  close(uri: string): void {
    const key = normalisedUri(uri);
    this.#files.texts.close(uri);
    this.#changed(key);
    this.#graph.remove(key);
    this.#bases.forget(key);
  }

  /** Is told of files that were stored, made or deleted outside of the editor. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const key = normalisedUri(uri);
      this.#files.texts.forgetStored(key);
      this.#known.noteStored(key);
      // A text that is open wins, so that nothing changes when it is stored.
      if (this.#files.texts.bufferOf(key) === null) this.#changed(key);
    }
  }

  #changed(key: string): void {
    for (const outdated of this.#graph.changed(key)) this.#queue.outdate(outdated);
    this.#options.onChanged?.(key);
  }

  /** The version of an open document; null for one that is not open. */
  versionOf(uri: string): number | null {
    return this.#files.texts.bufferOf(uri)?.version ?? null;
  }

  /** The text of an open document. */
  textOf(uri: string): string | null {
    return this.#files.texts.bufferOf(uri)?.text ?? null;
  }

  /** Whether there is a file, open or stored. */
  exists(uri: string): Promise<boolean> {
    return this.#files.texts.exists(normalisedUri(uri));
  }

  /** The URI of the file that findings and models call by this name. */
  uriOf(name: string): string {
    return this.#files.uriOf(name);
  }

  /** The name by which findings and models call a file. */
  nameOf(uri: string): string {
    return this.#files.nameOf(uri);
  }

  /** The name of the file that an include of the file `from` leads to; null where that can be no file. */
  resolveInclude(from: string, include: string): string | null {
    return this.#files.resolveKnown(from, include);
  }

  /** A mapping file with its includes put in place; null where there is no such file. */
  document(uri: string): Promise<MappingDocument | null> {
    return this.#graph.document(normalisedUri(uri));
  }

  /** What a text would mean in the place of a file's own, with the includes put in place; null where there is no such file. */
  async linkText(uri: string, text: string): Promise<Linked | null> {
    const document = await this.document(uri);
    return document === null ? null : this.#graph.linkText(document, text);
  }

  /** A mapping file with its findings and its examples run; null where there is no such file. */
  analysed(uri: string): Promise<AnalysedDocument | null> {
    return this.#queue.analysed(normalisedUri(uri));
  }

  /**
   * What a document can be compared with: its file and what it includes, as HEAD has them or as they are saved.
   *
   * @param nextTurn lets others have theirs, and ends the work by throwing
   */
  baseOf(document: MappingDocument, name: BaseName, nextTurn: () => Promise<void>): Promise<Base> {
    return this.#bases.baseOf(document, name, nextTurn);
  }

  /** Waits until everything that is open has been analysed. */
  async settled(): Promise<void> {
    for (const uri of this.openUris) await this.analysed(uri);
  }

  /**
   * All mapping files that are open, lie in the workspace's folders or are included by one of these. `onStep` is told
   * how far the reading is, and ends it by throwing.
   */
  allDocuments(onStep?: ReadingStep): Promise<readonly MappingDocument[]> {
    return this.#known.all(onStep);
  }

  /** Whether a file is one of those of `allDocuments`. */
  contains(uri: string): Promise<boolean> {
    return this.#known.contains(uri);
  }

  /** The file and all that it is connected with by includes, in either direction. */
  connectedDocuments(uri: string, onStep?: ReadingStep): Promise<readonly MappingDocument[]> {
    return this.#known.connectedWith(uri, onStep);
  }
}
