import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import type { FsFault } from "./failures/fs-fault.js";

/* A module and its declarations belong together: where the second cannot be put into its place, the first is again what it was. */

const FAIL_FS = new URL("failures/fail-fs.mjs", import.meta.url).href;
const MAPPING = "a.responses";

function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Compiles while putting the second file into its place fails, from then on or once. */
function compileWithFault(cwd: string, onward: boolean) {
  const fault: FsFault = { call: "renameSync", path: "responses-tmp$", nth: 2, onward, how: "EBUSY" };
  const env = { FAIL_FS: JSON.stringify(fault), NODE_OPTIONS: `--import=${FAIL_FS}` };
  return run(["compile", MAPPING], { cwd, env });
}

describe("where the declarations cannot be put into their place", () => {
  test("the module is what it was", async () => {
    const cwd = folderWith({ [MAPPING]: "success status 202\n" });
    await run(["compile", MAPPING], { cwd });
    // Another label, so that both files are others.
    writeFileSync(join(cwd, MAPPING), 'success status 201\nreject keyword "no" as No\n');
    const before = filesIn(cwd);
    expect([...before.keys()]).toEqual([MAPPING, "a.responses.d.mts", "a.responses.mjs"]);
    const { exitCode, stderr } = await compileWithFault(cwd, false);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("something else uses it")]);
    expect(filesIn(cwd)).toEqual(before);
  });

  test("a module that was not there is not there", async () => {
    const cwd = folderWith({ [MAPPING]: "success status 201\n" });
    expect((await compileWithFault(cwd, false)).exitCode).toBe(2);
    expect([...filesIn(cwd).keys()]).toEqual([MAPPING]);
  });

  test("and the module not put back either, the message names it", async () => {
    const cwd = folderWith({ [MAPPING]: "success status 202\n" });
    await run(["compile", MAPPING], { cwd });
    writeFileSync(join(cwd, MAPPING), 'success status 201\nreject keyword "no" as No\n');
    const { exitCode, stderr } = await compileWithFault(cwd, true);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(
        /what belongs to it is written already and could not be put back: a\.responses\.(?:d\.mts|mjs)/,
      ),
    ]);
    expect([...filesIn(cwd).keys()]).toEqual([MAPPING, "a.responses.d.mts", "a.responses.mjs"]);
  });
});
