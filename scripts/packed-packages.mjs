import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "./step.mjs";

/** The folders of the packages that are published, in an order in which each comes behind those that it depends on. */
export const PUBLISHED = ["dsl", "lsp", "cli", "build"];

/**
 * @typedef {object} PackedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} file the name of the tarball
 * @property {readonly string[]} contents the paths of its files, sorted
 */

/**
 * Packs the packages that are published, as they were built.
 *
 * @param {string} destination a folder, absolute; the tarballs are written into it
 * @returns {Promise<readonly PackedPackage[]>}
 */
export async function packPackages(destination) {
  const packed = [];
  for (const folder of PUBLISHED) {
    const { name, version } = JSON.parse(
      await readFile(join(root, "packages", folder, "package.json"), "utf8"),
    );
    const { succeeded, output } = await run(
      `cd "${join(root, "packages", folder)}" && pnpm pack --json --pack-destination "${destination}"`,
    );
    if (!succeeded) throw new Error(`${name} could not be packed.\n${output}`);
    const { filename, files } = JSON.parse(output.slice(output.indexOf("{")));
    const contents = files.map((/** @type {{ path: string }} */ { path }) => path).sort();
    packed.push({ name, version, file: filename.split(/[\\/]/).at(-1), contents });
  }
  return packed;
}
