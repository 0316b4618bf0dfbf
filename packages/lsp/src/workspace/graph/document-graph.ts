import { type ColumnUnit, type FileModel, type Host, type Linked, link, parse } from "@responses/dsl";
import type { MappingDocument } from "../documents/mapping-document.js";
import { PositionMapper } from "../documents/position-mapper.js";
import { isSettingsFile, normalisedUri } from "../files/file-names.js";
import type { SourceFiles } from "./source-files.js";

/** A document of the graph. One that is closed and asked for again has another node. */
export interface DocumentNode {
  /** As it was read and linked last; null where something that it depends on has changed since. */
  document: MappingDocument | null;
  /** The normalised URIs of all files that were looked at for it. It only grows, since too many do no harm. */
  readonly dependsOn: Set<string>;
}

/**
 * Which documents there are, by their normalised URIs, and what each depends on: its own text, the files that it includes,
 * and the project files above it.
 *
 * Invariant: a document that is kept is what its text and all that it depends on say now. Whoever changes a text tells of
 * it by `changed`, and is told what is outdated by that.
 */
export class DocumentGraph {
  readonly #files: SourceFiles;
  readonly #unit: ColumnUnit;
  readonly #nodes = new Map<string, DocumentNode>();

  constructor(files: SourceFiles, unit: ColumnUnit) {
    this.#files = files;
    this.#unit = unit;
  }

  /** The document's node, made where there is none. */
  nodeOf(key: string): DocumentNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node: DocumentNode = { document: null, dependsOn: new Set([key]) };
    this.#nodes.set(key, node);
    return node;
  }

  /** The document's node; null where nobody has asked for it since it was closed. */
  knownNode(key: string): DocumentNode | null {
    return this.#nodes.get(key) ?? null;
  }

  /** Takes in that a text is another, and gives the documents that are outdated by that: those that depend on it first. */
  changed(key: string): readonly string[] {
    const outdated = [...this.#nodes].flatMap(([other, { dependsOn }]) =>
      other !== key && dependsOn.has(key) ? [other] : [],
    );
    if (isSettingsFile(key)) this.#files.forgetBounds();
    else outdated.push(key);
    for (const other of outdated) this.nodeOf(other).document = null;
    return outdated;
  }

  /** Takes in that all files have other names, and gives the documents that are outdated by that: all. */
  renamed(): readonly string[] {
    for (const node of this.#nodes.values()) node.document = null;
    return [...this.#nodes.keys()];
  }

  /** Forgets a document that was closed, and what was read of it unless another document depends on it. */
  remove(key: string): void {
    this.#nodes.delete(key);
    const isIncluded = [...this.#nodes.values()].some(({ dependsOn }) => dependsOn.has(key));
    if (!isIncluded) this.#files.forget(key);
  }

  /** A mapping file with its includes put in place; null where there is no such file. */
  document(key: string): Promise<MappingDocument | null> {
    const node = this.nodeOf(key);
    return this.#files.onceRead((wanted) => {
      const document = node.document ?? this.#documentOf(key, node, wanted);
      if (wanted.size === 0) node.document = document;
      return document;
    });
  }

  /** What a text would mean in the place of a document's own, with the includes put in place. */
  linkText({ file }: MappingDocument, text: string): Promise<Linked> {
    const model = parse(file.path, text, file);
    return this.#files.onceRead((wanted) => link(model, this.#host("model", new Set(), wanted)));
  }

  /** A document's model with its includes put in place as each could last be read; the document depends on all of them. */
  linkUsable(model: FileModel, { dependsOn }: DocumentNode): Linked {
    return link(model, this.#host("usable", dependsOn, new Set()));
  }

  /** The text of a file that the document depends on from now on; null where there is none. */
  textFor({ dependsOn }: DocumentNode, uri: string): Promise<string | null> {
    const key = normalisedUri(uri);
    dependsOn.add(key);
    return this.#files.texts.textOf(key);
  }

  /** Reads and links a document; the files that have to be read first are added to `wanted`. */
  #documentOf(key: string, { dependsOn }: DocumentNode, wanted: Set<string>): MappingDocument | null {
    if (isSettingsFile(key)) return null;
    dependsOn.add(key);
    const model = this.#files.read(key, wanted)?.model ?? null;
    if (model === null) return null;
    const buffer = this.#files.texts.bufferOf(key);
    return {
      uri: buffer?.uri ?? key,
      version: buffer?.version ?? null,
      file: model,
      linked: link(model, this.#host("model", dependsOn, wanted)),
      positions: new PositionMapper(model.tree.source, this.#unit),
    };
  }

  #host(which: "model" | "usable", dependsOn: Set<string>, wanted: Set<string>): Host {
    return {
      resolve: (from, include) => this.#files.resolve(from, include),
      mayInclude: (from, name) => this.#files.mayInclude(from, name),
      load: (name) => {
        const key = this.#files.keyOf(name);
        dependsOn.add(key);
        const file = this.#files.read(key, wanted);
        if (file === null) return null;
        return which === "model" ? file.model : file.usable.model;
      },
    };
  }
}
