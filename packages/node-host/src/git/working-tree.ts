import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { DISK, type FileSource } from "../file-source.js";
import { type WalkStep, walkMappingFiles } from "../mapping-walk.js";
import { isInside, realPathOf } from "../paths.js";
import type { GitRepository } from "./git-repository.js";

/**
 * The files of the working tree as they are on the disk, to be held against a revision: what is only in the index counts for
 * nothing, and walks leave out what a revision does not hold either: files that git ignores, and repositories in the
 * repository.
 */
export function workingTreeOf(repository: GitRepository): FileSource {
  return { ...DISK, walk: (folder, enters) => walkTracked(repository, folder, enters) };
}

async function* walkTracked(
  repository: GitRepository,
  folder: string,
  enters: (path: string) => boolean,
): AsyncGenerator<WalkStep> {
  // Git refuses paths that lead through links.
  const base = realPathOf(folder);
  const isOwn = (path: string): boolean => enters(path) && !existsSync(join(base, path, ".git"));
  const steps: WalkStep[] = [];
  for await (const step of walkMappingFiles(folder, isOwn)) steps.push(step);
  const fromRoot = (path: string): string => relative(repository.root, join(base, path)).split(sep).join("/");
  const files = steps.filter(({ kind }) => kind === "file" || kind === "link").map(({ path }) => path);
  const ignored = isInside(repository.root, base)
    ? repository.ignored(files.map(fromRoot))
    : new Set<string>();
  for (const step of steps) if (!ignored.has(fromRoot(step.path))) yield step;
}
