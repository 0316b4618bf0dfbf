import { type Linked, type Mapping, messageOf } from "@responses/dsl";
import { quoted, refuses } from "@responses/dsl/editor";
import type { MappingDocument } from "../documents/mapping-document.js";
import type { Commit, CommittedFiles } from "../files/committed-files.js";
import { normalisedUri } from "../files/file-names.js";
import type { FileSource } from "../files/file-source.js";
import type { SourceFiles } from "../graph/source-files.js";
import { FilesOfBase } from "./files-of-base.js";

/** What an open text is compared with: its file as HEAD has it, or as it is saved. */
export type BaseName = "head" | "saved";

/** The mapping that an open text is compared with. */
export type Base =
  | {
      readonly kind: "mapping";
      readonly mapping: Mapping;
      /** The whole name of the commit; null of what is saved. */
      readonly commit: string | null;
      /** What the file was called there, if it was renamed since. */
      readonly formerly: string | null;
    }
  /** There is none; the reason is a clause. */
  | { readonly kind: "none"; readonly reason: string };

/** What is known of the files that an open document is compared with. */
interface KnownBases {
  readonly saved: FilesOfBase;
  readonly committed: FilesOfBase;
  /** The last commit that was read; what is committed never changes. */
  head: { readonly commit: string; readonly path: string; readonly base: Base } | null;
}

/** Where the files of bases are. */
export interface BaseSources {
  readonly saved: FileSource;
  /** Null where git cannot run. */
  readonly committed: CommittedFiles | null;
}

/**
 * The mappings that documents are compared with: read anew whenever somebody asks, and while a document is open parsed only where
 * they have changed.
 *
 * Invariant: no text that an editor has open is in them.
 */
export class BaseMappings {
  readonly #files: SourceFiles;
  readonly #sources: BaseSources;
  readonly #known = new Map<string, KnownBases>();

  constructor(files: SourceFiles, sources: BaseSources) {
    this.#files = files;
    this.#sources = sources;
  }

  /** Forgets what is known for a document that was closed. */
  forget(key: string): void {
    this.#known.delete(key);
  }

  /**
   * What a document is compared with.
   *
   * @param nextTurn lets others have theirs, and ends the work by throwing
   */
  async baseOf(document: MappingDocument, name: BaseName, nextTurn: () => Promise<void>): Promise<Base> {
    const key = normalisedUri(document.uri);
    const known = this.#knownOf(key);
    switch (name) {
      case "saved":
        return this.#savedBase(key, document, known, nextTurn);
      case "head":
        return this.#committedBase(key, document, known, nextTurn);
    }
  }

  #knownOf(key: string): KnownBases {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const bases = {
      saved: new FilesOfBase(this.#files),
      committed: new FilesOfBase(this.#files),
      head: null,
    };
    // A page may outlive the document that it is about, which nobody closes a second time.
    if (this.#files.texts.bufferOf(key) !== null) this.#known.set(key, bases);
    return bases;
  }

  async #savedBase(
    key: string,
    document: MappingDocument,
    { saved }: KnownBases,
    nextTurn: () => Promise<void>,
  ): Promise<Base> {
    const linked = await saved.link(key, document, (uri) => this.#sources.saved.read(uri), nextTurn);
    if (linked === null) return none("it is not saved yet, so that there is nothing to compare it with");
    return baseOfLinked(linked, "as it is saved", { commit: null, formerly: null });
  }

  async #committedBase(
    key: string,
    document: MappingDocument,
    known: KnownBases,
    nextTurn: () => Promise<void>,
  ): Promise<Base> {
    const { committed } = this.#sources;
    if (committed === null) return none(NO_GIT);
    const commit = await committed.head(key);
    // Git may have taken its time, and is asked nothing more for nobody.
    await nextTurn();
    if (commit.kind === "none") return commit;
    const { path } = document.file;
    if (known.head?.commit === commit.name && known.head.path === path) return known.head.base;
    const base = await this.#readCommit(key, document, commit, known.committed, nextTurn);
    // Which file it was may show when more is typed.
    if (base.kind === "mapping") known.head = { commit: commit.name, path, base };
    return base;
  }

  async #readCommit(
    key: string,
    document: MappingDocument,
    commit: Commit,
    files: FilesOfBase,
    nextTurn: () => Promise<void>,
  ): Promise<Base> {
    const unreadable: string[] = [];
    const read = async (uri: string): Promise<Uint8Array | null> => {
      const file = await commit.read(uri);
      await nextTurn();
      switch (file.kind) {
        case "bytes":
          return file.bytes;
        case "missing":
          return null;
        case "none":
          unreadable.push(`${quoted(this.#files.nameOf(uri))} cannot be read at HEAD: ${file.reason}`);
          return null;
      }
    };
    const linked = await files.link(key, document, read, nextTurn);
    const former =
      linked === null && unreadable.length === 0
        ? await commit.formerUri(key, document.file.tree.source.text)
        : null;
    const found = former === null ? linked : await files.link(former, document, read, nextTurn);
    const [reason] = unreadable;
    if (reason !== undefined) return none(reason);
    if (found === null)
      return none(`HEAD (${commit.name.slice(0, 10)}) does not have it: it is new, or was another file then`);
    const formerly = former === null ? null : this.#files.nameOf(former);
    return baseOfLinked(found, "at HEAD", { commit: commit.name, formerly });
  }
}

const NO_GIT = "git, which knows HEAD, cannot run in a browser: what is saved can be compared there";

function baseOfLinked(
  linked: Linked,
  when: string,
  from: { readonly commit: string | null; readonly formerly: string | null },
): Base {
  if (linked.kind === "mapping") return { kind: "mapping", mapping: linked.mapping, ...from };
  const problem = linked.findings.find(({ name }) => refuses(name));
  const why = problem === undefined ? "" : `: ${messageOf(problem)}`;
  return none(`${when} it has errors, and a mapping with errors gives no verdicts${why}`);
}

function none(reason: string): Base {
  return { kind: "none", reason };
}
