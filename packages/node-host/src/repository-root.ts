import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { realPathOf } from "./paths.js";

/**
 * The root of the working tree that a folder is in, by its real path: the nearest folder above it, or itself, that holds `.git`;
 * null where there is none. Git is not asked, so this needs none.
 */
export function repositoryRootOf(folder: string): string | null {
  for (let at = realPathOf(folder); ; at = dirname(at)) {
    // Of a worktree and a submodule it is a file.
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return null;
  }
}
