import { FOLDERS_LEFT_OUT, isMappingFileName, PROJECT_FILE } from "@responses/dsl/editor";
import { readBlobs } from "./git-objects.js";
import { misunderstood, runGit } from "./git-process.js";
import { LINK, SUBMODULE } from "./tracked-paths.js";

/** What a path of a tree leads to, its symbolic links followed inside the tree. Paths have `/`; the root's is empty. */
export type TreePlace =
  | { readonly kind: "file"; readonly path: string; readonly blob: string }
  | { readonly kind: "folder"; readonly path: string }
  /** Where the links in the tree lead, of which it has nothing. */
  | { readonly kind: "missing"; readonly path: string }
  /** A link leads to where no revision says what there is. */
  | { readonly kind: "outside" }
  | { readonly kind: "circle" }
  /** A submodule, or what `within` names in it. */
  | { readonly kind: "submodule"; readonly path: string; readonly within: string }
  /** The name is not UTF-8, so that no text names it. */
  | { readonly kind: "unnameable" };

export type TreeEntry =
  | { readonly kind: "file" | "link"; readonly blob: string }
  | { readonly kind: "submodule"; readonly commit: string }
  | { readonly kind: "unnameable" };

/** What a walk for mapping files comes upon, by its path from where that begins. */
export interface TreeStep {
  readonly kind: "folder" | "file" | "link" | "submodule";
  readonly path: string;
}

/** Links that are followed on one way; systems follow about as many. */
const MOST_LINKS = 40;

/** A link's text is a path: a longer one is none. */
const LONGEST_LINK = 4096;

/** What a commit's tree holds, or some of the index. */
export class GitTree {
  readonly #root: string;
  readonly #entries: ReadonlyMap<string, TreeEntry>;
  /** By folder the folders in it, and the files named like mapping files. */
  readonly #children = new Map<string, Map<string, TreeStep["kind"]>>([["", new Map()]]);
  #links: ReadonlyMap<string, string | null> | null = null;

  /** @param root of the repository */
  constructor(root: string, entries: ReadonlyMap<string, TreeEntry>) {
    this.#root = root;
    this.#entries = entries;
    for (const [path, entry] of this.#entries) this.#enter(path, entry);
  }

  /**
   * Reads what the tree lists, and no file. Throws a GitError if git fails.
   *
   * @param commit its whole name
   */
  static of(root: string, commit: string): GitTree {
    return new GitTree(root, entriesOf(runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit]).output));
  }

  /** Where a path from the root leads. */
  placeOf(path: string): TreePlace {
    const waiting = path.split("/").toReversed();
    const way: string[] = [];
    let links = 0;
    const missing = (at: string): TreePlace => ({
      kind: "missing",
      path: [at, ...waiting.toReversed()].join("/"),
    });
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (way.pop() === undefined) return { kind: "outside" };
        continue;
      }
      const next = [...way, part].join("/");
      const entry = this.#entries.get(next);
      switch (entry?.kind) {
        case undefined:
          if (!this.#children.has(next)) return missing(next);
          way.push(part);
          break;
        case "submodule":
          return { kind: "submodule", path: next, within: waiting.toReversed().join("/") };
        case "unnameable":
          return { kind: "unnameable" };
        case "link": {
          links += 1;
          if (links > MOST_LINKS) return { kind: "circle" };
          const target = this.#targetOf(entry.blob);
          if (target === null) return missing(next);
          if (target.startsWith("/")) return { kind: "outside" };
          for (const part of target.split("/").toReversed()) waiting.push(part);
          break;
        }
        case "file":
          return waiting.length === 0 ? { kind: "file", path: next, blob: entry.blob } : missing(next);
      }
    }
    return { kind: "folder", path: way.join("/") };
  }

  /** Walks through a folder as `walkMappingFiles` does; submodules that `enters` does not refuse are told of, and not entered. */
  *walk(folder: string, enters: (path: string) => boolean): Generator<TreeStep> {
    const waiting = [""];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      yield { kind: "folder", path: next };
      for (const [name, kind] of this.#children.get(joined(folder, next)) ?? []) {
        const path = joined(next, name);
        if (kind === "file" || kind === "link") yield { kind, path };
        else if (FOLDERS_LEFT_OUT.has(name) || !enters(path)) continue;
        else if (kind === "folder") waiting.push(path);
        else yield { kind, path };
      }
    }
  }

  /** The commits of the submodules, by their paths. */
  get submodules(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#entries].flatMap(([path, entry]) =>
        entry.kind === "submodule" ? [[path, entry.commit] as const] : [],
      ),
    );
  }

  /** The blobs of the files that runs over whole folders read: mapping files and project files. */
  get usualBlobs(): readonly string[] {
    return [...this.#entries].flatMap(([path, entry]) =>
      entry.kind === "file" && isUsual(path.split("/")) ? [entry.blob] : [],
    );
  }

  #enter(path: string, entry: TreeEntry): void {
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    let folder = "";
    for (const part of parts) {
      this.#children.get(folder)?.set(part, "folder");
      folder = folder === "" ? part : `${folder}/${part}`;
      if (!this.#children.has(folder)) this.#children.set(folder, new Map());
    }
    if (entry.kind === "submodule") this.#children.get(folder)?.set(name, "submodule");
    else if (isMappingFileName(name))
      this.#children.get(folder)?.set(name, entry.kind === "link" ? "link" : "file");
  }

  /** What a link says; null where it can be no path. */
  #targetOf(blob: string): string | null {
    this.#links ??= this.#readLinks();
    return this.#links.get(blob) ?? null;
  }

  #readLinks(): ReadonlyMap<string, string | null> {
    const blobs = [...this.#entries.values()].flatMap((entry) => (entry.kind === "link" ? [entry.blob] : []));
    return new Map(
      [...readBlobs(this.#root, blobs, LONGEST_LINK)].map(([blob, read]) => [
        blob,
        read.kind === "bytes" ? `${read.bytes}` : null,
      ]),
    );
  }
}

function joined(folder: string, name: string): string {
  return folder === "" || name === "" ? folder + name : `${folder}/${name}`;
}

function isUsual(path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  const isWanted = isMappingFileName(name) || name === PROJECT_FILE;
  return isWanted && !path.some((part) => FOLDERS_LEFT_OUT.has(part));
}

/** The entries of a listing: `MODE TYPE NAME\tPATH\0` each. */
function entriesOf(listing: Buffer): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  let at = 0;
  while (at < listing.length) {
    const tab = listing.indexOf(9, at);
    const end = listing.indexOf(0, tab);
    if (tab < 0 || end < 0) throw misunderstood("ls-tree");
    const [mode = "", , blob = ""] = listing.toString("latin1", at, tab).split(" ");
    if (mode.length !== 6 || blob.length < 40) throw misunderstood("ls-tree");
    const name = listing.subarray(tab + 1, end);
    const path = `${name}`;
    const isName = !path.includes("\uFFFD") || Buffer.from(path).equals(name);
    entries.set(path, isName ? entryOf(mode, blob) : { kind: "unnameable" });
    at = end + 1;
  }
  return entries;
}

/** What a mode says that a path is. */
export function entryOf(mode: string, blob: string): TreeEntry {
  switch (mode) {
    case LINK:
      return { kind: "link", blob };
    case SUBMODULE:
      return { kind: "submodule", commit: blob };
    default:
      return { kind: "file", blob };
  }
}
