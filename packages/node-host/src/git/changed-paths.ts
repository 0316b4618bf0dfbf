import { createHash } from "node:crypto";
import { lstatSync, readlinkSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { isMappingFileName } from "@responses/dsl/editor";
import { readRegularFileSync } from "../bounded-read.js";
import { isLossy } from "../failure-reason.js";
import { isInside } from "../paths.js";
import { wayTo } from "../way-to.js";
import { GitError } from "./git-error.js";
import { type GitAnswer, misunderstood, runGit, startGit } from "./git-process.js";
import type { GitRepository, Revision } from "./git-repository.js";
import { checkedOutSubmodule } from "./submodules.js";
import { LINK, LISTING, SUBMODULE, type Tracked, trackedIn } from "./tracked-paths.js";

/**
 * Which files of a working tree are not as a revision has them: other ones, gone ones and new ones. A file counts as it was only
 * where git tracks it and answers for it; whatever git says nothing of has changed.
 */
export class ChangedPaths {
  readonly #root: string;
  /** What the paths of its files begin with. */
  readonly #start: string;
  /** What git answers for, from the root, with `/`, as all paths here. */
  readonly #tracked: Tracked;
  readonly #differences: ReadonlyMap<string, Difference>;
  /** Submodules with the commit that the revision has of each; null for one that it has not. */
  readonly #submodules: ReadonlyMap<string, string | null>;
  readonly #insides = new Map<string, ChangedPaths | null>();
  readonly #waysToFolders = new Map<string, WayToFolder>();
  readonly #holders: Holders | null;

  private constructor(root: string, differences: GitAnswer, listing: GitAnswer, holders: Holders | null) {
    this.#root = root;
    this.#holders = holders;
    this.#start = root.endsWith(sep) ? root : `${root}${sep}`;
    this.#differences = differencesIn(differences);
    this.#tracked = trackedIn(listing);
    this.#submodules = new Map(
      [...this.#tracked.submodules].map(([path, current]) => {
        const difference = this.#differences.get(path);
        if (difference === undefined) return [path, current];
        return [path, difference.mode === SUBMODULE ? difference.blob : null];
      }),
    );
  }

  /** Asks git about the files of a repository's working tree; throws a GitError where git can't tell. */
  static since({ root }: GitRepository, { commit }: Pick<Revision, "commit">): ChangedPaths {
    return new ChangedPaths(root, runGit(root, differencesFrom(commit)), runGit(root, LISTING), null);
  }

  /**
   * The same while something else is done, begun before it is known since which revision; `mayHold` answers for a text of ASCII letters.
   * What git cannot tell is thrown by what is given, and by nothing before.
   *
   * @param folder any of the working tree
   */
  static startListing(
    folder: string,
    text: string,
  ): (repository: GitRepository, revision: Revision) => Promise<ChangedPaths> {
    const [listing, holders] = [startGit(folder, LISTING), startHolders(folder, text)];
    // Of a folder that is in no repository both fail, and whoever asks for the revision says so.
    for (const promise of [listing, holders]) promise.catch(() => {});
    return async ({ root }, { commit }) => {
      const differences = await startGit(root, differencesFrom(commit));
      return new ChangedPaths(root, differences, await listing, await holders);
    };
  }

  /**
   * The mapping files of the revision that are gone, from the root of the repository, be it that a folder has the name; what submodules had
   * is none of it, nor is what cannot be looked for, since its name is not UTF-8, nor what git is told to leave off the disk.
   */
  goneMappingFiles(): readonly string[] {
    const isGone = (path: string): boolean => {
      try {
        const now = lstatSync(join(this.#root, path), { throwIfNoEntry: false });
        return now === undefined ? !isLossy(path) && !this.#tracked.skipped.has(path) : now.isDirectory();
      } catch {
        // What nobody may look at may be there.
        return false;
      }
    };
    return [...this.#differences].flatMap(([path, { blob, mode }]) =>
      blob !== null && mode !== SUBMODULE && isMappingFileName(path) && isGone(path) ? [path] : [],
    );
  }

  /**
   * Whether a mapping file may hold the text that was asked for: false only of files that git has looked through. The path is absolute
   * and without links.
   */
  mayHold(path: string): boolean {
    const fromRoot = this.#fromRoot(path);
    const holders = this.#holders;
    return (
      holders === null ||
      !this.#isFileAsItWas(fromRoot) ||
      !isMappingFileName(fromRoot) ||
      holders.has(fromRoot)
    );
  }

  /**
   * Whether a file is another than it was, gone, or new, or a link on the way to it is. The path is absolute and without steps back;
   * what is outside of the working tree has changed, since nothing is known of it.
   */
  has(path: string): boolean {
    const { links, end, fromRoot } = this.#wayToFolderOf(path);
    const name = path.slice(path.lastIndexOf(sep) + 1);
    const isAsItWas = this.#isFileAsItWas(`${fromRoot}${name}`);
    if (isAsItWas && links.length === 0) return false;
    const own = isAsItWas ? [`${end}${name}`] : wayTo(`${end}${name}`);
    const [place = path] = own.slice(-1);
    if (!this.#isInside(place)) return true;
    return [...links, ...own].some((step) => this.#isInside(step) && this.#isChanged(step));
  }

  /** Thousands of files are in few folders. */
  #wayToFolderOf(path: string): WayToFolder {
    const folder = path.slice(0, path.lastIndexOf(sep) + 1);
    const known = this.#waysToFolders.get(folder);
    if (known !== undefined) return known;
    const steps = wayTo(folder);
    const end = join(steps.at(-1) ?? folder, sep);
    const found = { links: steps.slice(0, -1), end, fromRoot: this.#fromRoot(end) };
    this.#waysToFolders.set(folder, found);
    return found;
  }

  #fromRoot(absolute: string): string {
    // Working out a way takes longer than all else that is asked of a file here.
    const way = absolute.startsWith(this.#start)
      ? absolute.slice(this.#start.length)
      : relative(this.#root, absolute);
    return sep === "/" ? way : way.split(sep).join("/");
  }

  /** Of an absolute path without steps back. */
  #isInside(absolute: string): boolean {
    return absolute.startsWith(this.#start) || isInside(this.#root, absolute);
  }

  /** Whether git says that there is a regular file, and the one that was. */
  #isFileAsItWas(path: string): boolean {
    return this.#tracked.files.has(path) && !this.#differences.has(path);
  }

  #isChanged(absolute: string): boolean {
    const path = this.#fromRoot(absolute);
    if (this.#isFileAsItWas(path)) return false;
    const submodule = this.#submoduleOf(path);
    if (submodule !== null) return this.#inside(submodule)?.has(absolute) ?? true;
    const difference = this.#differences.get(path);
    try {
      const now = lstatSync(absolute, { throwIfNoEntry: false });
      if (now === undefined) return difference !== undefined;
      return difference === undefined ? !this.#tracked.links.has(path) : !isSame(absolute, now, difference);
    } catch {
      // What nobody may look at may be anything.
      return true;
    }
  }

  #submoduleOf(path: string): string | null {
    for (const submodule of this.#submodules.keys()) if (path.startsWith(`${submodule}/`)) return submodule;
    return null;
  }

  /** What has changed in a submodule; null where nobody can tell. */
  #inside(path: string): ChangedPaths | null {
    const known = this.#insides.get(path);
    if (known !== undefined) return known;
    const found = this.#changesIn(path);
    this.#insides.set(path, found);
    return found;
  }

  #changesIn(path: string): ChangedPaths | null {
    const commit = this.#submodules.get(path) ?? null;
    const repository = commit === null ? null : checkedOutSubmodule(this.#root, path);
    if (commit === null || repository === null) return null;
    try {
      return ChangedPaths.since(repository, { commit });
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  }
}

/** The mapping files in which a text stands, of those that git tracks and finds on the disk. */
type Holders = ReadonlySet<string>;

/** Null where git could not read one of them: it says so beside its answer. */
async function startHolders(folder: string, text: string): Promise<Holders | null> {
  const asText = ["--text", "--no-textconv", "--no-recurse-submodules", "--no-color", "--fixed-strings"];
  const args = [
    "grep",
    "--files-with-matches",
    "--null",
    "--full-name",
    ...asText,
    "-e",
    text,
    "--",
    ":/*.responses",
  ];
  const { exitCode, output, said } = await startGit(folder, args, { isAnswer: isNone });
  const paths = `${output}`.split("\0");
  if (exitCode === 0 && (paths.length === 1 || paths.at(-1) !== "")) throw misunderstood("grep");
  return said === "" ? new Set(paths.slice(0, -1)) : null;
}

/** What git answers where no file has the text. */
function isNone(exitCode: number, said: string): boolean {
  return exitCode === 1 && said === "";
}

/** How a folder is reached. */
interface WayToFolder {
  /** The symbolic links on the way, as `wayTo` gives them. */
  readonly links: readonly string[];
  /** Where it leads, with a separator at its end. */
  readonly end: string;
  /** The same from the root of the working tree, with `/`; empty for the root. */
  readonly fromRoot: string;
}

/** What a revision has of a path that is not as it was, or may not be. */
interface Difference {
  readonly mode: string;
  /** The name of the blob, or the commit of a submodule; null where the revision has nothing there. */
  readonly blob: string | null;
}

/**
 * Asks what git takes for changed: by what the index knows of files, without reading them, so that nothing that attributes or
 * configuration name is run.
 */
function differencesFrom(commit: string): readonly string[] {
  return ["diff-index", "-z", "--no-renames", "--ignore-submodules=dirty", commit, "--"];
}

function differencesIn({ output }: GitAnswer): ReadonlyMap<string, Difference> {
  const parts = `${output}`.split("\0");
  if (parts.length % 2 === 0 || parts.at(-1) !== "") throw misunderstood("diff-index");
  const differences = new Map<string, Difference>();
  // `:OLDMODE NEWMODE OLDBLOB NEWBLOB STATUS`, and then the path.
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [mode = "", , blob = ""] = (parts[at] ?? "").slice(1).split(" ");
    if (mode.length !== 6 || blob.length < 40) throw misunderstood("diff-index");
    differences.set(parts[at + 1] ?? "", { mode, blob: /^0+$/.test(blob) ? null : blob });
  }
  return differences;
}

/** Bytes of a file that is compared; a larger one counts as changed. */
const LARGEST_COMPARED = 16 * 1024 * 1024;

/**
 * Whether a file is what it was after all: of a fresh copy of a working tree the index knows nothing, and then git names all files. Line
 * ends may be others, since a checkout makes them so.
 */
function isSame(path: string, now: Stats, { mode, blob }: Difference): boolean {
  if (blob === null) return false;
  if (now.isSymbolicLink())
    return mode === LINK && blobNameOf(Buffer.from(readlinkSync(path)), blob) === blob;
  if (!now.isFile() || mode === LINK || mode === SUBMODULE) return false;
  const read = readRegularFileSync(path, LARGEST_COMPARED);
  if (read.kind !== "bytes") return false;
  const { bytes } = read;
  if (blobNameOf(bytes, blob) === blob) return true;
  if (!bytes.includes("\r\n")) return false;
  return blobNameOf(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"), blob) === blob;
}

/** What git calls a blob: a hash of the kind that the repository has, as a name of it shows. */
function blobNameOf(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
