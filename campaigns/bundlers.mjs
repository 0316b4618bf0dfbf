// npm run campaign -- bundlers [--list] [NAME …]: packages/build in every tool and every way, which takes minutes.
//
// With names only the files of tests that have one of them in theirs; --list says which files that are, and runs nothing.
// packages/build/e2e/README.md tells more.

import { parseArgs } from "node:util";
import { listCampaign, runBundlers } from "../scripts/bundlers.mjs";
import { run, step } from "../scripts/step.mjs";

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "boolean", default: false } },
});
// They become part of a command line.
const areNames = names.every((name) => /^\w[\w.-]*$/.test(name));
const files = areNames ? await listCampaign(names) : [];
if (files.length === 0) {
  process.stderr.write(`no file of the campaign has in its name: ${names.join(", ")}; --list shows all\n`);
  process.exitCode = 2;
} else if (values.list) {
  process.stdout.write(`${files.join("\n")}\n`);
} else {
  const isBuilt = await step("building", () => run("npm run --silent build"));
  const { passed, failed } = isBuilt
    ? await runBundlers({ withCampaign: true, names })
    : { passed: 0, failed: 1 };
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
