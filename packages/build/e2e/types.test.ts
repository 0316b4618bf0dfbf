import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HERE, toolFile } from "./support/places.js";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";

/*
 * The types of the doors fit those of the tools, as both compilers see it: types/TOOL.ts.
 */

test.for([
  ["5.9", "typescript-5/lib/tsc.js"],
  ["7", "typescript/bin/tsc"],
] as const)("TypeScript %s accepts the doors where the tools want them", async ([version, compiler]) => {
  const { folder } = new Project(`types-${version}`);
  cpSync(join(HERE, "types"), folder, { recursive: true });
  const { output, code } = await run([process.execPath, toolFile(compiler), "-p", "."], folder);
  expect(output).toBe("");
  expect(code).toBe(0);
});
