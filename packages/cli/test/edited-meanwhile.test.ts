import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { AFTER, entriesIn as acceptedIn, BEFORE } from "./accepted-branch.js";
import type { FsFault } from "./failures/fs-fault.js";
import { entriesIn as baselinedIn, WARNED } from "./support/baselines.js";

/* What somebody, or another run, saves between the moment in which a command reads a file and that in which it writes it stays. */

const FAIL_FS = new URL("failures/fail-fs.mjs", import.meta.url).href;

const changed = (path: string): string =>
  `cannot write ${path}: it has changed since it was read; run the command again`;
const CHANGED = changed("a.responses");

/** Runs the command while somebody adds to a file just before it writes, the first time or every time. */
function runEdited(
  cwd: string,
  args: readonly string[],
  edit: { readonly path: string; readonly text: string },
  how: "once" | "always" = "once",
): Promise<RunResult> {
  const fault: FsFault = {
    call: "openSync",
    path: "responses-tmp$",
    how: "edit",
    onward: how === "always",
    edit: { ...edit, path: join(cwd, edit.path) },
  };
  const env = { FAIL_FS: JSON.stringify(fault), NODE_OPTIONS: `--import=${FAIL_FS}` };
  return run(args, { cwd, env });
}

interface Edited extends RunResult {
  readonly mapping: string;
  readonly files: readonly string[];
}

/** The same for the mapping of the command. */
async function edited(
  args: readonly string[],
  mapping: string,
  text: string,
  how: "once" | "always",
): Promise<Edited> {
  const cwd = folderWith({ "a.responses": mapping, answer: "it is sold" });
  const ran = await runEdited(cwd, args, { path: "a.responses", text }, how);
  return { ...ran, mapping: readFileSync(join(cwd, "a.responses"), "utf8"), files: readdirSync(cwd) };
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

/** Files with an entry a line, into which one run writes for each of two mappings, and what stands there then. */
const ENTRIES = [
  {
    name: "diff --accept",
    file: "responses.accepted.json",
    of: (mapping: string) => ["diff", "HEAD", mapping, "--accept", `as ${mapping} has it`],
    found: (cwd: string) => acceptedIn(cwd).map(([mapping, , reason]) => `${mapping}: ${reason}`),
    both: ["a.responses: as a.responses has it", "b.responses: as b.responses has it"],
  },
  {
    name: "check --write-baseline",
    file: "responses.baseline.json",
    of: (mapping: string) => ["check", mapping, "--write-baseline", "--accept-new"],
    found: (cwd: string) => Object.keys(baselinedIn(cwd)),
    both: ["a.responses: keyword-inside-word", "b.responses: keyword-inside-word"],
  },
] as const;

describe.each(ENTRIES)("$name", ({ file, of, found, both }) => {
  /** A repository of which both mappings give something to write down. */
  function repository(): string {
    const cwd = repositoryWith({ "a.responses": BEFORE, "b.responses": BEFORE });
    const text = of("x")[0] === "diff" ? AFTER : WARNED;
    writeFiles(cwd, { "a.responses": text, "b.responses": text });
    return cwd;
  }

  test.each(["a.responses", "b.responses"])(
    "keeps what another run writes at the same time, here beside %s",
    async (mine) => {
      const cwd = repository();
      await run(of(mine === "a.responses" ? "b.responses" : "a.responses"), { cwd });
      const text = readFileSync(join(cwd, file), "utf8");
      rmSync(join(cwd, file));
      const { exitCode, stdout } = await runEdited(cwd, of(mine), { path: file, text });
      expect([exitCode, found(cwd)]).toEqual([0, both]);
      expect(stdout).toMatch(
        new RegExp(`wrote ${file} \\((?:1 accepted, 1 kept|2 findings, 1 added), 0 taken out\\)`),
      );
    },
  );

  test("writes nothing into one that keeps changing, and says so", async () => {
    const cwd = repository();
    await run(of("a.responses"), { cwd });
    const before = found(cwd);
    const { exitCode, stderr } = await runEdited(
      cwd,
      of("b.responses"),
      { path: file, text: "\n" },
      "always",
    );
    expect([exitCode, found(cwd)]).toEqual([2, before]);
    expect(stderr).toContain(changed(file));
  });
});

describe.each([
  ["compile", "a.responses.mjs", "a.responses.d.mts"],
  ["compile", "a.responses.d.mts", "a.responses.mjs"],
  ["types", "a.d.responses.ts", "a.d.responses.ts.map"],
])("%s", (command, output, other) => {
  const MAPPING = "success status 201\n";
  const args = [command, "a.responses"];
  const mine = "export const mine = 1;\n";

  test(`leaves ${output} that somebody writes meanwhile, and writes nothing`, async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    const { exitCode, stdout, stderr } = await runEdited(cwd, args, { path: output, text: mine });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain(changed(output));
    expect(readdirSync(cwd).sort()).toEqual([output, "a.responses"].sort());
    expect(readFileSync(join(cwd, output), "utf8")).toBe(mine);
  });

  test(`leaves ${output} that somebody edits meanwhile, and what belongs to it`, async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    await run(args, { cwd });
    const [before, beside] = [output, other].map((name) => readFileSync(join(cwd, name), "utf8"));
    writeFiles(cwd, { "a.responses": 'success status 202\nreject keyword "no" as No\n' });
    const { exitCode, stdout, stderr } = await runEdited(cwd, args, { path: output, text: mine });
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain(changed(output));
    expect(readFileSync(join(cwd, output), "utf8")).toBe(`${before}${mine}`);
    expect(readFileSync(join(cwd, other), "utf8")).toBe(beside);
  });

  test(`is content with ${output} where another run writes the same meanwhile`, async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    await run(args, { cwd });
    const text = readFileSync(join(cwd, output), "utf8");
    rmSync(join(cwd, output));
    const { exitCode } = await runEdited(cwd, args, { path: output, text });
    expect([exitCode, readFileSync(join(cwd, output), "utf8")]).toEqual([0, text]);
  });
});
