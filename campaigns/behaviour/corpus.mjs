import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleSource } from "../../scripts/bundle-source.mjs";

/*
 * The texts on which two builds are compared: the mapping files of the repository, the files of its tests, and random
 * texts of three kinds: files whose statements have much to do with one another, files of every construct, and garbage.
 */

/** Where the mapping files are, below the repository. */
const FOLDERS = [
  "examples",
  "packages/dsl/test/fixtures",
  "packages/lsp/test/fixtures",
  "packages/testing/conformance",
];

/** Files that random files include, beside those that are not there. */
const INCLUDED = {
  "common.responses":
    'error status 5xx as "Server error"\ninclude "deep.responses"\nreject keyword "dup" as Dup\n',
  "deep.responses": 'reject exact "*blocked*" as Blocked\nexample "blocked" is reject Blocked\n',
};

/**
 * Writes the corpus into a folder.
 *
 * @param {object} options
 * @param {string} options.root the repository
 * @param {string} options.folder where the corpus goes; it must be empty
 * @param {string | null} options.conformance a folder of more mapping files
 * @param {number} options.texts how many random texts there are
 * @param {number} options.seed
 * @returns {Promise<readonly string[]>} the paths of the mapping files below the folder
 */
export async function writeCorpus({ root, folder, conformance, texts, seed }) {
  for (const name of FOLDERS) copyMappings(join(root, name), join(folder, name.replaceAll("/", "-")));
  if (conformance !== null) copyMappings(conformance, join(folder, "conformance"));
  const random = join(folder, "random");
  mkdirSync(random, { recursive: true });
  for (const [name, text] of Object.entries(INCLUDED)) writeFileSync(join(random, name), text);
  const { randomTexts } = await loadGenerator(dirname(folder));
  for (const [index, text] of randomTexts(texts, seed, Object.keys(INCLUDED)).entries()) {
    writeFileSync(join(random, `${String(index).padStart(5, "0")}.responses`), text);
  }
  return filesBelow(folder);
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".responses"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Copies mapping files, and the fixtures of features as mapping files: the marks in them are comments, or broken text.
 *
 * @param {string} from
 * @param {string} to
 */
function copyMappings(from, to) {
  cpSync(from, to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".fixture")) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(`${path}.responses`, readFileSync(path));
  }
}

/**
 * The generators of the tests, which are TypeScript.
 *
 * @param {string} folder where the bundle goes
 * @returns {Promise<{ randomTexts(count: number, seed: number, includes: readonly string[]): readonly string[] }>}
 */
async function loadGenerator(folder) {
  const outfile = join(folder, "random-texts.mjs");
  await bundleSource("campaigns/behaviour/random-texts.ts", outfile);
  return import(pathToFileURL(outfile).href);
}
