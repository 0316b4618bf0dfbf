import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { root, run, step } from "./step.mjs";

/*
 * The dependencies, from a bare clone. A machine needs nothing but Node and npm for it: npm's npx fetches the pnpm that
 * package.json names (docs/decisions/0001-pnpm-by-npx.md). What was installed is noted beside it, so that the next run
 * takes no time.
 */

const NOTE = join(root, "node_modules", ".installed-from");

/** How much that is, unpacked: whoever waits for it should know for what. */
export const INSTALLED_SIZE = "about 0.5 GB from npm";

/** Whether node_modules is what the lock file asks for, on this kind of machine. */
export function isInstalled() {
  if (isChangedByNpm(root)) return false;
  try {
    return readFileSync(NOTE, "utf8") === currentState();
  } catch {
    return false;
  }
}

/**
 * Installs unless the tools of the build are there already, whoever installed them, and are those that the lock file names now.
 *
 * @returns {Promise<boolean>} whether they are there
 */
export async function installForBuild() {
  if (isChangedByNpm(root))
    return step(`installing dependencies (those of npm install make way, ${INSTALLED_SIZE})`, install);
  if (!hasEsbuild()) return step(`installing dependencies (once, ${INSTALLED_SIZE})`, install);
  if (isInstalled() || !isInstalledFromOtherLock(root)) return true;
  return step("installing dependencies (the lock file has changed)", install);
}

function hasEsbuild() {
  try {
    createRequire(import.meta.url).resolve("esbuild");
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether `npm install` was here: it installs what the root names and nothing of the packages, and takes away or replaces what pnpm has put
 * there. Of all that it does it keeps a list in node_modules.
 *
 * @param {string} folder of the workspace
 */
export function isChangedByNpm(folder) {
  return existsSync(join(folder, "node_modules", ".package-lock.json"));
}

/**
 * Whether the dependencies were installed from another lock file than the folder has now, as after a pull: pnpm keeps a copy of
 * the one that it installed from. Without a copy somebody installed in another way, and nothing is known.
 *
 * @param {string} folder of the workspace
 */
export function isInstalledFromOtherLock(folder) {
  const installed = readLock(join(folder, "node_modules", ".pnpm", "lock.yaml"));
  return installed !== null && installed !== readLock(join(folder, "pnpm-lock.yaml"));
}

/**
 * A checkout may have line ends of its own, pnpm's copy has not.
 *
 * @param {string} path
 */
function readLock(path) {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}

/**
 * Installs what the lock file names; it fails if the lock file does not fit the package.json files. What npm has put into node_modules goes
 * first: pnpm would leave it there, for sources to find what they do not ask for.
 *
 * @returns {Promise<import("./step.mjs").Outcome>}
 */
export async function install() {
  if (isChangedByNpm(root)) rmSync(join(root, "node_modules"), { recursive: true, force: true });
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // CI: pnpm asks no questions. What it needs of a lock file's freshness is said by the option.
  const installed = await run(`npx --yes ${packageManager} install --frozen-lockfile`, {
    CI: "true",
    ...homeIfMissing(),
  });
  if (installed.succeeded) writeFileSync(NOTE, currentState());
  return installed;
}

/** A digest of all that decides what is installed. */
function currentState() {
  const digest = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...packageFiles()]) {
    digest.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return `${digest.digest("hex")}\n`;
}

function packageFiles() {
  const packages = readdirSync(join(root, "packages")).sort();
  return [
    "package.json",
    "bench/package.json",
    "campaigns/package.json",
    "test/package.json",
    ...packages.map((name) => `packages/${name}/package.json`),
  ];
}

/** npm and pnpm keep their caches in the home folder and fail without one. */
function homeIfMissing() {
  try {
    if (isAbsolute(homedir())) {
      accessSync(homedir(), constants.W_OK);
      return {};
    }
  } catch {
    // A home folder that nobody can write to is as good as none.
  }
  const home = join(root, ".cache", "home");
  mkdirSync(home, { recursive: true });
  return { HOME: home };
}
