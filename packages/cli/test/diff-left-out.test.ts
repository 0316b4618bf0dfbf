import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* What is not looked at any more: left out by a project file, called otherwise, or gone. None of it hides a sale. */

const A = 'success keyword "sold"\nreject keyword "dup"\n';
const B = 'success keyword "taken"\n';
const IGNORE = '{ "ignore": ["a.responses"] }\n';
const WIDER = A.replace('"sold"', '"sold", "ok"');

const lastOf = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

const repository = (files: Readonly<Record<string, string>> = {}): string =>
  repositoryWith({ "a.responses": A, "b.responses": B, ...files });

const command = async (cwd: string, ...args: readonly string[]) => {
  const { stdout, exitCode } = await run(args, { cwd });
  return { stdout, exitCode, last: lastOf(stdout) };
};

describe("a mapping that a project file leaves out", () => {
  test("from now on is compared all the same, and said to be left out", async () => {
    const cwd = repository();
    writeFiles(cwd, { "a.responses": WIDER, "responses.config.json": IGNORE });
    const { stdout, exitCode, last } = await command(cwd, "diff", "HEAD");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^a\.responses\n {2}left out now by responses\.config\.json/);
    expect(stdout).toContain("  now a sale: unmapped → success\n");
    expect(stdout).toContain('note: responses.config.json changed: ignore has "a.responses" now\n');
    expect(last).toContain(": 1 with other verdicts and 1 the same, of them 1 left out now; ");
    for (const name of ["check", "test"])
      expect((await command(cwd, name)).last).toContain(
        "; 1 file is left out by responses.config.json; exit code",
      );
  });

  test("fails where nothing else differs, unless that is accepted", async () => {
    const cwd = repository();
    writeFiles(cwd, { "responses.config.json": IGNORE });
    expect(await command(cwd, "diff", "HEAD")).toMatchObject({
      exitCode: 1,
      last: expect.stringContaining("exit code 1: mappings are left out now"),
    });
    const accepted = await command(cwd, "diff", "HEAD", "--accept", "drafts");
    expect([accepted.exitCode, accepted.last]).toEqual([
      0,
      expect.stringContaining(": 1 accepted and 1 the same, of them 1 left out now; "),
    ]);
    expect((await command(cwd, "diff", "HEAD")).stdout).toContain(", accepted: drafts\n");
  });

  test("on both sides is no part of what is proved", async () => {
    const cwd = repository({ "responses.config.json": IGNORE });
    writeFiles(cwd, { "a.responses": WIDER });
    const { exitCode, last } = await command(cwd, "diff", "HEAD");
    expect([exitCode, last]).toEqual([
      0,
      expect.stringMatching(
        /; 1 file is left out by responses\.config\.json; exit code 0: no response changes its verdict \(proved\) in what was compared$/,
      ),
    ]);
    const markdown = await command(cwd, "diff", "HEAD", "--format", "markdown");
    expect(markdown.stdout).toContain("**No response changes its verdict (proved) in what was compared.**");
    writeFiles(cwd, { "responses.config.json": "{}\n" });
    const back = await command(cwd, "diff", "HEAD");
    expect(back.stdout).toMatch(/^a\.responses\n {2}left out before by .*\n {2}now a sale/);
  });
});

test("a severity that changes is noted", async () => {
  const cwd = repository();
  writeFiles(cwd, { "responses.config.json": '{ "severity": { "keyword-inside-word": "off" } }\n' });
  expect((await command(cwd, "diff", "HEAD")).stdout).toContain(
    "note: responses.config.json changed: keyword-inside-word is off and was warning\n",
  );
});

describe("a project file that comes between a mapping and the one above it", () => {
  const STRICT =
    '{ "severity": { "keyword-inside-word": "error" }, "baseline": "known.baseline.json", "ignore": ["c.responses"] }\n';
  const NESTED = { "buyers/d.responses": B, "buyers/e.responses": B };

  test("is noted once with what it takes away, and when it goes with what that brings back", async () => {
    const cwd = repository({ "responses.config.json": STRICT, ...NESTED });
    writeFiles(cwd, { "buyers/responses.config.json": "{}\n", "buyers/new.responses": B });
    const notes = (text: string) => text.split("\n").filter((line) => line.startsWith("note:"));
    const { stdout } = await command(cwd, "diff", "HEAD");
    expect(notes(stdout)).toEqual([
      "note: buyers/responses.config.json holds in place of responses.config.json now: keyword-inside-word is warning and was error; it names no baseline any more",
    ]);
    commitAll(cwd);
    rmSync(join(cwd, "buyers/responses.config.json"));
    const back = await command(cwd, "diff", "HEAD");
    expect(notes(back.stdout)).toEqual([
      'note: responses.config.json holds in place of buyers/responses.config.json now: keyword-inside-word is error and was warning; its baseline is "known.baseline.json"',
    ]);
  });

  test("is not noted where it says the same", async () => {
    const cwd = repository({ "responses.config.json": STRICT, ...NESTED });
    writeFiles(cwd, { "buyers/responses.config.json": STRICT.replace("known", "../known") });
    expect((await command(cwd, "diff", "HEAD")).stdout).not.toContain("note:");
  });

  test("is the same file in two folders that are compared", async () => {
    const cwd = repository({ "old/responses.config.json": STRICT, "old/a.responses": A });
    writeFiles(cwd, { "new/responses.config.json": "{}", "new/a.responses": A });
    expect((await command(cwd, "diff", "old", "new")).stdout).toContain(
      'note: new/responses.config.json changed: ignore has "c.responses" no more; keyword-inside-word is warning and was error; it names no baseline any more\n',
    );
  });
});

test.each(["before", "after"])(
  "nothing is gone or new where the project file %s cannot be used",
  async (side) => {
    const cwd = repository(side === "before" ? { "responses.config.json": "{" } : {});
    writeFiles(cwd, { "responses.config.json": side === "before" ? "{}" : "{" });
    const { stdout, exitCode } = await command(cwd, "diff", "HEAD");
    expect([exitCode, /removed|added/.test(stdout)]).toEqual([2, false]);
  },
);

describe("a mapping that is gone", () => {
  test("loses all its sales, which is said first; a file that is nearly called so is named", async () => {
    const cwd = repository();
    renameSync(join(cwd, "a.responses"), join(cwd, "a.response"));
    writeFiles(cwd, { "b.responses": `${B}error keyword "late"\n` });
    const { stdout, exitCode } = await command(cwd, "diff", "HEAD");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^a\.responses removed \(2 rules, 0 examples\), so that no response counts as a sale by it any more; there is a\.response now, which is no mapping file: it must end in \.responses\n/,
    );
    const markdown = await command(cwd, "diff", "HEAD", "--format", "markdown");
    expect(markdown.stdout).toMatch(/^### .*\n\n\*\*All sales of 1 mapping that was removed are lost\*\*\./);
    expect(markdown.stdout).toContain("- **1 mapping removed, and all its sales lost**\n");
  });

  test.each(["nothing", "a folder"])(
    "is named in the last line of what looks at a change alone, where %s is in its place",
    async (now) => {
      const cwd = repository();
      rmSync(join(cwd, "a.responses"));
      if (now === "a folder") mkdirSync(join(cwd, "a.responses"));
      for (const name of ["check", "test"]) {
        const { last } = await command(cwd, name, "--since", "HEAD");
        expect(last).toContain(
          "; a.responses was deleted; exit code 0: no mapping file that is left depends on what has changed",
        );
      }
    },
  );
});

test("in JUnit every change of sales fails beside an error, and names are unique", async () => {
  const cwd = repository();
  git(cwd, "switch", "-q", "-c", "change");
  commitAll(cwd, {
    "a.responses": `success keyword "sold", "ok"\nreject keyword "dup"\nreject keyword "dup" and keyword "x" as Never\n`,
  });
  const { stdout } = await command(cwd, "diff", "--base", "main", "--format", "junit");
  const cases = [...stdout.matchAll(/<testcase .*name="([^"]*)"[^>]*>\n\s*<(\S+)/g)].map(
    ([, name, child]) => [name, child],
  );
  const sales = cases.filter(([name]) => name?.includes("sale-gained"));
  expect(sales.length).toBeGreaterThan(1);
  expect(sales.every(([, child]) => child === "failure")).toBe(true);
  expect(cases).toContainEqual(["line 3: unreachable-rule", "failure"]);
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
});
