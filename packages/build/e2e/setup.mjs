// node setup.mjs [--campaign]: installs the real tools for the tests of packages/build, with --campaign the larger ones too, from npm
// alone and without their install scripts. Does nothing where that is done already.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The tools need 0.8 GB, the larger ones another half, and npm's cache some of that again. */
const BYTES_NEEDED = 2e9;

/**
 * @param {string} folder
 * @param {string} name
 */
function install(folder, name) {
  const stamp = join(folder, "node_modules/.set-up");
  const wanted = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < BYTES_NEEDED) fail("there are less than 2 GB of free disk");
  process.stdout.write(`installing ${name} … `);
  const start = performance.now();
  const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stdout, stderr, error } = spawnSync("npm", options, { cwd: folder, encoding: "utf8" });
  if (status !== 0) fail(error?.message ?? `${stdout}${stderr}`);
  process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  writeFileSync(stamp, wanted);
}

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
  process.stderr.write(`\nThe tests in the real tools cannot be set up: ${reason}\n`);
  process.exit(1);
}

install(here, "bundlers, test runners and three versions of Node (about 0.8 GB from npm)");
if (process.argv.includes("--campaign"))
  install(join(here, "campaign"), "Next.js, Bun and Deno (about 0.4 GB from npm)");
