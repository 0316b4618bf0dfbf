import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import {
  accepted,
  BASELINE,
  baselineIn,
  CLEAN,
  check,
  entriesIn,
  PROJECT,
  WARNED,
} from "./support/baselines.js";

describe("--write-baseline", () => {
  test("only takes out, unless it is told to accept what is new", async () => {
    const cwd = await accepted({ "a.responses": WARNED, "b.responses": WARNED });
    writeFileSync(join(cwd, "a.responses"), CLEAN);
    writeFileSync(join(cwd, "c.responses"), WARNED);
    const taken = await check(cwd, "--write-baseline", "--max-warnings", "0");
    expect(taken.exitCode).toBe(1);
    expect(taken.stdout).toContain(`wrote ${BASELINE} (1 finding, 0 added, 1 taken out)`);
    expect(entriesIn(cwd)).toEqual({ "b.responses: keyword-inside-word": 1 });
    const added = await check(cwd, "--write-baseline", "--accept-new", "--max-warnings", "0");
    expect(added.exitCode).toBe(0);
    expect(added.stdout).toContain(`wrote ${BASELINE} (2 findings, 1 added, 0 taken out)`);
    expect(entriesIn(cwd)).toEqual({
      "b.responses: keyword-inside-word": 1,
      "c.responses: keyword-inside-word": 1,
    });
  });

  test("accepts nothing that refuses a mapping", async () => {
    const cwd = folderWith({ ...PROJECT, "a.responses": `${WARNED}reject keywrod "x"\n` });
    const { exitCode, stdout } = await check(cwd, "--write-baseline");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("error syntax");
    expect(entriesIn(cwd)).toEqual({});
  });

  test("writes nothing where something could not be read, or there is nothing to check", async () => {
    const cwd = folderWith({ ...PROJECT, "a.responses": WARNED });
    for (const args of [["a.responses", "b.responses"], ["empty/*.responses"], ["--changed"]]) {
      const { exitCode, stderr, stdout } = await check(cwd, ...args, "--write-baseline");
      expect([exitCode, readdirSync(cwd).sort()]).toEqual([2, ["a.responses", "responses.config.json"]]);
      expect(stdout + stderr).not.toMatch(/^wrote (?!no baseline, since )/m);
      if (!args.includes("--changed")) expect(stdout).toContain("wrote no baseline");
    }
  });

  test.each([[[]], [["--allow-empty"]]])(
    "takes out what is gone where no mapping file is left %j",
    async (more) => {
      const cwd = folderWith({ ...PROJECT, "a.responses": WARNED, "b.responses": WARNED });
      await check(cwd, "--write-baseline");
      for (const name of ["a.responses", "b.responses"]) rmSync(join(cwd, name));
      const stale = await check(cwd, ...more);
      expect([stale.exitCode, stale.stdout]).toEqual([
        1,
        expect.stringContaining("--write-baseline removes them"),
      ]);
      const { exitCode, stdout } = await check(cwd, "--write-baseline", ...more);
      expect([exitCode, entriesIn(cwd)]).toEqual([0, {}]);
      expect(stdout).toContain("2 taken out");
      expect(stdout).toContain("exit code 0: the baseline lists no file any more that is gone");
      const again = await check(cwd, "--write-baseline");
      expect([again.exitCode, again.stdout]).toEqual([
        2,
        expect.stringContaining("wrote no baseline, since no mapping file was checked"),
      ]);
    },
  );

  test("leaves everything as it was where it cannot be written", async () => {
    const cwd = folderWith({ "a.responses": WARNED, "folder.baseline.json/b.txt": "" });
    for (const path of ["folder.baseline.json", "nowhere/a.baseline.json"]) {
      const { exitCode, stderr, stdout } = await check(cwd, "--write-baseline", path);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(new RegExp(`^error: cannot (read|write) ${path}: `));
      expect(stdout).toContain("keyword-inside-word");
      expect(stdout).toContain("wrote no baseline, since not all that was named could be checked\n");
      expect(readdirSync(cwd).sort()).toEqual(["a.responses", "folder.baseline.json"]);
    }
  });

  test("writes a text that git merges", async () => {
    const files = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.responses`, WARNED]));
    const cwd = repositoryWith({ ...PROJECT, ...files });
    await check(cwd, "--write-baseline");
    commitAll(cwd);
    git(cwd, "checkout", "-q", "-b", "other");
    writeFiles(cwd, { "a.responses": CLEAN, "e.responses": CLEAN });
    await check(cwd, "--write-baseline");
    commitAll(cwd);
    git(cwd, "checkout", "-q", "main");
    writeFiles(cwd, { "c.responses": CLEAN, "f.responses": WARNED });
    await check(cwd, "--write-baseline", "--accept-new");
    // f is behind e, which the other branch takes out: what is next to it is all that git cannot tell.
    writeFiles(cwd, { [BASELINE]: baselineIn(cwd).replace(/^ {2}"f.*\n/m, ""), "f.responses": CLEAN });
    commitAll(cwd);
    git(cwd, "merge", "-q", "--no-edit", "other");
    expect((await check(cwd, "--max-warnings", "0")).exitCode).toBe(0);
    expect(Object.keys(entriesIn(cwd))).toEqual([
      "b.responses: keyword-inside-word",
      "d.responses: keyword-inside-word",
    ]);
  });
});

test("--changed checks of what is as it was those files of which the baseline lists something else", async () => {
  const cwd = repositoryWith({
    ...PROJECT,
    "a.responses": WARNED,
    "b.responses": WARNED,
    "c.responses": CLEAN,
  });
  await check(cwd, "--write-baseline");
  commitAll(cwd);
  writeFileSync(join(cwd, BASELINE), baselineIn(cwd).replace(/^ {2}"b.*\n/m, ""));
  const { last } = await check(cwd, "--since", "HEAD");
  expect(last).toMatch(/^checked 1 of 3 files, .* found 1 warning; exit code 0/);
  const { stdout } = await check(cwd, "--since", "HEAD", "--write-baseline", "--accept-new");
  expect(stdout).toContain(`wrote ${BASELINE} (2 findings, 1 added, 0 taken out)`);
  expect(git(cwd, "status", "--porcelain")).toBe("");
});

describe("a baseline that cannot be used", () => {
  const FAULTS: Readonly<Record<string, string | null>> = {
    "is not there": null,
    "is no JSON": "{",
    "holds a merge that is not done": '{\n<<<<<<< HEAD\n  "version": 1\n',
    "is of a later version": '{ "version": 2 }',
    "is cut off": '{\n  "a.responses: untested-rule 0123456789abcdef": { "count": 1 },\n',
    "is no text": "\ufffe\u0000",
  };

  test.each(Object.entries(FAULTS))("as one that %s, is never a green run", async (_, text) => {
    const cwd = folderWith({ ...PROJECT, "a.responses": CLEAN });
    if (text !== null)
      writeFileSync(join(cwd, BASELINE), text === "\ufffe\u0000" ? Buffer.from([0xff]) : text);
    const commands = [["check"], ["test"], ["check", "--since", "HEAD"], ["check", "--format", "sarif"]];
    for (const args of text === null
      ? commands
      : [...commands, ["check", "--write-baseline", "--accept-new"]]) {
      const { exitCode, stderr } = await run(args, { cwd });
      expect([args, exitCode]).toEqual([args, 2]);
      if (!args.includes("--since")) expect(stderr).toContain(BASELINE);
    }
    expect(readdirSync(cwd).sort()).toEqual([
      "a.responses",
      ...(text === null ? [] : [BASELINE]),
      "responses.config.json",
    ]);
    if (text !== null && text !== "\ufffe\u0000") expect(baselineIn(cwd)).toBe(text);
  });

  test("has the places of what is wrong with it told", async () => {
    const cwd = folderWith({
      ...PROJECT,
      "a.responses": CLEAN,
      [BASELINE]: '{\n  "x": 1,\n  "version": 1\n}\n',
    });
    expect((await check(cwd)).stderr).toBe(
      `error: the baseline cannot be used; fix it, or delete it and write it again\n  ${BASELINE}:2:3: "x" is no entry: "FILE: FINDING FINGERPRINT"\n`,
    );
  });
});

test.each([
  [["--write-baseline", "buyers"], "the name of a baseline ends in .baseline.json"],
  [["--baseline", "a.responses"], "the name of a baseline ends in .baseline.json"],
  [["--accept-new"], "add --write-baseline"],
  [["--write-baseline", "--baseline", BASELINE], "leave --baseline out"],
  [["--write-baseline", "--watch"], "leave --watch or --write-baseline out"],
  [["-", "--write-baseline"], "--write-baseline needs a file"],
  [["--format", "json", "--output", BASELINE], "a report must not be written over"],
])("%j is refused", async (args, message) => {
  const cwd = folderWith({ "a.responses": CLEAN });
  const { exitCode, stderr } = await run(["check", ...args], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(readdirSync(cwd)).toEqual(["a.responses"]);
});
