import {
  analyse,
  type ColumnUnit,
  type FileModel,
  type Host,
  type Linked,
  link,
  parse,
  refuses,
} from "@responses/dsl";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import {
  type AnalysedDocument,
  brokenStatements,
  type RepairedAnalysis,
  showDocument,
} from "./analysis/analysed-document.js";
import { isProjectFile, settingsFor } from "./analysis/project-settings.js";
import { filesOf, includedBy, type MappingDocument } from "./documents/mapping-document.js";
import { PositionMapper } from "./documents/position-mapper.js";
import { FileNames, normalisedUri } from "./files/file-names.js";
import type { FileSource } from "./files/file-source.js";
import { ListedFiles } from "./files/listed-files.js";
import { StoredFiles } from "./files/stored-files.js";
import { connectedWith } from "./graph/connected-documents.js";
import { OpenBuffers } from "./graph/open-buffers.js";
import { type ReadFile, ReadFiles } from "./graph/read-files.js";
import { repairText, unrepaired } from "./repair/repaired-text.js";
import type { BrokenPlace } from "./repair/usable-mapping.js";
import { inSlices, TimeSlice } from "./time-slice.js";

export interface WorkspaceOptions {
  readonly files: FileSource;
  /** The unit of columns that client and server agreed on. */
  readonly unit: ColumnUnit;
  /** The URIs of the folders that the editor has open. */
  readonly folders: readonly string[];
  /** Gives the machine to whatever else waits; what is in hand goes on afterwards. */
  readonly nextTurn: () => Promise<void>;
  /** Is told whenever an open document was analysed anew: after edits in it, and in files that it includes. */
  readonly onAnalysed: (document: AnalysedDocument) => void;
  /**
   * Is told of every text that changes, by its normalised URI: opened, edited, closed, or changed where it is stored; also
   * of the folders when others are opened.
   */
  readonly onChanged?: (uri: string) => void;
  /** Is told of faults of the analysis that no request answers for. */
  readonly onFault: (error: unknown) => void;
}

/** Is told how many files of how many have been read. */
export type ReadingStep = (done: number, all: number) => void;

/** What is known of a document; `stamp` grows whenever something changes that it depends on. */
interface DocumentState {
  stamp: number;
  document: MappingDocument | null;
  analysed: AnalysedDocument | null;
  /** The analysis that the next one builds on. */
  last: RepairedAnalysis | null;
  job: Promise<AnalysedDocument | null> | null;
  /** The normalised URIs of all files that were looked at for it. */
  dependsOn: Set<string>;
}

/**
 * The mapping files that editors have open and those that they lead to. Unsaved text always wins over what is stored;
 * includes are followed across files, and whatever depends on a changed file is analysed again.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #buffers: OpenBuffers;
  readonly #stored: StoredFiles;
  #names: FileNames;
  readonly #read = new ReadFiles();
  readonly #states = new Map<string, DocumentState>();
  #listed: ListedFiles;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#buffers = new OpenBuffers(options.unit);
    this.#stored = new StoredFiles(options.files);
    this.#names = new FileNames(options.folders);
    this.#listed = new ListedFiles(options.files, options.folders);
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
    return this.#buffers.uris.filter((uri) => !isProjectFile(uri));
  }

  /** Takes other folders for the workspace's; files get other names, so everything is read again. */
  setFolders(folders: readonly string[]): void {
    this.#names = new FileNames(folders);
    this.#listed = new ListedFiles(this.#options.files, folders);
    this.#read.forgetAll();
    for (const [uri, state] of this.#states) {
      state.last = null;
      this.#invalidate(uri);
    }
    for (const folder of folders) this.#options.onChanged?.(folder);
  }

  open(uri: string, version: number, text: string): void {
    this.#buffers.open(uri, version, text);
    this.#changed(normalisedUri(uri));
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (this.#buffers.change(uri, version, changes)) this.#changed(normalisedUri(uri));
  }

  close(uri: string): void {
    const key = normalisedUri(uri);
    this.#buffers.close(uri);
    this.#stored.forget(key);
    this.#changed(key);
    this.#states.delete(key);
    const isIncluded = [...this.#states.values()].some(({ dependsOn }) => dependsOn.has(key));
    if (!isIncluded) this.#read.forget(key);
  }

  /** The version of an open document; null for one that is not open. */
  versionOf(uri: string): number | null {
    return this.#buffers.get(uri)?.version ?? null;
  }

  /** The text of an open document. */
  textOf(uri: string): string | null {
    return this.#buffers.get(uri)?.text ?? null;
  }

  /** Is told of files that were stored, made or deleted outside of the editor. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      const key = normalisedUri(uri);
      this.#stored.forget(key);
      if (key.endsWith(".responses")) this.#listed.add(key);
      // A text that is open wins, so that nothing changes when it is stored.
      if (this.#buffers.get(key) === null) this.#changed(key);
    }
  }

  /** The URI of the file that findings and models call by this name. */
  uriOf(name: string): string {
    const uri = this.#names.uriOf(name);
    return this.#buffers.get(uri)?.uri ?? uri;
  }

  /** The name by which findings and models call a file. */
  nameOf(uri: string): string {
    return this.#names.nameOf(normalisedUri(uri));
  }

  /** A mapping file with its includes put in place; null where there is no such file. */
  async document(uri: string): Promise<MappingDocument | null> {
    const key = normalisedUri(uri);
    const state = this.#stateOf(key);
    while (state.document === null) {
      const wanted = new Set<string>();
      const document = this.#link(key, state, wanted);
      if (wanted.size === 0) {
        if (document === null) return null;
        state.document = document;
      } else {
        await this.#prepare(wanted);
      }
    }
    return state.document;
  }

  /**
   * What a text would mean in the place of a file's own, with the includes put in place; null where there is no such file.
   */
  async linkText(uri: string, text: string): Promise<Linked | null> {
    const document = await this.document(uri);
    if (document === null) return null;
    const model = parse(document.file.path, text, document.file);
    for (;;) {
      const wanted = new Set<string>();
      const linked = link(model, this.#host("model", new Set(), wanted));
      if (wanted.size === 0) return linked;
      await this.#prepare(wanted);
    }
  }

  /** Whether a file is one of those of `allDocuments`. */
  async contains(uri: string): Promise<boolean> {
    const name = this.nameOf(uri);
    return (await this.allDocuments()).some(({ file }) => file.path === name);
  }

  /** Whether there is a file, open or stored. */
  async exists(uri: string): Promise<boolean> {
    const key = normalisedUri(uri);
    return this.#buffers.get(key) !== null || (await this.#options.files.read(key)) !== null;
  }

  /** A mapping file with its findings and its examples run; null where there is no such file. */
  async analysed(uri: string): Promise<AnalysedDocument | null> {
    const key = normalisedUri(uri);
    const state = this.#stateOf(key);
    if (state.analysed !== null) return state.analysed;
    state.job ??= this.#analyse(key, state).finally(() => {
      state.job = null;
    });
    return state.job;
  }

  /** The name of the file that an include of the file `from` leads to; null where that can be no file. */
  resolveInclude(from: string, include: string): string | null {
    const name = this.#names.resolve(from, include);
    return this.#names.knows(name) ? name : null;
  }

  /**
   * All mapping files that are open, lie in the workspace's folders or are included by one of these. `onStep` is told
   * how far the reading is, and ends it by throwing.
   */
  async allDocuments(onStep: ReadingStep = () => {}): Promise<readonly MappingDocument[]> {
    const uris = new Set([...this.openUris, ...(await this.#listed.all())]);
    const found = new Map<string, MappingDocument>();
    const slice = new TimeSlice();
    let done = 0;
    for (const uri of uris) {
      onStep(done++, uris.size);
      await this.#collect(uri, found);
      if (!slice.isOver()) continue;
      await this.#options.nextTurn();
      slice.begin();
    }
    return [...found.values()];
  }

  /** The file and all that it is connected with by includes, in either direction. */
  async connectedDocuments(uri: string, onStep?: ReadingStep): Promise<readonly MappingDocument[]> {
    const all = await this.allDocuments(onStep);
    const found = new Map<string, MappingDocument>();
    await this.#collect(normalisedUri(uri), found);
    for (const document of all) {
      if (!found.has(document.file.path)) found.set(document.file.path, document);
    }
    return connectedWith(this.nameOf(uri), found, (from, include) => this.#names.resolve(from, include));
  }

  /** Waits until everything that is open has been analysed. */
  async settled(): Promise<void> {
    for (const uri of this.openUris) await this.analysed(uri);
  }

  async #collect(uri: string, found: Map<string, MappingDocument>): Promise<void> {
    const document = await this.document(uri);
    if (document === null || found.has(document.file.path)) return;
    found.set(document.file.path, document);
    for (const { file } of includedBy(document.linked)) {
      if (found.has(file.path)) continue;
      const other = await this.document(this.#names.uriOf(file.path));
      if (other !== null) found.set(file.path, other);
    }
  }

  #stateOf(key: string): DocumentState {
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: DocumentState = {
      stamp: 0,
      document: null,
      analysed: null,
      last: null,
      job: null,
      dependsOn: new Set([key]),
    };
    this.#states.set(key, state);
    return state;
  }

  #changed(key: string): void {
    for (const [uri, state] of this.#states) {
      if (uri !== key && state.dependsOn.has(key)) this.#invalidate(uri);
    }
    if (!isProjectFile(key)) this.#invalidate(key);
    this.#options.onChanged?.(key);
  }

  #invalidate(uri: string): void {
    const state = this.#stateOf(uri);
    state.stamp++;
    state.document = null;
    state.analysed = null;
    if (this.#buffers.get(uri) !== null) this.analysed(uri).catch(this.#options.onFault);
  }

  async #analyse(key: string, state: DocumentState): Promise<AnalysedDocument | null> {
    for (;;) {
      await this.#options.nextTurn();
      const current = this.#states.get(key);
      // It was closed, and has another state if somebody has asked for it since.
      if (current !== state) return current === undefined ? null : this.analysed(key);
      const stamp = state.stamp;
      const document = await this.document(key);
      if (document === null) {
        state.last = null;
        return null;
      }
      const settings = await settingsFor(key, (uri) => this.#projectFileText(uri, state));
      const analysed = await this.#analyseMeaning(document, state, () => state.stamp !== stamp);
      if (state.stamp !== stamp) continue;
      if (analysed !== null) state.last = analysed;
      const shown = showDocument(document, analysed, settings);
      state.analysed = shown;
      if (document.version !== null) this.#options.onAnalysed(shown);
      return shown;
    }
  }

  /** What the mapping means, broken statements repaired; null where nobody knows, or the analysis is outdated. */
  async #analyseMeaning(
    document: MappingDocument,
    state: DocumentState,
    isOutdated: () => boolean,
  ): Promise<RepairedAnalysis | null> {
    const usable = this.#usableMapping(document, state);
    if (usable === null) return null;
    const steps = untilOutdated(analyse(usable.linked, state.last?.analysis ?? null), isOutdated);
    const analysis = await inSlices(steps, this.#options.nextTurn);
    return analysis === null ? null : { ...usable, analysis };
  }

  #usableMapping(
    document: MappingDocument,
    state: DocumentState,
  ): (Omit<RepairedAnalysis, "analysis"> & { readonly linked: Linked }) | null {
    const { file, linked } = document;
    if (linked.kind === "mapping") return { linked, repair: null };
    if (state.last === null) return null;
    // What is broken in an included file is repaired there.
    const own = linked.findings.filter(({ name }) => name !== "include-broken");
    const broken = new Set(brokenStatements(file, own));
    // What stands in may clash with what is there now, and has to be repaired in its turn.
    for (let attempt = 0; attempt < MOST_REPAIRS; attempt++) {
      const lastFile = fileOf(state.last.analysis.linked);
      const text = repairText(file, broken, state.last.repair?.text ?? unrepaired(lastFile));
      const model = parse(file.path, text.text, lastFile);
      if (model.tree.statements.length !== text.origins.length) return null;
      const relinked = link(model, this.#host("usable", state.dependsOn, new Set()));
      if (relinked.kind === "mapping") {
        const brokenAt = this.#brokenPlace(document, broken);
        return brokenAt === null ? null : { linked: relinked, repair: { text, brokenAt } };
      }
      const others = [...brokenStatements(model, relinked.findings)];
      const added = others.flatMap((index) => text.origins[index] ?? []);
      if (added.every((index) => broken.has(index))) return null;
      for (const index of added) broken.add(index);
    }
    return null;
  }

  /** The first statement that is broken: in the document itself, else in a file that it includes. */
  #brokenPlace(document: MappingDocument, broken: ReadonlySet<number>): BrokenPlace | null {
    const [first] = [...broken].sort((a, b) => a - b);
    const finding = document.linked.findings.find(
      ({ name, file }) => refuses(name) && (first === undefined || file === document.file.path),
    );
    const source = filesOf(document).find(({ path }) => path === finding?.file)?.tree.source;
    if (finding === undefined || source === undefined) return null;
    return {
      uri: this.uriOf(finding.file),
      file: finding.file,
      span: finding.span,
      line: source.lineAt(finding.span.start),
    };
  }

  async #projectFileText(uri: string, state: DocumentState): Promise<string | null> {
    const key = normalisedUri(uri);
    state.dependsOn.add(key);
    const buffer = this.#buffers.get(key);
    if (buffer !== null) return buffer.text;
    if (this.#stored.get(key) === undefined) await this.#stored.load([key]);
    const bytes = this.#stored.get(key) ?? null;
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }

  /** Reads and links a document; URIs of files that have to be loaded first are added to `wanted`. */
  #link(key: string, state: DocumentState, wanted: Set<string>): MappingDocument | null {
    if (isProjectFile(key)) return null;
    const file = this.#readFile(key, state.dependsOn, wanted);
    if (file === null) return null;
    const { model } = file;
    const linked = link(model, this.#host("model", state.dependsOn, wanted));
    const buffer = this.#buffers.get(key);
    return {
      uri: buffer?.uri ?? key,
      version: buffer?.version ?? null,
      file: model,
      linked,
      positions: new PositionMapper(model.tree.source, this.unit),
    };
  }

  #host(which: "model" | "usable", dependsOn: Set<string>, wanted: Set<string>): Host {
    return {
      resolve: (from, include) => this.#names.resolve(from, include),
      load: (name) => {
        const file = this.#readFile(this.#names.uriOf(name), dependsOn, wanted);
        if (file === null) return null;
        return which === "model" ? file.model : file.usable.model;
      },
    };
  }

  /** What is in a file now; undefined where nobody has read it yet. */
  #contentOf(key: string): string | Uint8Array | null | undefined {
    return this.#buffers.get(key)?.text ?? this.#stored.get(key);
  }

  /** The file as it is read now. Its URI is added to `wanted`, and null given, where it has to be loaded or takes long. */
  #readFile(key: string, dependsOn: Set<string>, wanted: Set<string>): ReadFile | null {
    dependsOn.add(key);
    const content = this.#contentOf(key);
    if (content === undefined) wanted.add(key);
    if (content === null) this.#read.forget(key);
    if (content === undefined || content === null) return null;
    const file = { uri: key, name: this.#names.nameOf(key), content };
    if (this.#read.isQuick(file)) return this.#read.read(file);
    wanted.add(key);
    return null;
  }

  /** Loads files that are not there yet, and reads those that take long, in slices. */
  async #prepare(wanted: ReadonlySet<string>): Promise<void> {
    await this.#stored.load([...wanted].filter((key) => this.#contentOf(key) === undefined));
    for (const key of wanted) {
      const content = this.#contentOf(key);
      if (content === undefined || content === null) continue;
      const file = { uri: key, name: this.#names.nameOf(key), content };
      if (!this.#read.isQuick(file)) await this.#read.readInSlices(file, this.#options.nextTurn);
    }
  }
}

/** Work that gives up with null as soon as nobody wants its result any more. */
function* untilOutdated<Result>(
  steps: Generator<void, Result>,
  isOutdated: () => boolean,
): Generator<void, Result | null> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (isOutdated()) return null;
    yield;
  }
}

/** Repairing one statement may bring another into conflict; a few rounds settle whatever people type. */
const MOST_REPAIRS = 3;

function fileOf(linked: Linked): FileModel {
  return linked.kind === "mapping" ? linked.mapping.file : linked.file;
}
