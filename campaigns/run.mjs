// npm run campaign -- NAME: longer searches for faults than the tests make, each with its seed.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CAMPAIGNS = [
  "analysis",
  "behaviour",
  "bundlers",
  "careful",
  "dead-output",
  "failures",
  "kills",
  "matcher",
  "naive-mappings",
  "planted",
  "planted-faults",
  "scale",
  "server",
];

const [name] = process.argv.splice(2, 1);
const file = new URL(`${name}.mjs`, import.meta.url);
if (name === undefined || !CAMPAIGNS.includes(name) || !existsSync(fileURLToPath(file))) {
  process.stderr.write(`npm run campaign -- NAME, with one of these names: ${CAMPAIGNS.join(", ")}\n`);
  process.exitCode = 2;
} else {
  await import(file.href);
}
