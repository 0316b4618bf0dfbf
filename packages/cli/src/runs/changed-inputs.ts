import { basename, dirname, join, resolve } from "node:path";
import { PROJECT_FILE } from "@responses/dsl/editor";
import { ChangedPaths, GitRepository, isInside, realPathOf } from "@responses/node-host";
import { isProblem, UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";

/**
 * The inputs without the mapping files that a change leaves as they were: neither they themselves, nor what they include, through
 * any number of files, nor a project file above them is another than at the revision, gone or new. Throws a Problem where git
 * can't tell.
 *
 * @param since the revision to compare with, as the user wrote it; null for the one that the change is meant for. Of a branch the
 *   commit counts at which HEAD left it
 */
export function narrowToChanged(inputs: Inputs, since: string | null): Inputs {
  const { files, found } = inputs;
  const repository = new GitRepository(process.cwd());
  if (!repository.hasWorkingTree)
    throw new UsageError("a bare repository has no working tree, so nothing in it has changed");
  const named = repository.resolve(since ?? baseOf(repository));
  const left = repository.mergeBase(named, repository.resolve("HEAD"));
  const base = left.commit === named.commit ? named : left;
  const changed = new ChangedPaths(repository, base);
  const projects = changed.named(PROJECT_FILE).map((path) => dirname(path));
  const isTouched = (path: string): boolean => {
    const own = realPathOf(resolve(path));
    if (projects.some((folder) => isInside(folder, own))) return true;
    try {
      return [...files.filesOf(path)].some((one) => changed.has(withRealFolder(one)));
    } catch (error) {
      // It is told why when it is worked at.
      if (!isProblem(error)) throw error;
      return true;
    }
  };
  return {
    ...inputs,
    found: { ...found, paths: found.paths.filter(isTouched) },
    narrowing: { since: base, among: found.paths.length },
  };
}

/** The revision that a change is meant for, as the place says where this runs, or else the repository. */
function baseOf(repository: GitRepository): string {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA } = process.env;
  if (GITHUB_BASE_REF) return `origin/${GITHUB_BASE_REF}`;
  if (CI_MERGE_REQUEST_DIFF_BASE_SHA) return CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (repository.find("origin/HEAD") !== null) return "origin/HEAD";
  throw new UsageError("say since which revision: --changed --since main");
}

/** A link counts as itself: that it leads elsewhere now is a change of its own. */
function withRealFolder(path: string): string {
  return join(realPathOf(dirname(path)), basename(path));
}
