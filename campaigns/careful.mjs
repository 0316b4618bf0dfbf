// npm run campaign -- careful [FOLDER…] [--hints]: what the tools say of careful mappings, for a person who judges what of it is noise.
//
// Each file is checked as it stands, without its examples, and with those of its successes only, as it is while it is being written.
// Warnings and errors are listed with their sentences and counted for each 30 rules; of hints only the number is told but with --hints.
// Without a folder the files are those of examples/, those of the campaign naive-mappings, and made-up ones by authors who use keywords with care.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FORMS, saidOf } from "./careful/said.mjs";

const { values, positionals } = parseArgs({
  options: { hints: { type: "boolean", default: false } },
  allowPositionals: true,
});
const own = ["../examples", "naive-mappings/systems", "careful/by-keyword"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const paths = (positionals.length > 0 ? positionals : own).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".responses"))
    .sort()
    .map((name) => join(folder, name)),
);

for (const [form, keeps] of Object.entries(FORMS)) {
  const files = paths.map((path) => ({ path, ...saidOf(path, keeps) }));
  const rules = files.reduce((sum, file) => sum + file.rules, 0);
  const all = files.flatMap(({ path, said }) => said.map((one) => ({ path, ...one })));
  const warnings = all.filter(({ isHint }) => !isHint);
  const hints = all.filter(({ isHint }) => isHint);
  const share = rules === 0 ? 0 : (warnings.length * 30) / rules;
  process.stdout.write(
    `${files.length} files ${form}: ${rules} rules, ${warnings.length} warnings (${share.toFixed(1)} for 30 rules), ${hints.length} hints${byName(hints)}\n\n`,
  );
  // Rules whose examples were taken away are untested, and nobody has to be told.
  const listed = all.filter(
    ({ isHint, name }) => !isHint || (values.hints && (name !== "untested-rule" || form === "as they stand")),
  );
  for (const { path, line, name, text, message, fixes } of listed) {
    const offered = fixes.map((title) => `    fix: ${title}\n`).join("");
    process.stdout.write(`${path}:${line} ${name}\n    ${text}\n    ${message}\n${offered}\n`);
  }
}

/** @param {readonly { readonly name: string }[]} hints */
function byName(hints) {
  const counts = new Map(hints.map(({ name }) => [name, hints.filter((hint) => hint.name === name).length]));
  return counts.size === 0 ? "" : ` (${[...counts].map(([name, count]) => `${name} ${count}`).join(", ")})`;
}
