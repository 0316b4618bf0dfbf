import { spawn } from "node:child_process";
import { chmodSync, lstatSync, openSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const CLEAN = 'success exact "lead sold"\nexample "lead sold" is success\n';
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

  test.each([
    ["a tab", '\treject\tkeywrod "x"', ['    reject  keywrod "x"', "            ^^^^^^^"]],
    [
      "wide characters",
      'reject keyword "漢字" nto',
      ['reject keyword "漢字" nto', "                      ^^^"],
    ],
    [
      "emoji",
      'reject keyword "😀👩‍👩‍👧" nto',
      ['reject keyword "😀👩‍👩‍👧" nto', "                      ^^^"],
    ],
    [
      "composed accents",
      'reject keyword "e\u0301e\u0301" nto',
      ['reject keyword "e\u0301e\u0301" nto', "                    ^^^"],
    ],
    [
      "what is not shown",
      'reject keyword "\u200b" nto',
      ['reject keyword "\\u{200B}" nto', "                          ^^^"],
    ],
    [
      "a range of wide characters",
      'reject keyword "a", "漢字',
      ['reject keyword "a", "漢字', "                    ^^^^^"],
    ],
    ["the end of the line", "reject keyword", ["reject keyword", "       ^^^^^^^"]],
  ])("carets stand below the right characters after %s", async (_name, line, frame) => {
    const { stdout } = await run(["check", "-"], { stdin: `${line}\n` });
    const shown = stdout.split("\n").flatMap((text) => /^ {2}[1 ] \| (.*)$/.exec(text)?.[1] ?? []);
    expect(shown).toEqual(frame);
  });

  test("of a long line only what stands around the range is shown, the carets below it", async () => {
    const long = "漢x".repeat(1000);
    const { stdout } = await run(["check", "-"], { stdin: `reject keyword "${long}" nto "${long}"\n` });
    const [, , line = "", carets = ""] = stdout.split("\n");
    expect(line).toMatch(/^ {2}1 \| ….*" nto ".*…$/);
    expect([line.length, carets.length].every((length) => length <= 120)).toBe(true);
    // Each of the wide characters takes two columns.
    const before = line.slice(0, line.indexOf("nto"));
    expect(carets).toBe(`    | ${" ".repeat(before.length - 6 + before.split("漢").length - 1)}^^^`);
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
    ["an error", { "a.responses": BROKEN }, ["check"], 1, "errors must be fixed"],
    [
      "a failing example",
      { "a.responses": `${CLEAN}example "x" is success\n` },
      ["check"],
      1,
      "errors must be fixed",
    ],
    ["no file", {}, ["check"], 2, "nothing to do"],
    ["no file, accepted", {}, ["check", "--allow-empty"], 0, "--allow-empty"],
    ["a missing file", { "a.responses": CLEAN }, ["check", "b.responses"], 2, "what was named is not there"],
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
      summary: { files: 1, errors: 1, warnings: 0, hints: 0, fixed: 0, baselined: 0 },
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
      problems: [],
    });
    expect(lastLine(stderr)).toContain("exit code 1");
  });

  test("a response that the sentence shows is not shown again, and the gravest finding's page is named", async () => {
    const stdin = `success keyword "is_valid"\nreject status 400 as A\nexample 400 '{"a":1}' is error\n`;
    const lines = (await run(["check", "-"], { stdin })).stdout.split("\n");
    const told = lines.filter((line) => line.includes('{"is_valid":false}') || line.includes("for example"));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^ {2}"is_valid" is a name that systems give to a field/);
    expect(lines.at(-3)).toBe("responses explain example-fails says more about this finding");
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

  test("a file that can't be read ends with 2, and the others are checked all the same", async () => {
    const cwd = folderWith({ "a.responses": BROKEN });
    symlinkSync("circle.responses", join(cwd, "circle.responses"));
    const { stdout, stderr, exitCode } = await run(["check", ".", "gone.responses"], { cwd });
    expect(exitCode).toBe(2);
    expect(stdout).toContain("a.responses:1:9 error syntax");
    expect(stderr).toContain("error: cannot read circle.responses: its symbolic links lead in a circle");
    expect(stderr).toContain("error: there is no file or folder gone.responses");
    expect(lastLine(stdout)).toMatch(/^checked 1 file .*exit code 2: 2 things could not be read/);
  });

  test("a folder may be named like a mapping file, and a link may lead nowhere", async () => {
    const cwd = folderWith({ "x.responses/y.responses": CLEAN, "a.responses": 'include "x.responses"\n' });
    symlinkSync("nowhere", join(cwd, ".#a.responses"));
    const { stdout, stderr, exitCode } = await run(["check"], { cwd });
    expect([exitCode, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("a.responses:1:9 error include-missing");
    expect(lastLine(stdout)).toMatch(/^checked 2 files .*found 1 error/);
  });

  test("each file is checked once, whatever names lead to it, and each finding shown once", async () => {
    const cwd = folderWith({ "a.responses": BROKEN, "sub/b.responses": 'include "../a.responses"\n' });
    symlinkSync("a.responses", join(cwd, "link.responses"));
    const { stdout } = await run(["check", "sub", "link.responses", "./a.responses", "."], { cwd });
    expect(stdout.match(/error syntax/g)).toHaveLength(1);
    expect(lastLine(stdout)).toMatch(/^checked 2 files/);
  });

  test("an ignored file is checked when it is named", async () => {
    const files = { "a.responses": BROKEN, "responses.config.json": '{ "ignore": ["a.responses"] }' };
    const cwd = folderWith(files);
    expect((await run(["check"], { cwd })).exitCode).toBe(2);
    expect((await run(["check", "*.responses"], { cwd })).exitCode).toBe(2);
    expect((await run(["check", "a.responses"], { cwd })).exitCode).toBe(1);
  });

  test("the nearest project file holds, also for an included file's findings", async () => {
    const cwd = folderWith({
      "a.responses": `include "sub/b.responses"\ninclude "sub/b.responses"\n`,
      "sub/b.responses": 'include "c.responses"\ninclude "c.responses"\n',
      "sub/c.responses": CLEAN,
      "responses.config.json": '{ "severity": { "include-twice": "error" } }',
      "sub/responses.config.json": '{ "severity": { "include-twice": "hint" } }',
    });
    const { stdout } = await run(["check", "a.responses"], { cwd });
    expect(stdout).toContain("a.responses:2:9 error include-twice");
    expect(stdout).toContain("sub/b.responses:2:9 hint include-twice");
  });

  test("--fix leaves alone what may mean something else", async () => {
    const text = `success result exact "accepted"
reject reason keyword "dup"
success word ok"
success exact accepted" as Sold
success json $.result" exact "accepted"
example HTTP/1.1 200 OK "accepted" is success
example 200 OK "accepted" is success
example 200 OK {"result":"accepted"} is success
success exact /accepted.*/
reject keyword "a" as json reason
capture price, lead_id from json "$.price"
example 200 ‘{“result”:“accepted”}’ is success
success split part 1 exact "1"
reject as json "$.reason"
success json result accepted
`;
    const cwd = folderWith({ "a.responses": text });
    const { stdout, exitCode } = await run(["check", "--fix"], { cwd });
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(text);
    expect(stdout).not.toContain("responses check --fix makes it");
    expect(exitCode).toBe(1);
  });

  test("--fix leaves included files alone, keeps links, and leaves nothing behind", async () => {
    const cwd = folderWith({
      "real.responses": BROKEN,
      "sub/a.responses": 'include "b.responses"\nreject keywrod "x" as X\n',
      "sub/b.responses": BROKEN,
    });
    symlinkSync("real.responses", join(cwd, "link.responses"));
    const { stdout } = await run(["check", "--fix", "link.responses", "sub/a.responses"], { cwd });
    expect(lastLine(stdout)).toMatch(/^2 fixes made in 2 files; checked 2 files/);
    expect(lstatSync(join(cwd, "link.responses")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "real.responses"), "utf8")).toBe(FIXED);
    expect(readFileSync(join(cwd, "sub/a.responses"), "utf8")).toContain('reject keyword "x" as X');
    expect(readFileSync(join(cwd, "sub/b.responses"), "utf8")).toBe(BROKEN);
    expect(readdirSync(cwd).sort()).toEqual(["link.responses", "real.responses", "sub"]);
  });

  test("--fix leaves bytes that are no text as they are", async () => {
    const bytes = Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xff, 0x0a])]);
    const cwd = folderWith({ "a.responses": bytes });
    expect((await run(["check", "--fix"], { cwd })).exitCode).toBe(1);
    expect(readFileSync(join(cwd, "a.responses")).equals(bytes)).toBe(true);
  });

  test("a finding that is switched off is not fixed either", async () => {
    const text = 'include "b.responses"\ninclude "b.responses"\n';
    const cwd = folderWith({
      "a.responses": text,
      "b.responses": CLEAN,
      "responses.config.json": '{ "severity": { "include-twice": "off" } }',
    });
    const { stdout } = await run(["check", "--fix"], { cwd });
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(text);
    expect(stdout).not.toContain("include-twice");
  });

  test("names of files and control characters in them cannot write to the terminal", async () => {
    const name = "a\u001b[31m\u009b\n.responses";
    const cwd = folderWith({ [name]: 'reject keyword "\u009b31m\u202e" and keywrod "x" as X\n' });
    for (const args of [
      ["check"],
      ["check", "--format", "json"],
      ["test", "--format", "junit"],
      ["check", "b\u001b"],
    ]) {
      const { stdout, stderr } = await run(args, { cwd });
      for (const character of ["\u001b", "\u009b", "\u202e"])
        expect(stdout + stderr).not.toContain(character);
    }
    const { findings } = JSON.parse((await run(["check", "--format", "json"], { cwd })).stdout);
    expect(findings[0].file).toBe(name);
  });

  test("standard input that is a folder is refused", async () => {
    const folder = openSync(folderWith({}), "r");
    const child = spawn(process.execPath, [COMMAND, "check", "-"], { stdio: [folder, "ignore", "pipe"] });
    let stderr = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect([exitCode, stderr.split("\n")[0]]).toEqual([
      2,
      "error: cannot read standard input: it is a folder",
    ]);
  });
});
