import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const UNTIDY = 'success   word "sold"   # yes\n\n\n\nreject keyword "a" as A\n';
const TIDY = 'success word "sold"  # yes\n\nreject keyword "a" as A\n';

describe("responses fmt", () => {
  test("formats files in place, and a second time changes nothing", async () => {
    const cwd = folderWith({ "a.responses": UNTIDY, "b.responses": TIDY });
    const first = await run(["fmt"], { cwd });
    expect([first.exitCode, first.stdout]).toEqual([
      0,
      "formatted a.responses\nread 2 files, formatted 1; exit code 0: all is well\n",
    ]);
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(TIDY);
    expect((await run(["fmt", "--check"], { cwd })).exitCode).toBe(0);
  });

  test("--check changes nothing and names what would change", async () => {
    const cwd = folderWith({ "a.responses": UNTIDY });
    const { exitCode, stdout } = await run(["fmt", "--check"], { cwd });
    expect([exitCode, stdout.split("\n")[0]]).toEqual([1, "would change a.responses"]);
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(UNTIDY);
  });

  test("- goes from standard input to standard output", async () => {
    const { stdout, exitCode } = await run(["fmt", "-"], { stdin: UNTIDY });
    expect([exitCode, stdout]).toEqual([0, TIDY]);
  });

  test("--check of standard input says by its exit code and a name what it found", async () => {
    const untidy = await run(["fmt", "--check", "-", "--stdin-filename", "a.responses"], { stdin: UNTIDY });
    expect([untidy.exitCode, untidy.stdout.split("\n")[0]]).toEqual([1, "would change a.responses"]);
    expect((await run(["fmt", "--check", "-"], { stdin: TIDY })).exitCode).toBe(0);
  });

  test("has nothing to do where there is no file", async () => {
    const cwd = folderWith({});
    expect((await run(["fmt"], { cwd })).exitCode).toBe(2);
    expect((await run(["fmt", "--allow-empty"], { cwd })).exitCode).toBe(0);
  });

  test.each([
    [
      "a text in which no statement begins",
      "hello world\n",
      "cannot read a.responses as a mapping file: no statement begins in it",
    ],
    [
      "text before the first statement",
      'hello\nsuccess word "sold"\n',
      "cannot read what comes before the first statement of a.responses",
    ],
    ["a broken statement", "success statsu 3\n", "cannot read 1 statement of a.responses"],
  ])("says that it cannot read %s, and leaves it", async (_name, text, says) => {
    const cwd = folderWith({ "a.responses": text });
    const { exitCode, stdout } = await run(["fmt"], { cwd });
    expect([exitCode, stdout.split("\n")[0]]).toEqual([1, says]);
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(text);
  });

  test("leaves bytes that are no text alone", async () => {
    const bytes = Buffer.from('success   word "caf\xe9"\n', "latin1");
    const cwd = folderWith({ "a.responses": bytes });
    const { exitCode, stderr } = await run(["fmt"], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("cannot format a.responses");
    expect(readFileSync(join(cwd, "a.responses")).equals(bytes)).toBe(true);
  });
});
