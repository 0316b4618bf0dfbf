import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import type { FsFault } from "./failures/fs-fault.js";

/* What somebody saves between the moment in which a command reads a mapping and that in which it writes it stays. */

const FAIL_FS = new URL("failures/fail-fs.mjs", import.meta.url).href;

const CHANGED = "cannot write a.responses: it has changed since it was read; run the command again";

interface Edited extends RunResult {
  readonly mapping: string;
  readonly files: readonly string[];
}

/** Runs the command while somebody adds to its mapping just before it writes that, the first time or every time. */
async function edited(
  args: readonly string[],
  mapping: string,
  text: string,
  how: "once" | "always",
): Promise<Edited> {
  const cwd = folderWith({ "a.responses": mapping, answer: "it is sold" });
  const path = join(cwd, "a.responses");
  const fault: FsFault = {
    call: "openSync",
    path: "responses-tmp$",
    how: "edit",
    onward: how === "always",
    edit: { path, text },
  };
  const env = { FAIL_FS: JSON.stringify(fault), NODE_OPTIONS: `--import=${FAIL_FS}` };
  const ran = await run(args, { cwd, env });
  return { ...ran, mapping: readFileSync(path, "utf8"), files: readdirSync(cwd) };
}

describe("example --append", () => {
  const ARGS = ["example", "a.responses", "answer", "--append"];
  const MAPPING = 'reject word "duplicate" as Duplicate\n';

  test("reads the mapping again, and gives the verdict of what stands there then", async () => {
    const { exitCode, mapping } = await edited(ARGS, MAPPING, 'success word "sold"\n', "once");
    const expected = `${MAPPING}success word "sold"\n\nexample "it is sold" is success\n`;
    expect([exitCode, mapping]).toEqual([0, expected]);
  });

  test("adds nothing to one that keeps changing, and says so", async () => {
    const { exitCode, stderr, mapping, files } = await edited(ARGS, MAPPING, "# More.\n", "always");
    expect(exitCode).toBe(2);
    expect(stderr).toContain(CHANGED);
    expect(mapping).toMatch(/^reject word "duplicate" as Duplicate\n(?:# More\.\n)+$/);
    expect(files).toEqual(["a.responses", "answer"]);
  });
});

test.each([
  ["fmt", ["fmt", "a.responses"], 'success   word "sold"\n'],
  ["check --fix", ["check", "--fix", "a.responses"], 'success contains "sold"\n'],
])("%s leaves a file that has changed as it is, and says so", async (_, args, before) => {
  const { exitCode, stdout, stderr, mapping, files } = await edited(args, before, "# More.\n", "once");
  expect(exitCode).toBe(2);
  expect(stdout + stderr).toContain(CHANGED);
  expect(mapping).toBe(`${before}# More.\n`);
  expect(files).toEqual(["a.responses", "answer"]);
});
