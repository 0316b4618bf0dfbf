import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodePackage } from "./node-version.mjs";
import { nativeFolder } from "./peers/native-re2.mjs";

/*
 * Compiles native re2 for a version of Node, apart from the workspace: nobody but this benchmark needs it, and it needs g++,
 * make and Python. Its own install would ask GitHub for a binary first.
 */

const SOURCES = fileURLToPath(new URL("native/", import.meta.url));

/**
 * @param {string} node the executable to compile for
 * @param {string} version of it
 * @throws {Error} if it cannot be compiled
 */
export function installNative(node, version) {
  const folder = nativeFolder(version.split(".")[0]);
  const inside = join(folder, "node_modules/re2");
  if (existsSync(join(inside, "build/Release/re2.node"))) return;
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    copyFileSync(join(SOURCES, file), join(folder, file));
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, {});
  const beside = join(dirname(node), "..");
  const headers = existsSync(join(beside, "include/node/node.h")) ? beside : nodePackage(version);
  process.stdout.write("compiling re2 …\n");
  const gyp = join(folder, "node_modules/node-gyp/bin/node-gyp.js");
  // An option in the environment wins over one of the command, and npm's own settings may have put one there.
  run(node, [gyp, "rebuild", "--jobs", "max"], inside, { npm_config_nodedir: headers });
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 * @param {Readonly<Record<string, string>>} settings of the environment
 */
function run(command, words, cwd, settings) {
  const { status, stderr, error } = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...settings },
  });
  if (status !== 0)
    throw new Error(`${command} ${words[0]} failed: ${error?.message ?? stderr.slice(-2000)}`);
}
