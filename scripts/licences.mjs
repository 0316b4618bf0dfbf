import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./step.mjs";

/**
 * The files that went into bundles, by their paths from the root.
 *
 * @param {import("esbuild").Metafile} metafile of a build that ran two folders below the root
 * @returns {readonly string[]}
 */
export function inputsOf({ inputs }) {
  return Object.keys(inputs).map((path) => path.replace(/^\.\.\/\.\.\//, ""));
}

/**
 * The licences of the packages whose code is in bundles, as they ask for.
 *
 * @param {readonly string[]} inputs paths from the root
 * @returns {Promise<string>}
 */
export async function licencesOf(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(input) ?? []),
  );
  const texts = new Set();
  for (const folder of [...folders].sort()) {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
    const file = (await readdir(path)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? "" : `\n${await readFile(join(path, file), "utf8")}`;
    texts.add(`${name} ${version} (${license})\n${text}`);
  }
  return [...texts].join(`\n${"-".repeat(80)}\n\n`);
}
