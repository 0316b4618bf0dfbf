import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

/* What commands write is not written through a link in its place: it can come with somebody else's change, and lead anywhere. */

const ACME = 'success keyword "sold" as Sold\n';

const ended = ({ stderr, exitCode }: RunResult): readonly unknown[] => [stderr, exitCode];

describe.skipIf(process.platform === "win32")("a symbolic link in an output's place", () => {
  /** What `compile` writes for it. */
  const compiled = async () => {
    const cwd = folderWith({ "a.responses": ACME });
    await run(["compile"], { cwd });
    return readFileSync(join(cwd, "a.responses.mjs"), "utf8");
  };
  const told = (path: string) =>
    `error: cannot write ${path}: it is a symbolic link; remove it, or give --force to replace what it leads to\n`;

  test.each<[string, string, string | null]>([
    ["a file that was compiled", "old/a.mjs", "generated"],
    ["a file that was written by hand", "old/a.mjs", "export const mine = 1;\n"],
    ["an empty file outside the project", "../elsewhere/file", ""],
    ["nothing, outside the project", "../elsewhere/nothing", null],
  ])("that leads to %s", async (_, target, content) => {
    const held = content === "generated" ? (await compiled()).replace('"a', '"b') : content;
    const root = folderWith({ "project/a.responses": ACME, "project/old/x": "", "elsewhere/x": "" });
    const cwd = join(root, "project");
    if (held !== null) writeFileSync(join(cwd, target), held);
    for (const name of ["a.responses.mjs", "a.responses.d.mts"]) {
      symlinkSync(target, join(cwd, name));
      expect(ended(await run(["compile"], { cwd }))).toEqual([told(name), 2]);
      expect(existsSync(join(cwd, target)) ? readFileSync(join(cwd, target), "utf8") : null).toBe(held);
      rmSync(join(cwd, name));
    }
    symlinkSync(target, join(cwd, "a.responses.mjs"));
    expect((await run(["compile", "--force"], { cwd })).exitCode).toBe(0);
    // What leads nowhere gives its place to the module.
    expect(lstatSync(join(cwd, "a.responses.mjs")).isSymbolicLink()).toBe(held !== null);
    expect(existsSync(join(cwd, target))).toBe(held !== null);
    expect(readFileSync(join(cwd, "a.responses.mjs"), "utf8")).toBe(await compiled());
  });

  test("that leads to what is to be written is left alone", async () => {
    const cwd = folderWith({ "a.responses": ACME, "old/a.mjs": await compiled() });
    symlinkSync("old/a.mjs", join(cwd, "a.responses.mjs"));
    expect((await run(["compile"], { cwd })).exitCode).toBe(0);
    expect(lstatSync(join(cwd, "a.responses.mjs")).isSymbolicLink()).toBe(true);
  });

  test("of declarations, which know no --force", async () => {
    const cwd = folderWith({ "a.responses": ACME });
    symlinkSync("nothing", join(cwd, "a.d.responses.ts"));
    expect(ended(await run(["types"], { cwd }))).toEqual([
      "error: cannot write a.d.responses.ts: it is a symbolic link; remove it\n",
      2,
    ]);
    expect(existsSync(join(cwd, "nothing"))).toBe(false);
  });
});
