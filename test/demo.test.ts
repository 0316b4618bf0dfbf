import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/* `npm run demo`, but for its installing and building: run `npm run build` first (`npm test` does). */
test("the demo ends well, with the verdicts that the mapping file states", async () => {
  const script = fileURLToPath(new URL("../scripts/demo.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--built"]);
  expect(stdout).toMatch(/✓ success +200/);
  expect(stdout).toMatch(/✓ reject: Duplicate +400/);
  expect(stdout).toMatch(/^(\d+) of \1 verdicts are those that the file states\.$/m);
});
