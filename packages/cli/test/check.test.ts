import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run } from "./support/cli.js";

const CLEAN = 'success word "sold"\nexample "lead sold" is success\n';
const WARNED = 'success keyword "valid"\nexample "valid" is success\n';
const BROKEN = 'success keywrod "valid lead"\n';
const FIXED = 'success keyword "valid lead"\n';

const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

describe("responses check", () => {
  test("underlines the very characters, whatever stands before them", async () => {
    const cwd = folderWith({
      "a.responses": '\treject keyword "é😀漢"\t  as A\nreject keywrod "x" as B # \u001b[31m\n',
    });
    const { stdout, exitCode } = await run(["check", "a.responses"], { cwd });
    expect(exitCode).toBe(1);
    const lines = stdout.split("\n");
    const at = lines.findIndex((line) => line.includes("reject keywrod"));
    const caret = lines[at + 1] ?? "";
    expect(caret.trimEnd().endsWith("^^^^^^^")).toBe(true);
    expect(caret.indexOf("^")).toBe((lines[at] ?? "").indexOf("keywrod"));
    expect(stdout).toContain("a.responses:2:8 error syntax");
    expect(stdout).toContain('"keywrod" is not a way to match; did you mean keyword?');
    expect(stdout).not.toContain("\u001b");
  });

  test.each<[string, Record<string, string>, readonly string[], number, string]>([
    ["nothing wrong", { "a.responses": CLEAN }, ["check"], 0, "all is well"],
    ["a warning", { "a.responses": WARNED }, ["check"], 0, "no errors"],
    [
      "more warnings than allowed",
      { "a.responses": WARNED },
      ["check", "--max-warnings", "0"],
      1,
      "--max-warnings",
    ],
    [
      "as many warnings as allowed",
      { "a.responses": WARNED },
      ["check", "--max-warnings", "5"],
      0,
      "no errors",
    ],
    [
      "hints never count",
      { "a.responses": "success status 201\n" },
      ["check", "--max-warnings", "0"],
      0,
      "no errors",
    ],
    ["an error", { "a.responses": BROKEN }, ["check"], 1, "errors must be mended"],
    [
      "a failing example",
      { "a.responses": `${CLEAN}example "x" is success\n` },
      ["check"],
      1,
      "errors must be mended",
    ],
    ["no file", {}, ["check"], 2, "nothing to do"],
    ["no file, accepted", {}, ["check", "--allow-empty"], 0, "--allow-empty"],
    ["a missing file", { "a.responses": CLEAN }, ["check", "b.responses"], 2, "could not be read"],
    ["a folder without mappings", { "sub/x.txt": "" }, ["check", "sub"], 2, "nothing to do"],
  ])("%s", async (_name, files, args, exitCode, why) => {
    const result = await run(args, { cwd: folderWith(files) });
    expect([result.exitCode, lastLine(result.stdout)]).toEqual([exitCode, expect.stringContaining(why)]);
    expect(lastLine(result.stdout)).toContain(`exit code ${exitCode}`);
  });

  test.each([
    [["check", "--nonsense"]],
    [["chekc"]],
    [["check", "--max-warnings", "x"]],
    [["check", "--format", "xml"]],
    [["check", "-", "--fix"]],
  ])("wrong use ends with 2: %j", async (args) => {
    const { exitCode, stderr } = await run(args, { cwd: folderWith({ "a.responses": CLEAN }), stdin: CLEAN });
    expect(exitCode).toBe(2);
    expect(stderr).not.toBe("");
  });

  test("looks through folders and globs, without node_modules, .git and what the project file ignores", async () => {
    const cwd = folderWith({
      "a.responses": CLEAN,
      "b/c.responses": CLEAN,
      "b/old/d.responses": BROKEN,
      "node_modules/e.responses": BROKEN,
      ".git/f.responses": BROKEN,
      "responses.config.json": '{ "ignore": ["**/old/**"] }',
    });
    expect(lastLine((await run(["check"], { cwd })).stdout)).toMatch(/^checked 2 files/);
    expect(lastLine((await run(["check", "b/*.responses"], { cwd })).stdout)).toMatch(/^checked 1 file/);
  });

  test("reads standard input under a name", async () => {
    const cwd = folderWith({ "sub/common.responses": CLEAN });
    const { stdout, exitCode } = await run(["check", "-", "--stdin-filename", "sub/a.responses"], {
      cwd,
      stdin: 'include "common.responses"\nsuccess keywrod "x"\n',
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("sub/a.responses:2:9 error syntax");
  });

  test("--fix makes the automatic fixes and nothing else: mark, line ends and mode stay", async () => {
    const cwd = folderWith({ "a.responses": `\ufeff${BROKEN.replace("\n", "\r\n")}`, "b.responses": WARNED });
    chmodSync(join(cwd, "a.responses"), 0o640);
    const { stdout } = await run(["check", "--fix"], { cwd });
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(`\ufeff${FIXED.replace("\n", "\r\n")}`);
    expect(statSync(join(cwd, "a.responses")).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(cwd, "b.responses"), "utf8")).toBe(WARNED);
    expect(lastLine(stdout)).toMatch(/^1 fix made in 1 file; checked 2 files/);
  });

  test("an error of an included file is shown once, at its place, and at each include", async () => {
    const cwd = folderWith({
      "a.responses": 'include "common.responses"\n',
      "b.responses": 'include "common.responses"\n',
      "common.responses": BROKEN,
    });
    const { stdout } = await run(["check"], { cwd });
    expect(stdout.match(/common\.responses:1:9 error syntax/g)).toHaveLength(1);
    expect(stdout.match(/error include-broken/g)).toHaveLength(2);
  });

  test("the project file sets severities", async () => {
    const files = { "a.responses": WARNED };
    const severity = (value: string) => ({
      ...files,
      "responses.config.json": `{"severity":{"keyword-inside-word":"${value}","keyword-matches-key":"off"}}`,
    });
    const off = await run(["check"], { cwd: folderWith(severity("off")) });
    expect(off.stdout).not.toContain("keyword-inside-word");
    const error = await run(["check"], { cwd: folderWith(severity("error")) });
    expect(error.exitCode).toBe(1);
    expect(error.stdout).toContain("error keyword-inside-word");
  });

  test.each([
    ['{"severity":{"syntax":"off"}}', "syntax"],
    ['{"severity":{"keyword-inside-wrod":"off"}}', "keyword-inside-word"],
    ['{"severity":{"keyword-inside-word":"loud"}}', "warning"],
    ['{"ignore":"x"}', "ignore"],
    ["{", "responses.config.json"],
  ])("a project file that is wrong is told, with the way out: %s", async (config, told) => {
    const { exitCode, stderr } = await run(["check"], {
      cwd: folderWith({ "a.responses": CLEAN, "responses.config.json": config }),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
  });

  test("--format json prints one object, and the last line goes to standard error", async () => {
    const cwd = folderWith({ "a.responses": `\n${BROKEN}` });
    const { stdout, stderr, exitCode } = await run(["check", "--format", "json"], { cwd });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      summary: { files: 1, errors: 1, warnings: 0, hints: 0, fixed: 0 },
      findings: [
        {
          file: "a.responses",
          line: 2,
          column: 9,
          endLine: 2,
          endColumn: 16,
          name: "syntax",
          severity: "error",
          message: '"keywrod" is not a way to match; did you mean keyword?',
          related: [],
          witness: null,
          fixes: [
            {
              title: "Write keyword",
              kind: "automatic",
              edits: [{ line: 2, column: 9, endLine: 2, endColumn: 16, newText: "keyword" }],
            },
          ],
        },
      ],
    });
    expect(lastLine(stderr)).toContain("exit code 1");
  });

  test("bytes that are no text, and a line of many characters, give a finding and no flood", async () => {
    const cwd = folderWith({
      "latin.responses": Buffer.from('reject keyword "caf\xe9" as A\n', "latin1"),
      "long.responses": `success keyword "${"x".repeat(2_000_000)}" nonsense\n`,
    });
    const { stdout, exitCode } = await run(["check"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("this is not UTF-8; save the file as UTF-8");
    expect(stdout.length).toBeLessThan(5000);
  });

  test("colours only where they are wanted", async () => {
    const cwd = folderWith({ "a.responses": BROKEN });
    expect((await run(["check"], { cwd })).stdout).not.toContain("\u001b");
    expect((await run(["check"], { cwd, env: { NO_COLOR: "", FORCE_COLOR: "1" } })).stdout).toContain(
      "\u001b[31m",
    );
  });
});
