// npm run campaign -- naive-mappings [FOLDER…] [--list] [--write FILE]: how the tools meet mappings of one careless line.
//
// Each system's first recorded success gives naive rules; each is tried on all that the system is known to answer: which refusals it
// takes for a success, whether a warning points at it, and what the first fix that is offered makes of it; by itself, and above the
// careful rules for refusals of the system. Without a folder the systems
// are those of examples/ and the campaign's own. --list prints each rule that is wrong or that a fix makes wrong, too; --write writes the page docs/naive-mappings.md.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readSystems } from "./naive-mappings/answers.mjs";
import { isRight, isSpoiltByFix, isWrong, SITUATIONS } from "./naive-mappings/counts.mjs";
import { evaluate } from "./naive-mappings/evaluation.mjs";
import { naiveRules } from "./naive-mappings/naive-rules.mjs";
import { pageOf, tablesOf } from "./naive-mappings/page.mjs";

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean", default: false }, write: { type: "string" } },
  allowPositionals: true,
});
const own = ["../examples", "naive-mappings/systems"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

const rows = readSystems(positionals.length > 0 ? positionals : own).flatMap(
  ({ name, answers, refusals }) => {
    const success = answers.find(({ isSuccess }) => isSuccess);
    if (success === undefined) return [];
    return naiveRules(success, answers).map(({ style, rule }) => {
      /** @param {readonly string[]} below */
      const evaluatedAbove = (below) => ({
        bare: evaluate(rule, { recorded: [], seen: [success], all: answers, below }),
        sample: evaluate(rule, { recorded: [success], seen: [success], all: answers, below }),
        all: evaluate(rule, { recorded: answers, seen: answers, all: answers, below }),
      });
      return {
        system: name,
        style,
        rule,
        in: evaluatedAbove([]),
        above: refusals.length === 0 ? null : evaluatedAbove(refusals),
      };
    });
  },
);

if (values.list) {
  for (const row of rows.filter((each) => isWrong(each) || isSpoilt(each))) {
    const { accepted, lost } = row.in.bare.asWritten;
    const lines = SITUATIONS.map((situation) => `      ${situation}: ${said(row.in[situation])}\n`);
    process.stdout.write(
      `${row.system} [${row.style}] ${row.rule}: ${accepted} accepted, ${lost} lost\n${lines.join("")}`,
    );
  }
  for (const { system, style, rule, above } of rows) {
    if (above === null || above.bare.asWritten.accepted === 0) continue;
    const lines = SITUATIONS.map((situation) => `      ${situation}: ${said(above[situation])}\n`);
    process.stdout.write(
      `${system} [${style}] ${rule}, above the refusals: ${above.bare.asWritten.accepted} accepted\n${lines.join("")}`,
    );
  }
}
process.stdout.write(tablesOf(rows));
if (values.write !== undefined) {
  const folders = positionals.map((folder) => ` ${folder}`).join("");
  writeFileSync(
    values.write,
    pageOf(rows, `npm run campaign -- naive-mappings${folders} --write ${values.write}`),
  );
}

/** @param {import("./naive-mappings/counts.mjs").NaiveRow} row */
function isSpoilt(row) {
  return isRight(row) && SITUATIONS.some((situation) => isSpoiltByFix(row.in[situation]));
}

/** @param {import("./naive-mappings/evaluation.mjs").Evaluation} evaluation */
function said({ pointedAt, fixed, afterFix }) {
  const change =
    fixed === null ? "" : ` -> ${fixed} (${afterFix?.accepted} accepted, ${afterFix?.lost} lost)`;
  return `${pointedAt.join(", ") || "SILENT"}${change}`;
}
