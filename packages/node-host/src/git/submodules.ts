import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FileSource } from "../file-source.js";
import type { WalkStep } from "../mapping-walk.js";
import { GitError } from "./git-error.js";
import { GitRepository } from "./git-repository.js";

/** The files of a repository as they are or were, its submodules among them as far as they are here. */
export interface RepositoryFiles extends FileSource {
  /** The commits of the submodules, by their paths from the root, with `/`. */
  readonly submodules: ReadonlyMap<string, string>;
  /** The files of a submodule; null where they are not here. */
  submoduleAt(path: string): RepositoryFiles | null;
}

/** The repository of a submodule; null where that is not checked out, or git does not read it. */
export function checkedOutSubmodule(root: string, path: string): GitRepository | null {
  const folder = join(root, path);
  if (!existsSync(join(folder, ".git"))) return null;
  try {
    const repository = new GitRepository(folder);
    return repository.root === folder ? repository : null;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** A submodule of which one side has files that are not here, so that there is nothing to compare. */
export interface SubmoduleApart {
  /** From the root of the outermost repository. */
  readonly path: string;
  /** Whether the two sides are known to have the same of it, whatever that is. */
  readonly isSame: boolean;
}

/** Those of two sides, with the submodules of submodules; null for a side that has none of all that. */
export function submodulesApart(
  before: RepositoryFiles | null,
  after: RepositoryFiles | null,
  start = "",
): readonly SubmoduleApart[] {
  const paths = new Set([before, after].flatMap((files) => [...(files?.submodules.keys() ?? [])]));
  return [...paths].flatMap((path) => {
    const [old, now] = [submoduleOf(before, path), submoduleOf(after, path)];
    const whole = `${start}${path}`;
    const isHere = [old, now].every((side) => side === null || side.files !== null);
    if (isHere) return submodulesApart(old?.files ?? null, now?.files ?? null, `${whole}/`);
    const isSame = old?.commit === now?.commit && old?.files === now?.files;
    return [{ path: whole, isSame }];
  });
}

function submoduleOf(files: RepositoryFiles | null, path: string) {
  const commit = files?.submodules.get(path);
  return files === null || commit === undefined ? null : { commit, files: files.submoduleAt(path) };
}

/** Walks through a submodule that a walk comes upon, by paths from where that began. */
export async function* walkBelow(
  inside: RepositoryFiles,
  base: string,
  path: string,
  enters: (path: string) => boolean,
): AsyncGenerator<WalkStep> {
  for await (const step of inside.walk(join(base, path), (below) => enters(`${path}/${below}`)))
    yield { ...step, path: step.path === "" ? path : `${path}/${step.path}` };
}
