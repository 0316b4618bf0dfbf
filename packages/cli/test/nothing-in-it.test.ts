import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

/*
 * Files that say nothing, or nothing yet, are told apart: one that is empty, one without rules, one without examples, and files that the
 * project leaves out.
 */

interface Told {
  readonly exitCode: number;
  readonly says: readonly string[];
}

const FILES: readonly (readonly [string, string, Told, Told])[] = [
  [
    "an empty file",
    "\n",
    {
      exitCode: 2,
      says: ["cannot read a.responses: it is empty", "exit code 2: there is nothing in the file"],
    },
    {
      exitCode: 2,
      says: ["cannot read a.responses: it is empty", "exit code 2: there is nothing in the file"],
    },
  ],
  [
    "a file without rules",
    "# to be written\n",
    {
      exitCode: 0,
      says: [
        "a.responses has no rules: by itself it leaves every response unmapped",
        "exit code 0: nothing is wrong, but there are no rules",
      ],
    },
    {
      exitCode: 2,
      says: ["a.responses  no rules and no examples", "found no rule and no example in 1 file"],
    },
  ],
  [
    "a file without examples",
    'success exact "sold"\n',
    { exitCode: 0, says: ["this file has no examples"] },
    { exitCode: 2, says: ["a.responses  no examples (1 rule)", "found no example in 1 file"] },
  ],
];

describe.each(FILES)("%s", (_name, text, checked, tested) => {
  test.each([
    ["check", checked],
    ["test", tested],
  ] as const)("is told by %s as what it is", async (command, { exitCode, says }) => {
    const result = await run([command, "a.responses"], { cwd: folderWith({ "a.responses": text }) });
    const said = result.stdout + result.stderr;
    for (const one of says) expect(said).toContain(one);
    expect(result.exitCode).toBe(exitCode);
  });
});

test("rules that a file includes are rules of it", async () => {
  const cwd = folderWith({ "a.responses": 'include "b.responses"\n', "b.responses": 'success exact "x"\n' });
  expect((await run(["check", "a.responses"], { cwd })).stdout).not.toContain("has no rules");
});

describe("where the project file ignores all", () => {
  const FILES_IGNORED = {
    "responses.config.json": '{ "ignore": ["drafts", "old-*"] }\n',
    "drafts/a.responses": 'success exact "x"\n',
    "old-b.responses": 'success exact "x"\n',
  };

  test.each(["check", "test", "fmt", "compile"])("%s says so, and names it", async (command) => {
    const { exitCode, stdout, stderr } = await run([command], { cwd: folderWith(FILES_IGNORED) });
    expect(stderr).toContain(
      "there is no mapping file but what responses.config.json ignores: drafts, old-b.responses",
    );
    expect(stdout).toContain("exit code 2: there was nothing to do (--allow-empty accepts that)");
    expect(exitCode).toBe(2);
  });

  test("--allow-empty accepts it", async () => {
    expect((await run(["check", "--allow-empty"], { cwd: folderWith(FILES_IGNORED) })).exitCode).toBe(0);
  });
});

test.each([
  ["an error in the project file", ["a.responses"], "the errors in the project file must be fixed first"],
  ["a path that is not there", ["nope.responses"], "what was named is not there"],
])("the last line tells %s from what cannot be read", async (_name, paths, why) => {
  const cwd = folderWith({ "a.responses": 'success exact "x"\n', "responses.config.json": '{"ignroe":[]}' });
  const { exitCode, stdout } = await run(["check", ...paths], { cwd });
  expect([exitCode, stdout.trimEnd().split("; ").at(-1)]).toEqual([2, `exit code 2: ${why}`]);
});
