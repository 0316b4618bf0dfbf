import { FOLDERS_LEFT_OUT, isMappingFileName, PROJECT_FILE } from "@responses/dsl/editor";
import { readBlobs } from "./git-objects.js";
import { misunderstood, runGit } from "./git-process.js";

/** What a path of a tree leads to, its symbolic links followed inside the tree. Paths have `/`; the root's is empty. */
export type TreePlace =
  | { readonly kind: "file"; readonly path: string; readonly blob: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "missing" }
  /** A link leads to where no revision says what there is. */
  | { readonly kind: "outside" }
  | { readonly kind: "circle" }
  /** A submodule, or what `within` names in it. */
  | { readonly kind: "submodule"; readonly path: string; readonly within: string }
  /** The name is not UTF-8, so that no text names it. */
  | { readonly kind: "unnameable" };

type Entry =
  | { readonly kind: "file" | "link"; readonly blob: string }
  | { readonly kind: "submodule"; readonly commit: string }
  | { readonly kind: "unnameable" };

/** Something in a folder that a walk for mapping files comes upon. */
export interface TreeChild {
  readonly name: string;
  readonly kind: "folder" | "file" | "link" | "submodule";
}

/** Links that are followed on one way; systems follow about as many. */
const MOST_LINKS = 40;

/** A link's text is a path: a longer one is none. */
const LONGEST_LINK = 4096;

/** What a commit's tree holds. */
export class GitTree {
  readonly #root: string;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** By folder the folders in it, and the files named like mapping files. */
  readonly #children = new Map<string, Map<string, TreeChild["kind"]>>([["", new Map()]]);
  #links: ReadonlyMap<string, string | null> | null = null;

  /**
   * Reads what the tree lists, and no file. Throws a GitError if git fails.
   *
   * @param root of the repository
   * @param commit its whole name
   */
  constructor(root: string, commit: string) {
    this.#root = root;
    this.#entries = entriesOf(runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit]).output);
    for (const [path, entry] of this.#entries) this.#enter(path, entry);
  }

  /** Where a path from the root leads. */
  placeOf(path: string): TreePlace {
    const waiting = path.split("/").toReversed();
    const way: string[] = [];
    let links = 0;
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
          if (!this.#children.has(next)) return { kind: "missing" };
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
          if (target === null) return { kind: "missing" };
          if (target.startsWith("/")) return { kind: "outside" };
          for (const part of target.split("/").toReversed()) waiting.push(part);
          break;
        }
        case "file":
          return waiting.length === 0 ? { kind: "file", path: next, blob: entry.blob } : { kind: "missing" };
      }
    }
    return { kind: "folder", path: way.join("/") };
  }

  /** What a folder holds that a walk for mapping files enters or takes. */
  childrenOf(folder: string): readonly TreeChild[] {
    return [...(this.#children.get(folder) ?? [])].map(([name, kind]) => ({ name, kind }));
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

  #enter(path: string, entry: Entry): void {
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

function isUsual(path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  const isWanted = isMappingFileName(name) || name === PROJECT_FILE;
  return isWanted && !path.some((part) => FOLDERS_LEFT_OUT.has(part));
}

/** The entries of a listing: `MODE TYPE NAME\tPATH\0` each. */
function entriesOf(listing: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
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

function entryOf(mode: string, blob: string): Entry {
  switch (mode) {
    case "120000":
      return { kind: "link", blob };
    case "160000":
      return { kind: "submodule", commit: blob };
    default:
      return { kind: "file", blob };
  }
}
