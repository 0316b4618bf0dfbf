import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git } from "@responses/testing/git-repository";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where there is no pre-commit its tests are left out, but not in CI. */
export const HAS_PRE_COMMIT =
  process.env.CI === "true" || spawnSync("pre-commit", ["--version"]).status === 0;

/** What of this repository the hooks need, as a repository that pre-commit clones; the folder and the commit. */
export function hookRepository(): { readonly repo: string; readonly rev: string } {
  const repo = folderWith({
    ".pre-commit-hooks.yaml": readFileSync(join(root, ".pre-commit-hooks.yaml")),
    "packages/cli/package.json": readFileSync(join(root, "packages/cli/package.json")),
    ".gitignore": readFileSync(join(root, ".gitignore")),
  });
  cpSync(join(root, "action"), join(repo, "action"), { recursive: true });
  git(repo, "init", "-q", "-b", "main");
  return { repo, rev: commitAll(repo) };
}
