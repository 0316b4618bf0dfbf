import { join, relative } from "node:path";
import {
  FileError,
  type FileSource,
  type GitRepository,
  type ProjectFiles,
  type RepositoryFiles,
  realPathOf,
  submodulesApart,
  withSlashes,
} from "@responses/node-host";
import { isProblem } from "../terminal/usage-error.js";

/**
 * The submodules of two revisions whose files are not here on a side, so that there is nothing to compare: they are not looked through on
 * either side, or all that the other one has would be new or gone.
 */
export class SubmodulesApart {
  readonly #root: string;
  /** By their paths from the root, with whether both sides have the same. */
  readonly #apart: ReadonlyMap<string, boolean>;
  /** Those that are in what is compared. */
  readonly #met = new Set<string>();

  constructor({ root }: GitRepository, before: RepositoryFiles, after: RepositoryFiles) {
    this.#root = root;
    this.#apart = new Map(submodulesApart(before, after).map(({ path, isSame }) => [path, isSame]));
  }

  /** The files of a side, whose walks go past them. */
  goingPast(source: FileSource): FileSource {
    if (this.#apart.size === 0) return source;
    return {
      isDisk: source.isDisk,
      realPathOf: (path) => source.realPathOf(path),
      read: (path, most) => source.read(path, most),
      whatIsAt: (path) => source.whatIsAt(path),
      walk: (folder, enters) => {
        const start = realPathOf(folder);
        return source.walk(folder, (path) => {
          if (!enters(path)) return false;
          const fromRoot = withSlashes(relative(this.#root, join(start, path)));
          if (!this.#apart.has(fromRoot)) return true;
          this.#met.add(fromRoot);
          return false;
        });
      },
    };
  }

  /**
   * What is to be said of those that differ, once both sides have been looked through.
   *
   * @param since what messages call the older side
   * @param projects of the newer side: what they leave out is no part of it
   */
  problems(folder: string, since: string, projects: Projects): readonly FileError[] {
    return [...this.#met].sort().flatMap((fromRoot) => {
      const path = withSlashes(relative(folder, join(this.#root, fromRoot)));
      if (this.#apart.get(fromRoot) === true || isIgnored(path, projects)) return [];
      return [new FileError({ kind: "submodule-apart", path, since })];
    });
  }
}

type Projects = Pick<ProjectFiles, "ignores">;

/** Whether the project leaves it out, or a folder that it is in. */
function isIgnored(path: string, projects: Projects): boolean {
  const parts = path.split("/");
  try {
    return parts.some((_, index) => projects.ignores(parts.slice(0, index + 1).join("/")));
  } catch (error) {
    // What is wrong with a project file is told by itself.
    if (isProblem(error)) return false;
    throw error;
  }
}
