import { resolve } from "node:path";
import {
  ChangedPaths,
  findNamedFiles,
  type GitRepository,
  ProjectFiles,
  type Revision,
  workingTreeOf,
} from "@responses/node-host";
import { isProblem } from "../terminal/usage-error.js";

/** A comparison whose newer side is the commit that is checked out. */
export interface CheckedOut {
  readonly repository: GitRepository;
  readonly head: Revision;
  /** Where paths start. */
  readonly folder: string;
  /** What is compared: files, folders or globs. */
  readonly paths: readonly string[];
}

/**
 * Which mapping files are not in the working tree as they are in the commit that is checked out: other ones, new ones, gone ones.
 *
 * @param inCommit those of the commit that are compared, each with the absolute paths of all that it stands on
 */
export async function uncommittedFiles(
  { repository, head, folder, paths }: CheckedOut,
  inCommit: ReadonlyMap<string, Iterable<string>>,
): Promise<readonly string[]> {
  try {
    const projects = new ProjectFiles(folder);
    const now = await findNamedFiles(paths, folder, projects, workingTreeOf(repository));
    const changed = ChangedPaths.since(repository, head);
    const standsOn = (path: string): Iterable<string> => inCommit.get(path) ?? [resolve(folder, path)];
    const all = [...new Set([...inCommit.keys(), ...now.paths])];
    return all.filter((path) => [...standsOn(path)].some((one) => changed.has(one))).sort();
  } catch (error) {
    // It is no part of what is compared: whatever is wrong with it is told when it is worked at.
    if (isProblem(error)) return [];
    throw error;
  }
}
