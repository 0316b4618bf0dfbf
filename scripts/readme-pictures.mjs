// `node scripts/readme-pictures.mjs`: makes the pictures in the readme of the extension from those that the last
// end-to-end run has left, small enough to travel with it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFewColours } from "./palette-png.mjs";
import { root } from "./step.mjs";

const COLOURS = 96;

/** The readme's pictures, and which of the run's each is. */
const PICTURES = {
  "completion.png": "completion-path.png",
  "findings.png": "findings.png",
  "hover.png": "hover.png",
  "tests.png": "tests.png",
};

const from = join(root, "packages/vscode-extension/e2e/artefacts");
const to = join(root, "packages/vscode-extension/images");

mkdirSync(to, { recursive: true });
for (const [name, taken] of Object.entries(PICTURES)) {
  const small = withFewColours(readFileSync(join(from, taken)), COLOURS);
  writeFileSync(join(to, name), small);
  process.stdout.write(`${name}: ${(small.length / 1000).toFixed(0)} kB\n`);
}
