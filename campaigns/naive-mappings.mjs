// npm run campaign -- naive-mappings [FOLDER…]: how the tools meet mappings of one careless line.
//
// Each system's first recorded success gives naive rules; each is tried on all that the system is known to answer: which refusals it
// takes for a success, whether a warning points at it, and what the first fix that is offered makes of it.

import { fileURLToPath } from "node:url";
import { readSystems } from "./naive-mappings/answers.mjs";
import { evaluate } from "./naive-mappings/evaluation.mjs";
import { naiveRules } from "./naive-mappings/naive-rules.mjs";

const given = process.argv.slice(2);
const folders = given.length > 0 ? given : [fileURLToPath(new URL("../examples", import.meta.url))];

const rows = readSystems(folders).flatMap(({ name, answers }) => {
  const success = answers.find(({ isSuccess }) => isSuccess);
  if (success === undefined) return [];
  return naiveRules(success).map(({ style, rule }) => ({
    system: name,
    style,
    rule,
    bare: evaluate(rule, [], answers),
    sample: evaluate(rule, [success], answers),
    all: evaluate(rule, answers, answers),
  }));
});

const wrong = rows.filter(({ bare }) => bare.accepted > 0);
const right = rows.filter(({ bare }) => bare.accepted === 0 && bare.lost === 0);
for (const { system, style, rule, bare, sample, all } of wrong) {
  const cells = [bare, sample, all].map(
    ({ pointedAt, fixed, afterFix }) =>
      `      ${pointedAt.join(", ") || "SILENT"}${fixed === null ? "" : ` -> ${fixed} (${afterFix?.accepted} accepted, ${afterFix?.lost} lost)`}`,
  );
  process.stdout.write(
    `${system} [${style}] ${rule}: ${bare.accepted} accepted, ${bare.lost} lost\n${cells.join("\n")}\n`,
  );
}
for (const kind of /** @type {const} */ (["bare", "sample", "all"])) {
  const pointed = wrong.filter((row) => row[kind].pointedAt.length > 0);
  const fixed = wrong.filter((row) => row[kind].afterFix !== null);
  const cured = fixed.filter(
    (row) => row[kind].afterFix?.accepted === 0 && (row[kind].afterFix?.lost ?? 0) <= row[kind].lost,
  );
  const worse = fixed.filter(
    (row) =>
      (row[kind].afterFix?.lost ?? 0) > row[kind].lost ||
      (row[kind].afterFix?.accepted ?? 0) > row[kind].accepted,
  );
  const noise = right.filter((row) => row[kind].pointedAt.length > 0);
  process.stdout.write(
    `${kind}: ${wrong.length} wrong of ${rows.length}; pointed at ${pointed.length}; with a fix ${fixed.length}, cured ${cured.length}, made worse ${worse.length}; right rules warned of ${noise.length} of ${right.length}\n`,
  );
}
