import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/*
 * The native regular expressions of node-re2 are compiled from C++ for each version of Node, which takes a minute; they are
 * measured where `npm run bench match -- --native` has done that.
 */

/** @typedef {new (patterns: readonly string[], flags: string) => { match: (body: string) => readonly number[] }} NativeSet */

/** The folder for the running version of Node, or a given one. */
export function nativeFolder(major = process.versions.node.split(".")[0]) {
  return fileURLToPath(new URL(`../../.cache/native-${major}/`, import.meta.url));
}

/** @returns {NativeSet | string} the reason where there is none */
export function nativeSet() {
  const folder = nativeFolder();
  if (!existsSync(folder)) return "not installed";
  try {
    return createRequire(`${folder}package.json`)("re2").Set;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
  }
}
