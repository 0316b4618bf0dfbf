import { execFileSync } from "node:child_process";
import { basename, dirname } from "node:path";
import type { Folder } from "./folder.js";

/** Commits a folder as it is stored, to a repository around it: in the folder itself nothing comes to stand. */
export function commitAround({ path }: Folder): void {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
      cwd: dirname(path),
      stdio: "pipe",
      env: { PATH: process.env.PATH ?? "", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  git("init", "-q", "-b", "main");
  git("add", basename(path));
  git("commit", "-q", "-m", "as it was at first");
}
