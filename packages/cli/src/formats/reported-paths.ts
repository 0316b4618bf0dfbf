import { relative, resolve } from "node:path";
import { isInside, realPathOf, repositoryRootOf, withSlashes } from "@responses/node-host";

/** How reports call files: by the way from one folder, which is where their readers look for them. */
export class ReportedPaths {
  readonly #folder: string;
  readonly #root: string;
  /** Thousands of results stand in few files, and each path costs a call of the system. */
  readonly #known = new Map<string, string>();

  /**
   * @param folder where the run's own paths start, absolute
   * @param root where those of reports start; absolute, without symbolic links
   */
  constructor(folder: string, root: string) {
    this.#folder = folder;
    this.#root = root;
  }

  /** Paths from the root of the repository that a folder is in; of one in none, from the folder itself. */
  static fromRepository(folder: string): ReportedPaths {
    return new ReportedPaths(folder, repositoryRootOf(folder) ?? realPathOf(folder));
  }

  /** Paths from where a GitHub runner has put the repository, or something that holds it. */
  static fromWorkspace(folder: string, workspace: string | undefined): ReportedPaths {
    if (workspace === undefined || workspace === "") return ReportedPaths.fromRepository(folder);
    const root = realPathOf(resolve(workspace));
    return isInside(root, realPathOf(folder))
      ? new ReportedPaths(folder, root)
      : ReportedPaths.fromRepository(folder);
  }

  /** The path with `/` between its parts; of a file elsewhere the absolute one. */
  of(file: string): string {
    const known = this.#known.get(file) ?? this.#pathOf(file);
    this.#known.set(file, known);
    return known;
  }

  #pathOf(file: string): string {
    const path = realPathOf(resolve(this.#folder, file));
    return withSlashes(isInside(this.#root, path) ? relative(this.#root, path) || "." : path);
  }
}
