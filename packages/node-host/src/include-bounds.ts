import { basename, dirname, join, resolve } from "node:path";
import { FileError } from "./file-error.js";
import { isInside, realPathOf } from "./paths.js";
import { ProjectFiles } from "./project-files.js";
import { repositoryRootOf } from "./repository-root.js";

/** Why a symbolic link is not followed, and what helps. */
export const LEADS_OUT =
  "its symbolic link leads out of the project's folders; give what it leads to by its own path, or name the folder of that in includeFrom of responses.config.json";

/**
 * Which files on the disk a mapping file may include: those of its project, and those in folders that the project file names. The project
 * is the git repository that the mapping is in, or else the folder of its project file; a file that has neither may include any. A mapping
 * may come from a stranger's pull request, and what is said of a file that is no mapping shows what is in it. No more may be what a symbolic link in the place of a mapping leads to.
 *
 * What was found out is kept: after changes of project files whoever asks takes a new object.
 */
export class IncludeBounds {
  readonly #folder: string;
  readonly #projects: ProjectFiles;
  readonly #roots = new Map<string, string | null>();

  /** @param folder where relative paths start, absolute */
  constructor(folder: string) {
    this.#folder = folder;
    this.#projects = new ProjectFiles(folder);
  }

  /** Whether a file may include another, by the real paths of both, so that symbolic links count by where they lead. */
  mayInclude(own: string, target: string): boolean {
    const root = this.#rootOf(own);
    if (root === null) return true;
    return isInside(root, target) || this.#named(own).some((folder) => isInside(realPathOf(folder), target));
  }

  /** Whether a path is a symbolic link to what files in its place may not include. Links among the folders on the way to it do not count. */
  leadsOut(path: string): boolean {
    const absolute = resolve(this.#folder, path);
    const place = join(realPathOf(dirname(absolute)), basename(absolute));
    const target = realPathOf(absolute);
    return target !== place && !this.mayInclude(place, target);
  }

  #rootOf(path: string): string | null {
    const folder = dirname(path);
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    const root = repositoryRootOf(folder) ?? this.#orNone(() => this.#projects.folderOf(path), null);
    this.#roots.set(folder, root);
    return root;
  }

  #named(path: string): readonly string[] {
    return this.#orNone(() => this.#projects.includeFoldersOf(path), []);
  }

  /** What is wrong with a project file is told by whoever reads its settings. */
  #orNone<Found>(find: () => Found, none: Found): Found {
    try {
      return find();
    } catch (error) {
      if (error instanceof FileError) return none;
      throw error;
    }
  }
}
