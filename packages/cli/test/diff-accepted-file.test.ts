import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { AFTER, accept, BEFORE, branch, diff, entriesIn, FILE } from "./accepted-branch.js";

/* The file in which accepted differences are: where it is, how it merges, and when it is refused. */

describe("the file", () => {
  test("lies at the root wherever a run starts, or where --accepted says, and merges", async () => {
    const files = Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [`buyers/${name}.responses`, BEFORE]),
    );
    const cwd = repositoryWith({ ...files, "buyers/responses.config.json": "{}" });
    const change = async (branchName: string, names: readonly string[]) => {
      git(cwd, "switch", "-q", "-c", branchName, "main");
      writeFiles(cwd, Object.fromEntries(names.map((name) => [`buyers/${name}.responses`, AFTER])));
      await run(["diff", "HEAD", "--accept", branchName], { cwd: join(cwd, "buyers") });
      commitAll(cwd);
    };
    await change("one", ["a", "c"]);
    await change("two", ["b"]);
    git(cwd, "switch", "-q", "main");
    git(cwd, "merge", "-q", "one");
    expect([existsSync(join(cwd, "buyers", FILE)), existsSync(join(cwd, FILE))]).toEqual([false, true]);
    expect(entriesIn(cwd).map(([mapping]) => mapping)).toEqual(["buyers/a.responses", "buyers/c.responses"]);
    for (const folder of ["buyers", "."])
      expect((await run(["diff", "HEAD~1"], { cwd: join(cwd, folder) })).exitCode, folder).toBe(0);
    const named = await run(["diff", "HEAD~1", "--accepted", "other.accepted.json", "--accept", "x"], {
      cwd,
    });
    expect([named.exitCode, existsSync(join(cwd, "other.accepted.json"))]).toEqual([0, true]);
  });

  test("is of no use to other revisions, and to two paths where it is named", async () => {
    const cwd = branch();
    await accept(cwd, "so be it");
    expect((await diff(cwd, "change..main")).stdout).not.toMatch(/accepted|expired/);
    writeFiles(cwd, { "old.responses": BEFORE });
    const paths = await diff(cwd, "old.responses", "a.responses");
    expect(paths.exitCode).toBe(1);
    const named = await diff(cwd, "old.responses", "a.responses", "--accepted", FILE);
    expect([named.exitCode, named.last]).toEqual([
      0,
      expect.stringContaining("all that differs is accepted"),
    ]);
  });

  test.each([
    ["no JSON", "{"],
    ["a merge that is not done", '{\n<<<<<<< HEAD\n  "version": 1\n}\n'],
    ["a later version", '{\n  "version": 2\n}\n'],
    ["no version", "{}"],
    ["an entry of another kind", '{\n  "a.responses": { "reason": "x" },\n  "version": 1\n}\n'],
    [
      "an entry without a reason",
      '{\n  "0123456789abcdef": { "mapping": "a", "change": "b" },\n  "version": 1\n}\n',
    ],
    ["no text", Buffer.from([0xff])],
    [
      "an entry that was made for another mapping",
      '{\n  "0123456789abcdef": { "mapping": "a", "change": "b", "of": "0123456789abcdef", "reason": "c" },\n  "version": 1\n}\n',
    ],
  ])("that holds %s fails with its place, and stays as it is", async (_, content) => {
    const cwd = branch();
    writeFiles(cwd, { [FILE]: content });
    for (const args of [[], ["--accept", "x"], ["--format", "json"]]) {
      const { exitCode, stderr } = await run(["diff", "--base", "main", ...args], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/responses\.accepted\.json(:\d+:\d+: .|: it is not UTF-8)/);
    }
    expect(readFileSync(join(cwd, FILE))).toEqual(Buffer.from(content));
  });

  test("that the base has broken keeps nobody from mending it, and what was merged does not fail then", async () => {
    const cwd = branch();
    await accept(cwd, "so be it");
    const repaired = readFileSync(join(cwd, FILE), "utf8");
    git(cwd, "switch", "-q", "-f", "main");
    commitAll(cwd, { [FILE]: "broken" });
    git(cwd, "switch", "-q", "-c", "repair");
    const note = `note: ${FILE} at main cannot be used: which differences were accepted before is not known`;
    for (const content of [repaired, '{\n  "version": 1\n}\n', null]) {
      if (content === null) rmSync(join(cwd, FILE));
      else writeFiles(cwd, { [FILE]: content });
      const { exitCode, stdout } = await run(["diff", "--base", "main"], { cwd });
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining(note)]);
      expect(stdout.includes("merged:")).toBe(content === repaired);
    }
    writeFiles(cwd, { "a.responses": AFTER });
    const refused = await run(["diff", "--base", "main"], { cwd });
    expect([refused.exitCode, refused.stdout]).toEqual([1, expect.stringContaining(note)]);
    writeFiles(cwd, { [FILE]: repaired });
    const accepted = await run(["diff", "--base", "main"], { cwd });
    expect([accepted.exitCode, accepted.stdout]).toEqual([
      0,
      expect.stringContaining("all that differs is accepted"),
    ]);
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ["no reason", ["--base", "main", "--accept", " "], /--accept needs a reason/],
    ["another name", ["--base", "main", "--accepted", "x.json"], /ends in \.accepted\.json/],
    [
      "another revision",
      ["change..main", "--accept", "x"],
      /compare the working tree or what is checked out/,
    ],
    ["two paths", ["a.responses", "b.responses", "--accept", "x"], /or name a file with --accepted/],
    ["a report in its place", ["--base", "main", "--output", FILE], /must not be written over/],
  ])("with %s is refused", async (_, args, says) => {
    const cwd = branch();
    const { exitCode, stderr } = await run(["diff", ...args], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(existsSync(join(cwd, FILE))).toBe(false);
  });
});
