import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "./folder.js";

// Tests may run in a hook, where these lead to the repository that is being committed to.
for (const name of Object.keys(process.env)) if (name.startsWith("GIT_")) delete process.env[name];

const ENVIRONMENT = {
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  // Clones of folders are what the tests make.
  GIT_ALLOW_PROTOCOL: "file",
};

/** Runs git in a folder, as nobody in particular, and gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A repository for one test, with these files as its first commit on the branch `main`; it is gone when the test has finished. */
export function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(files);
  git(folder, "init", "-q", "-b", "main");
  commitAll(folder);
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Writes files, commits all that is in the working tree, and gives the commit's name. */
export function commitAll(folder: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  writeFiles(folder, files);
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", "a change");
  return git(folder, "rev-parse", "HEAD").trim();
}
