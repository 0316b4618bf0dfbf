// npm run campaign -- behaviour --against FOLDER: whether this build does what the build in another checkout does.
//
// Both read a corpus of mapping files and random texts through the command and the language server; every verdict, finding, hover,
// completion, fix, formatted text and compiled file is compared; `record-command.mjs` and `record-server.mjs` list what is asked, and what is
// not. For changes of structure, which must change nothing.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "../scripts/step.mjs";
import { compare } from "./behaviour/compare.mjs";
import { writeCorpus } from "./behaviour/corpus.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const { values } = parseArgs({
  options: {
    against: { type: "string" },
    conformance: { type: "string" },
    texts: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
  },
});
if (values.against === undefined)
  throw new Error("--against FOLDER names the checkout to compare with, which must be built");

const folder = mkdtempSync(join(tmpdir(), "responses-behaviour-"));
try {
  const corpus = join(folder, "corpus");
  mkdirSync(corpus);
  const files = await writeCorpus({
    root,
    folder: corpus,
    conformance: values.conformance === undefined ? null : resolve(values.conformance),
    texts: Number(values.texts),
    seed: Number(values.seed),
  });
  process.stdout.write(`${files.length} files, seed ${values.seed}\n`);
  const builds = { before: resolve(values.against), after: root };
  const recorded = await Promise.all(Object.entries(builds).map(([name, build]) => record(name, build)));
  for (const { succeeded, output } of recorded) if (!succeeded) throw new Error(output);
  const { answers, differences, more } = compare(join(folder, "before"), join(folder, "after"));
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  if (more > 0) process.stdout.write(`and ${more} more\n`);
  process.stdout.write(`${answers} answers compared, ${differences.length + more} differ\n`);
  // Two builds that answer nothing would agree.
  process.exitCode = answers > 0 && differences.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name @param {string} build */
function record(name, build) {
  const command = join(build, "packages/cli/dist/responses.mjs");
  const work = join(folder, `work-${name}`);
  mkdirSync(work);
  const recorder = fileURLToPath(new URL("behaviour/record.mjs", import.meta.url));
  return run(
    [process.execPath, recorder, command, join(folder, "corpus"), work, join(folder, name)]
      .map((part) => `"${part}"`)
      .join(" "),
  );
}
