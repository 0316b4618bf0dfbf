import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { link, parse } from "@responses/dsl";

/**
 * @typedef {object} Answer
 * @property {number | null} status
 * @property {string} body
 * @property {boolean} isSuccess
 *
 * @typedef {object} System
 * @property {string} name the mapping file's name
 * @property {readonly Answer[]} answers what the system is known to answer
 */

/**
 * The systems of some folders: the examples of each mapping file there, whose verdicts its author has written down.
 *
 * @param {readonly string[]} folders
 * @returns {readonly System[]}
 */
export function readSystems(folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".responses"))
      .sort()
      .flatMap((name) => {
        const answers = answersIn(join(folder, name));
        const isUseful =
          answers.some(({ isSuccess }) => isSuccess) && answers.some(({ isSuccess }) => !isSuccess);
        return isUseful ? [{ name: name.replace(/\.responses$/, ""), answers }] : [];
      }),
  );
}

/** @param {string} path @returns {readonly Answer[]} */
function answersIn(path) {
  const linked = link(parse(path, readFileSync(path, "utf8")), {
    resolve: (from, include) => resolve(dirname(from), include),
    load: (file) => parse(file, readFileSync(file, "utf8")),
  });
  if (linked.kind === "refused") throw new Error(`${path} is refused`);
  return linked.mapping.examples.map(({ model }) => ({
    status: model.status,
    body: model.body,
    isSuccess: model.verdict.outcome === "success",
  }));
}
