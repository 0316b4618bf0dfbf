import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { countedWork } from "./counted-work.mjs";
import { FAMILIES } from "./families.mjs";

/** What can be done with the files of a family. @type {Readonly<Record<string, readonly string[]>>} */
export const COMMANDS = {
  check: ["check", "acme.responses"],
  "check .": ["check", "."],
  test: ["test", "acme.responses"],
  "test --coverage": ["test", "--coverage", "acme.responses"],
  fmt: ["fmt", "--check", "acme.responses"],
  compile: ["compile", "acme.responses"],
  match: ["match", "acme.responses", "--status", "200", "body.txt"],
  diff: ["diff", "before.responses", "acme.responses"],
  completion: ["completion"],
  hover: ["hover"],
};

const BODY = '{"reason":"no","a":"b"}';

/** Processes that measure at the same time. */
const PROCESSES = 2;

/**
 * How a family went at each of the sizes, as far as it came: with a run that did not come to its end, larger ones are not tried.
 *
 * @typedef {object} MeasuredFamily
 * @property {string} name
 * @property {readonly { readonly size: number, readonly run: import("./counted-work.mjs").CountedRun | null }[]} sizes
 */

/**
 * @param {object} options
 * @param {string} options.command one of `COMMANDS`
 * @param {readonly string[]} options.names of families
 * @param {readonly number[]} options.sizes in characters, ascending
 * @param {number} options.patience milliseconds that one run may take
 * @returns {Promise<readonly MeasuredFamily[]>} in the order of the names
 */
export async function measuredFamilies({ command, names, sizes, patience }) {
  const args = COMMANDS[command];
  if (args === undefined) throw new Error(`there is no command ${command}`);
  const folder = mkdtempSync(join(tmpdir(), "responses-scale-"));
  try {
    const shares = Array.from({ length: PROCESSES }, (_, share) =>
      names.filter((_, index) => index % PROCESSES === share),
    );
    const measured = await Promise.all(
      shares.map((share, index) =>
        measuredShare(join(folder, String(index)), share, { args, sizes, patience }),
      ),
    );
    const byName = new Map(measured.flat().map((family) => [family.name, family]));
    return names.flatMap((name) => byName.get(name) ?? []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {{ readonly args: readonly string[], readonly sizes: readonly number[], readonly patience: number }} options
 * @returns {Promise<readonly MeasuredFamily[]>}
 */
async function measuredShare(folder, names, { args, sizes, patience }) {
  /** @type {Map<string, { size: number, run: import("./counted-work.mjs").CountedRun | null }[]>} */
  const found = new Map(names.map((name) => [name, []]));
  for (const size of sizes) {
    const left = names.filter((name) => (found.get(name) ?? []).every(({ run }) => run !== null));
    const runs = left.map((name, index) => ({
      cwd: written(join(folder, `${size}-${index}`), name, size, args),
      args,
    }));
    const results = await countedWork(runs, patience);
    for (const [index, name] of left.entries()) found.get(name)?.push({ size, run: results[index] ?? null });
    for (const { cwd } of runs) rmSync(cwd, { recursive: true, force: true });
  }
  return names.map((name) => ({ name, sizes: found.get(name) ?? [] }));
}

/**
 * The folder with the files of a member of a family.
 *
 * @param {string} folder
 * @param {string} name
 * @param {number} size
 * @param {readonly string[]} args
 */
function written(folder, name, size, args) {
  const files = [...(FAMILIES[name]?.(size) ?? []), ["body.txt", BODY]];
  if (args[0] === "diff") files.push(["before.responses", withoutMiddleLine(files[0]?.[1] ?? "")]);
  for (const [path = "", text = ""] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/**
 * By how much the work grew with each doubling of the size; infinite where a run did not come to its end.
 *
 * @param {MeasuredFamily} family
 * @param {number} [little] work that counts as none
 * @returns {readonly number[]}
 */
export function growthsOf({ sizes }, little = 0) {
  return sizes.slice(1).map(({ size, run }, index) => {
    const before = sizes[index];
    if (run === null || before === undefined || before.run === null) return Infinity;
    return ((run.work + little) / (before.run.work + little)) ** (1 / Math.log2(size / before.size));
  });
}

/**
 * The text before somebody added the line in its middle, for `diff`.
 *
 * @param {string} text
 */
function withoutMiddleLine(text) {
  const lines = text.split("\n");
  return lines.toSpliced(lines.length >> 1, 1).join("\n");
}
