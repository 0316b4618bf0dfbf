import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "../paths.js";
import { readBlobs } from "./git-objects.js";
import { runGit } from "./git-process.js";
import type { GitRepository, Revision } from "./git-repository.js";

/** The paths of a repository that are not in its working tree as a revision has them: other files, gone ones and new ones. */
export class ChangedPaths {
  /** Absolute paths of files, and of submodules, in which everything counts as changed. */
  readonly #files: ReadonlySet<string>;
  readonly #folders: readonly string[];

  /** Asks git; throws a GitError where git can't tell. */
  constructor(repository: GitRepository, { commit }: Revision) {
    const { root } = repository;
    const entries = differencesFrom(root, commit);
    const files = withoutEqual(
      root,
      entries.filter(({ isSubmodule }) => !isSubmodule),
    );
    this.#files = new Set([...files, ...untrackedIn(root)].map((path) => join(root, path)));
    this.#folders = entries.filter(({ isSubmodule }) => isSubmodule).map(({ path }) => join(root, path));
  }

  /** Whether a file is another than it was, gone, or new. The path is absolute; symbolic links in it are not followed. */
  has(path: string): boolean {
    return this.#files.has(path) || this.#folders.some((folder) => isInside(folder, path));
  }

  /** Those that have a name, wherever they are. */
  named(name: string): readonly string[] {
    return [...this.#files].filter((path) => path.endsWith(`/${name}`) || path.endsWith(`\\${name}`));
  }
}

interface Difference {
  /** From the root, with `/`. */
  readonly path: string;
  /** The blob that the revision has there; null where it has none. */
  readonly before: string | null;
  readonly isSubmodule: boolean;
}

/**
 * What git takes for changed: by what the index knows of files, without reading them, so that nothing that attributes or
 * configuration name is run.
 */
function differencesFrom(root: string, commit: string): readonly Difference[] {
  const args = ["diff-index", "-z", "--no-renames", "--ignore-submodules=dirty", commit, "--"];
  const parts = `${runGit(root, args).output}`.split("\0");
  const differences: Difference[] = [];
  // `:OLDMODE NEWMODE OLDBLOB NEWBLOB STATUS`, and then the path.
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [oldMode = "", newMode = "", before = ""] = (parts[at] ?? "").slice(1).split(" ");
    differences.push({
      path: parts[at + 1] ?? "",
      before: /^0+$/.test(before) ? null : before,
      isSubmodule: oldMode === SUBMODULE || newMode === SUBMODULE,
    });
  }
  return differences;
}

const SUBMODULE = "160000";

/** Bytes of a file that is compared; a larger one counts as changed. */
const LARGEST_COMPARED = 16 * 1024 * 1024;

/**
 * The paths without those whose content is what it was. Of a fresh copy of a working tree the index knows nothing, and then git
 * names all files. Line ends may be others: a checkout makes them so.
 */
function withoutEqual(root: string, differences: readonly Difference[]): readonly string[] {
  const names = differences.flatMap(({ before }) => before ?? []);
  const blobs = readBlobs(root, names, LARGEST_COMPARED);
  return differences
    .filter(({ path, before }) => {
      const blob = before === null ? undefined : blobs.get(before);
      if (blob?.kind !== "bytes") return true;
      const now = contentOf(join(root, path));
      return now === null || !withPlainLineEnds(now).equals(withPlainLineEnds(blob.bytes));
    })
    .map(({ path }) => path);
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function withPlainLineEnds(bytes: Buffer): Buffer {
  return bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
}

/** New files that nobody has told git about, but for those that it is to ignore. */
function untrackedIn(root: string): readonly string[] {
  const { output } = runGit(root, ["ls-files", "-z", "--others", "--exclude-standard"]);
  return `${output}`.split("\0").filter((path) => path !== "");
}
