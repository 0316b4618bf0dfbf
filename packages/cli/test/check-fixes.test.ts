import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../src/report/unified-diff.js";

const read = (cwd: string, path = "a.responses"): string => readFileSync(join(cwd, path), "utf8");
const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

const FAULTY = 'success keywrod "sold"\nreject  status 4XX\n';
const FIXED = 'success keyword "sold"\nreject  status 4xx\n';

describe("check --fix", () => {
  test("lists what it did, as text and as data", async () => {
    const text = await run(["check", "--fix"], { cwd: folderWith({ "a.responses": FAULTY }) });
    expect(text.stdout.split("\n").slice(0, 3)).toEqual([
      "fixed a.responses:1 syntax Write keyword",
      "fixed a.responses:2 invalid-number Write 4xx",
      "",
    ]);
    expect(lastLine(text.stdout)).toMatch(/^2 fixes made in 1 file; /);
    const data = await run(["check", "--fix", "--format", "json"], {
      cwd: folderWith({ "a.responses": FAULTY }),
    });
    expect(JSON.parse(data.stdout)).toMatchObject({
      summary: { fixed: 2 },
      fixed: [
        { file: "a.responses", line: 1, name: "syntax", title: "Write keyword", kind: "automatic" },
        { file: "a.responses", line: 2, name: "invalid-number", title: "Write 4xx", kind: "automatic" },
      ],
    });
  });
});

describe("--diff", () => {
  test("of check shows what --fix would make, writes nothing, and is what git apply makes", async () => {
    const cwd = folderWith({ "sub/a.responses": FAULTY, "b.responses": 'success exact "x"\n' });
    const { exitCode, stdout, stderr } = await run(["check", "--diff"], { cwd });
    expect(stdout).toBe(
      `--- a/sub/a.responses\n+++ b/sub/a.responses\n@@ -1,2 +1,2 @@\n${FAULTY.replace(/^/gm, "-").slice(0, -1)}${FIXED.replace(/^/gm, "+").slice(0, -1)}`,
    );
    expect(stderr).toContain("would fix sub/a.responses:1 syntax Write keyword\n");
    expect(lastLine(stderr)).toBe(
      "2 fixes to make in 1 file; read 2 files, wrote nothing; exit code 1: --fix makes these changes",
    );
    expect(exitCode).toBe(1);
    expect(read(cwd, "sub/a.responses")).toBe(FAULTY);
    execFileSync("git", ["apply", "-"], { cwd, input: stdout });
    expect(read(cwd, "sub/a.responses")).toBe(FIXED);
    expect((await run(["check", "--diff"], { cwd })).exitCode).toBe(0);
  });

  test("of fmt shows what it would lay out, down to a line end that is missing", async () => {
    const untidy = 'success   word "sold"';
    const cwd = folderWith({ "a.responses": untidy });
    const { exitCode, stdout, stderr } = await run(["fmt", "--diff"], { cwd });
    expect(stdout).toBe(
      `--- a/a.responses\n+++ b/a.responses\n@@ -1,1 +1,1 @@\n-${untidy}\n\\ No newline at end of file\n+success word "sold"\n`,
    );
    expect(lastLine(stderr)).toContain("1 would change; exit code 1");
    expect([exitCode, read(cwd)]).toEqual([1, untidy]);
    execFileSync("git", ["apply", "-"], { cwd, input: stdout });
    expect(read(cwd)).toBe('success word "sold"\n');
  });

  const NOTE =
    /^note: the diff is to look at, and git apply cannot take it: .*; (check --fix|fmt) without --diff makes the changes$/gm;

  test.each([
    ["a command of Azure's runner in a line that changes", ' as "##vso[x]"', "\\u{23}#vso[x]"],
    [
      "a command of GitHub's in a line beside it",
      `\nexample """\n ::error::x\n""" is unmapped`,
      "\n  \\u{3A}:error::x",
    ],
    ["an escape of terminals", ' as "a\u001b[2J"', "\\u{1B}[2J"],
    [
      "a line that begins behind a lone carriage return",
      `\nexample """a\r::error::x""" is unmapped`,
      "\\r::error",
    ],
  ])("with %s does not apply, and one note says so", async (_, more, shown) => {
    const text = `success   json "$.no-match" exact "a"${more}\n`;
    for (const [command, ...options] of [["fmt"], ["check", "--fix"]] as const) {
      const cwd = folderWith({ "a.responses": text, "b.responses": text });
      const { stdout, stderr } = await run([command, ...options, "--diff"], { cwd });
      expect(stdout).toContain(shown);
      expect(stderr.match(NOTE)).toEqual([
        expect.stringContaining(`; ${[command, ...options].join(" ")} without`),
      ]);
      expect(() => execFileSync("git", ["apply", "-"], { cwd, input: stdout, stdio: "pipe" })).toThrow();
    }
  });

  test("with tabs, emoji and carriage returns at line ends applies, and there is no note", async () => {
    const cwd = folderWith({ "a.responses": 'success keywrod "❤\ufe0f\t\u200b" # a::b\r\n' });
    const { stdout, stderr } = await run(["check", "--fix", "--diff"], { cwd });
    expect(stderr).not.toMatch(NOTE);
    execFileSync("git", ["apply", "-"], { cwd, input: stdout });
    expect(read(cwd)).toBe('success keyword "❤\ufe0f\t\u200b" # a::b\r\n');
  });

  test.each([[["--format", "json"]], [["--gaps"]], [["--watch"]]])("refuses %s", async (more) => {
    const cwd = folderWith({ "a.responses": FAULTY });
    const { exitCode, stderr } = await run(["check", "--diff", ...more], { cwd });
    expect([exitCode, stderr.split("\n")[0]]).toEqual([
      2,
      `error: ${more[0]} cannot be combined with --diff, which only shows fixes`,
    ]);
  });

  test("of random texts is what git apply makes of one to get the other", () => {
    const text = fc
      .tuple(fc.array(fc.constantFrom("", "a", "b", "c"), { maxLength: 30 }), fc.constantFrom("", "\n"))
      .map(([lines, end]) => `${lines.join("\n")}${end}`);
    const becomes = (before: string, after: string): void => {
      const cwd = folderWith({ f: before });
      const diff = unifiedDiff("f", before, after);
      if (diff.length > 0) execFileSync("git", ["apply", "-"], { cwd, input: `${diff.join("\n")}\n` });
      expect(readFileSync(join(cwd, "f"), "utf8")).toBe(after);
    };
    fc.assert(
      fc.property(text, text, (before, after) => {
        // A file that holds nothing is one that is not there, to git.
        becomes(`x\n${before}`, `x\n${after}`);
      }),
      randomRuns(30),
    );
  });
});

describe("--suggested", () => {
  const RULES = 'success keyword "valid"\nreject  keyword "w1" as A\nreject  keyword "w2" as B\n';

  test("makes the one suggestion of a finding, and shows a response that gets another verdict by it", async () => {
    const cwd = folderWith({ "a.responses": RULES });
    const { stdout } = await run(["check", "--fix", "--suggested", "open-ended-number:3"], { cwd });
    expect(stdout).toContain('fixed a.responses:3 open-ended-number Write word "w2" (a suggestion)\n');
    expect(stdout).toMatch(/^ {2}a\.responses: this changes the meaning: .* was reject B and is \w+ now$/m);
    expect(read(cwd)).toBe(RULES.replace('keyword "w2"', 'word "w2"'));
  });

  test("of all lines makes all, and with --diff writes nothing", async () => {
    const cwd = folderWith({ "a.responses": RULES });
    const shown = await run(["check", "--diff", "--suggested", "open-ended-number"], { cwd });
    expect(shown.stdout.match(/^\+reject/gm)).toHaveLength(2);
    expect(read(cwd)).toBe(RULES);
    await run(["check", "--fix", "--suggested", "open-ended-number"], { cwd });
    expect(read(cwd)).toBe(RULES.replaceAll('keyword "w', 'word "w'));
  });

  const AMBIGUOUS = 'success keyword "Matched"\nerror   keyword "Error"\n';

  test("lists several with numbers, makes none, and makes the one that is chosen", async () => {
    const cwd = folderWith({ "a.responses": AMBIGUOUS });
    const asked = await run(["check", "--fix", "--suggested", "success-before-reject"], { cwd });
    expect(asked.stdout).toContain(
      "choose for a.responses:1 success-before-reject, by responses check --fix --suggested success-before-reject:1 --choice N:\n",
    );
    expect(asked.stdout).toMatch(/^ {2}1 {2}.+\n {2}2 {2}.+$/m);
    expect(lastLine(asked.stdout)).toContain(
      "exit code 1: a finding has several suggestions; --choice N says which",
    );
    expect([asked.exitCode, read(cwd)]).toEqual([1, AMBIGUOUS]);
    await run(["check", "--fix", "--suggested", "success-before-reject", "--choice", "1"], { cwd });
    expect(read(cwd)).toBe('error   keyword "Error"\nsuccess keyword "Matched"\n');
  });

  test.each([
    ["a name that is no finding", ["--fix", "--suggested", "nope"], /It must be the name of a finding/],
    [
      "a line without it",
      ["--fix", "--suggested", "open-ended-number:1"],
      /there is no finding open-ended-number in line 1 with a suggestion/,
    ],
    ["no --fix", ["--suggested", "open-ended-number"], /give --fix, too, or --diff to see it first/],
    [
      "a choice of nothing",
      ["--fix", "--choice", "1"],
      /--choice is for the suggestions of --suggested NAME/,
    ],
  ])("refuses %s", async (_name, args, says) => {
    const { exitCode, stdout, stderr } = await run(["check", ...args], {
      cwd: folderWith({ "a.responses": RULES }),
    });
    expect(stdout + stderr).toMatch(says);
    expect(exitCode).toBe(2);
  });
});
