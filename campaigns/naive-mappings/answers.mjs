import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { link, parse, writeVerdict } from "@responses/dsl";

/**
 * @typedef {object} Answer
 * @property {number | null} status
 * @property {string} body
 * @property {boolean} isSuccess
 * @property {string} verdict as an example states it
 *
 * @typedef {object} System
 * @property {string} name the mapping file's name
 * @property {readonly Answer[]} answers what the system is known to answer
 * @property {readonly string[]} refusals the careful rules of its mapping that name refusals and errors, in their order
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
        const { answers, refusals } = systemIn(join(folder, name));
        const isUseful =
          answers.some(({ isSuccess }) => isSuccess) && answers.some(({ isSuccess }) => !isSuccess);
        return isUseful ? [{ name: name.replace(/\.responses$/, ""), answers, refusals }] : [];
      }),
  );
}

/** @param {string} path @returns {Pick<System, "answers" | "refusals">} */
function systemIn(path) {
  const linked = link(parse(path, readFileSync(path, "utf8")), {
    resolve: (from, include) => resolve(dirname(from), include),
    load: (file) => parse(file, readFileSync(file, "utf8")),
  });
  if (linked.kind === "refused") throw new Error(`${path} is refused`);
  const { examples, rules } = linked.mapping;
  return {
    answers: examples.map(({ model: { status, body, verdict } }) => ({
      status,
      body,
      isSuccess: verdict.outcome === "success",
      verdict: verdict.outcome === "unmapped" ? "unmapped" : writeVerdict(verdict),
    })),
    refusals: rules
      .filter(({ model }) => model.outcome !== "success")
      .map(({ statement }) => ruleText(statement.syntax.text)),
  };
}

/** A rule without the comments around it. @param {string} text */
function ruleText(text) {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join("\n");
}
