import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isInside, realPathOf } from "../paths.js";

/** Variables by which git says where a repository is: hooks are run with them. They hold for the repository that the command runs in. */
const OF_REPOSITORY =
  /^GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE|NAMESPACE|PREFIX)$/;

/** Tells which of the variables of this process would lead git astray in a folder. Without such variables git is not asked. */
export function misleadingIn(folder: string): (name: string) => boolean {
  const { GIT_DIR: directory, GIT_WORK_TREE: tree } = process.env;
  const isSet = Object.keys(process.env).some((name) => OF_REPOSITORY.test(name));
  if (isSet && isOfOther(folder, tree)) return (name) => OF_REPOSITORY.test(name);
  // Hooks of a linked working tree have the first alone, and with that git takes any folder that they go to for the root.
  const isFound = directory !== undefined && tree === undefined && isDiscovered(folder, directory);
  return (name) => isFound && name === "GIT_DIR";
}

/** Whether a folder is the root of another repository than that which the command runs in, as of a submodule. */
function isOfOther(folder: string, tree: string | undefined): boolean {
  if (!existsSync(join(folder, ".git"))) return false;
  const [here, root] = [realPathOf(process.cwd()), realPathOf(folder)];
  return !isInside(root, here) && (tree === undefined || realPathOf(resolve(tree)) !== root);
}

const discovered = new Map<string, boolean>();

/** Whether git finds the same repository by itself. */
function isDiscovered(folder: string, directory: string): boolean {
  const key = JSON.stringify([folder, directory]);
  const known = discovered.get(key);
  if (known !== undefined) return known;
  const { GIT_DIR: _, ...env } = process.env;
  const { status, stdout } = spawnSync("git", ["rev-parse", "--absolute-git-dir"], {
    cwd: folder,
    env,
    encoding: "utf8",
    windowsHide: true,
  });
  const found = `${stdout}`.replace(/\r?\n$/, "");
  const isSame = status === 0 && realPathOf(found) === realPathOf(resolve(folder, directory));
  discovered.set(key, isSame);
  return isSame;
}
