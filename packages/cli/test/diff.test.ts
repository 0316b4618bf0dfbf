import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

const BEFORE = `include "shared/common.responses"
success keyword "accepted"
reject  json "$.result" exact "rejected" as json "$.why" or "No reason given"
capture price from json "$.price"

example       200 '{"result":"accepted","price":"3"}'       is success
example "dup" 200 '{"result":"rejected","why":"duplicate"}' is reject duplicate
`;
const AFTER = BEFORE.replace('success keyword "accepted"', 'success json "$.result" exact "ok"').replace(
  '"No reason given"',
  '"Unknown"',
);
const COMMON = 'reject keyword "blocked" as Blocked\n';

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

/** A branch `change` with a commit of its own, and `main` with one after it. */
function twoBranches(): string {
  const folder = repositoryWith({
    "a.responses": BEFORE,
    "shared/common.responses": COMMON,
    "other.responses": "",
  });
  git(folder, "switch", "-q", "-c", "change");
  commitAll(folder, { "a.responses": AFTER });
  git(folder, "switch", "-q", "main");
  commitAll(folder, { "added-on-main.responses": 'success keyword "x"\n' });
  git(folder, "switch", "-q", "change");
  return folder;
}

describe("responses diff of revisions", () => {
  test("says who gets another verdict, money first, with the rules, a response, and the recorded answers", async () => {
    const { stdout, exitCode } = await run(["diff", "main...HEAD"], { cwd: twoBranches() });
    expect(exitCode).toBe(1);
    // What somebody recorded comes first, though another stands further up: the new rule above does not take it any more.
    expect(stdout).toMatch(
      /^a\.responses\n {2}no longer a sale: success → unmapped\n(.*\n){2}.*recorded at a\.responses:6\)\n/,
    );
    expect(stdout).toMatch(
      /\n {2}no longer a sale: success → reject Unknown\n.*accepted.*\n.*\n.*rejected.*accepted.*\(made up\)\n/,
    );
    expect(stdout).toContain('before       a.responses:2  success keyword "accepted"\n');
    expect(stdout).toContain("after        no rule holds\n");
    expect(stdout).toContain('for example  200 \'{"result":"accepted","price":"3"}\' (recorded');
    expect(stdout).toContain("  now a sale: unmapped → success\n");
    expect(stdout).toContain('  another label: reject "No reason given" → reject Unknown\n');
    expect(stdout).toContain("1 of 2 recorded answers gets another verdict:");
    expect(stdout).toMatch(/a\.responses:6 {2}success .*→ unmapped.*, no longer a sale/);
    expect(stdout).not.toContain("added-on-main");
    expect(lastLine(stdout)).toMatch(
      /^compared 3 mappings of main where HEAD left it \([0-9a-f]{10}\) with HEAD \([0-9a-f]{10}\): .*; exit code 1: responses get another verdict$/,
    );
  });

  test("two dots take both revisions as they are, and a revision by itself is held against the working tree", async () => {
    const cwd = twoBranches();
    const dots = await run(["diff", "main..change"], { cwd });
    expect(dots.stdout).toContain("added-on-main.responses removed (1 rule, 0 examples)");
    const two = await run(["diff", "main", "change"], { cwd });
    expect(two.stdout).toBe(dots.stdout);
    writeFiles(cwd, { "a.responses": BEFORE, "new.responses": 'success keyword "x"\n' });
    git(cwd, "add", "new.responses");
    rmSync(join(cwd, "new.responses"));
    const tree = await run(["diff", "HEAD~1"], { cwd });
    expect(tree.stdout).toMatch(
      /^compared 3 mappings of HEAD~1 .* with the working tree: 3 the same; exit code 0/,
    );
    expect(tree.exitCode).toBe(0);
  });

  test("--base takes what changed since HEAD left it, and paths say of which files", async () => {
    const cwd = twoBranches();
    writeFiles(cwd, { "other.responses": 'success keyword "new"\n', "sub/new.responses": "" });
    const all = await run(["diff", "--base", "main"], { cwd });
    expect(all.stdout).toContain("sub/new.responses added (0 rules, 0 examples)");
    expect(lastLine(all.stdout)).toMatch(
      /^compared 4 mappings of main where HEAD left it .* with the working tree/,
    );
    expect((await run(["diff", "--since", "main"], { cwd })).stdout).toBe(all.stdout);
    const one = await run(["diff", "--base", "main", "sub"], { cwd });
    expect(lastLine(one.stdout)).toMatch(/1 added; exit code 1: mappings were added or removed$/);
    const below = await run(["diff", "main", "."], { cwd: join(cwd, "sub") });
    expect(below.stdout).toMatch(/^new\.responses added/);
    const own = await run(["diff", "--base", "HEAD"], { cwd });
    expect(lastLine(own.stdout)).toMatch(
      /^compared 4 mappings of HEAD \([0-9a-f]{10}\) with the working tree/,
    );
    const gone = await run(["diff", "main", "added-on-main.responses"], { cwd });
    expect(gone.stdout).toMatch(/^added-on-main\.responses removed/);
    expect(gone.exitCode).toBe(1);
  });

  test("proves that nothing changes where texts, examples and places alone do", async () => {
    const cwd = repositoryWith({ "a.responses": BEFORE, "shared/common.responses": COMMON });
    git(cwd, "mv", "a.responses", "b.responses");
    commitAll(cwd, { "b.responses": `# Moved.\n${BEFORE}example "x" is unmapped\n` });
    const { stdout, exitCode } = await run(["diff", "HEAD~1", "HEAD"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^b\.responses \(renamed from a\.responses\)\n {2}no response changes its verdict \(proved\)\n\ncompared 2 mappings of .*: 2 the same, of them 1 renamed; exit code 0: no response changes its verdict \(proved\)\n$/,
    );
  });

  test("an include that changed, and one that moved, count for all that include it", async () => {
    const cwd = repositoryWith({ "a.responses": BEFORE, "shared/common.responses": COMMON });
    commitAll(cwd, { "shared/common.responses": 'reject keyword "accepted" as Blocked\n' });
    const changed = await run(["diff", "HEAD~1..HEAD", "a.responses"], { cwd });
    expect(changed.stdout).toMatch(/^a\.responses\n {2}no longer a sale: success → reject Blocked\n/);
    expect(changed.stdout).toContain("after        shared/common.responses:1  reject keyword");
    git(cwd, "mv", "shared/common.responses", "shared/moved.responses");
    commitAll(cwd, { "a.responses": BEFORE.replace("common", "moved") });
    const moved = await run(["diff", "HEAD~1", "HEAD"], { cwd });
    expect(lastLine(moved.stdout)).toMatch(
      /: 2 the same, of them 1 renamed and 1 with examples that fail; exit code 0/,
    );
  });

  test("captures are part of the verdict", async () => {
    const cwd = repositoryWith({ "a.responses": BEFORE, "shared/common.responses": COMMON });
    writeFiles(cwd, { "a.responses": BEFORE.replace("capture price from", "capture cost from") });
    const { stdout, exitCode } = await run(["diff", "HEAD"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^a\.responses\n {2}a sale with other captures: success with .*price "3".* → success with .*cost "3"/,
    );
  });

  test("works in a bare repository, a linked working tree, and while a merge is not finished", async () => {
    const cwd = twoBranches();
    const bare = join(folderWith({}), "bare.git");
    git(cwd, "clone", "-q", "--bare", cwd, bare);
    const linked = join(folderWith({}), "linked");
    git(cwd, "worktree", "add", "-q", "--detach", linked, "change");
    for (const place of [bare, linked, join(cwd, "shared")]) {
      const { stdout } = await run(["diff", "main...change", place === join(cwd, "shared") ? ".." : "."], {
        cwd: place,
      });
      expect(stdout).toContain("no longer a sale: success → unmapped");
    }
    // A file HEAD lies there, and is git's own.
    const head = await run(["diff", "HEAD", "main"], { cwd: bare });
    expect(lastLine(head.stdout)).toMatch(/^compared 4 mappings of HEAD .* with main /);
    const base = await run(["diff", "--base", "main"], { cwd: bare });
    expect(lastLine(base.stdout)).toContain("with HEAD (");
    git(cwd, "switch", "-q", "main");
    commitAll(cwd, { "a.responses": BEFORE.replace("accepted", "taken") });
    expect(() => git(cwd, "merge", "change")).toThrow();
    const merging = await run(["diff", "HEAD", "MERGE_HEAD"], { cwd });
    expect(merging.exitCode).toBe(1);
    const conflict = await run(["diff", "HEAD"], { cwd });
    expect(conflict.exitCode).toBe(2);
    expect(conflict.stdout).toContain("Errors in the working tree:");
    expect(conflict.stdout).toContain("a.responses cannot be compared: it has errors after");
  });
});

describe("responses diff of paths", () => {
  test("compares two files, whatever they are called", async () => {
    const files = {
      "old.responses": 'success keyword "a"\nexample "a" is success\n',
      "new.txt": 'reject keyword "a"\n',
    };
    const { stdout, exitCode } = await run(["diff", "old.responses", "new.txt"], { cwd: folderWith(files) });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("no longer a sale: success → reject");
    expect(stdout).toContain("before       old.responses:1");
    expect(stdout).toContain("after        new.txt:1");
  });

  test("compares two folders, file by file", async () => {
    const cwd = folderWith({
      "v1/a.responses": 'include "../common.responses"\n',
      "v1/gone.responses": 'success keyword "only here"\n',
      "v2/a.responses": 'include "../common.responses"\n',
      "v2/sub/new.responses": "",
      "common.responses": COMMON,
    });
    const { stdout, exitCode } = await run(["diff", "v1", "v2"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").filter((line) => line !== "")).toEqual([
      "v1/gone.responses removed (1 rule, 0 examples), so that no response counts as a sale by it any more",
      "v2/sub/new.responses added (0 rules, 0 examples)",
      "compared 3 mappings of v1 with v2: 1 added, 1 removed and 1 the same; exit code 1: mappings were removed, and all their sales are lost",
    ]);
  });
});

describe("responses diff --format", () => {
  test("json has the groups, the recorded answers, the sides and a summary", async () => {
    const cwd = twoBranches();
    const { stdout, stderr, exitCode } = await run(["diff", "main...HEAD", "--format", "json"], { cwd });
    expect(exitCode).toBe(1);
    const commit = git(cwd, "rev-parse", "HEAD").trim();
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      "before",
      "after",
      "summary",
      "files",
      "acceptance",
      "errors",
      "leftOut",
      "notes",
      "problems",
    ]);
    expect(report.after).toEqual({ name: "HEAD", commit });
    expect(report.summary).toMatchObject({ files: 3, same: 2, differing: 1, failed: 0 });
    const [file] = report.files;
    expect(file).toMatchObject({
      before: "a.responses",
      after: "a.responses",
      renamed: false,
      renamedBy: null,
      result: "differs",
      accepted: null,
    });
    const lost = file.changes.find(({ after }: { after: { rule: unknown } }) => after.rule === null);
    expect(lost).toMatchObject({
      money: "success-lost",
      differs: "outcome",
      before: { verdict: { outcome: "success", label: null }, rule: { file: "a.responses", line: 2 } },
      after: { verdict: { outcome: "unmapped", label: null }, rule: null },
    });
    expect(Object.keys(lost.witness)).toEqual(["status", "body"]);
    expect(file.examples).toEqual([
      {
        file: "a.responses",
        line: 6,
        name: null,
        recordedIn: "both",
        before: {
          verdict: { outcome: "success", label: null, captures: { price: "3" } },
          rule: { file: "a.responses", line: 2 },
        },
        after: { verdict: { outcome: "unmapped", label: null, captures: { price: "3" } }, rule: null },
        response: { status: 200, body: '{"result":"accepted","price":"3"}' },
        accepted: null,
      },
    ]);
    expect(report.files[1]).toEqual({
      before: "other.responses",
      after: "other.responses",
      renamed: false,
      renamedBy: null,
      leftOut: null,
      result: "same",
      accepted: null,
      changes: [],
      unlisted: 0,
      unlistedSales: 0,
      undecided: [],
      examples: [],
      failing: [],
      newFindings: [],
    });
    expect(file.failing).toEqual([
      {
        file: "a.responses",
        line: 6,
        name: null,
        expected: { outcome: "success", label: null, captures: {} },
        actual: { outcome: "unmapped", label: null, captures: { price: "3" } },
        failedBefore: false,
      },
    ]);
    expect(lastLine(stderr)).toContain("exit code 1: responses get another verdict");
  });

  test("markdown is a comment, with the last line as code", async () => {
    const { stdout, exitCode } = await run(["diff", "main...HEAD", "--format", "markdown"], {
      cwd: twoBranches(),
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '  - **No longer a sale**: `success` (old line 2) → `unmapped` (no rule), for example `200 \'{"result":"accepted","price":"3"}\'`, recorded as the example in line 6, which expects `success` and now fails\n',
    );
    expect(stdout).toContain(
      [
        "### What changes for responses",
        "",
        "Of 2 recorded responses **1 that counted as a sale is now known to no rule**. Besides, **responses are possible that did not count as sales and now do**.",
        "",
        "- **No longer counted as a sale**: 1 recorded response and 1 made-up",
        "- **Now counted as a sale, and not before**: 1 made-up response",
        "- Another outcome, label or captures, and no sale depends on it: 1 made-up response",
        "- **1 of 2 examples now fails**",
        "",
      ].join("\n"),
    );
    expect(stdout).toContain('- success keyword "accepted"\n+ ');
    expect(stdout).toContain("`, made up\n");
    expect(lastLine(stdout)).toMatch(/^`compared 3 mappings .*`$/);
  });
});

test("a folder that git has nothing of gives nothing to compare", async () => {
  const cwd = repositoryWith({ "a.responses": "" });
  mkdirSync(join(cwd, "empty"));
  expect((await run(["diff", "HEAD", "."], { cwd: join(cwd, "empty") })).exitCode).toBe(2);
});

describe("with the variables that git gives to hooks of a linked working tree", () => {
  const SOLD = 'success keyword "sold"\n';
  const linked = (): { readonly cwd: string; readonly env: Readonly<Record<string, string>> } => {
    const main = repositoryWith({ "a.responses": 'reject keyword "sold"\n', "sub/a.responses": SOLD });
    const cwd = join(folderWith({}), "linked");
    git(main, "worktree", "add", "-q", cwd, "-b", "linked");
    const directory = git(cwd, "rev-parse", "--absolute-git-dir").trim();
    return { cwd, env: { GIT_DIR: directory, GIT_INDEX_FILE: join(directory, "index") } };
  };

  test("a folder that they go to is not taken for the root", async () => {
    const { cwd, env } = linked();
    const sub = { cwd: join(cwd, "sub"), env };
    const same = await run(["diff", "HEAD"], sub);
    expect([same.exitCode, lastLine(same.stdout)]).toEqual([
      0,
      expect.stringMatching(/^compared 1 mapping .* 1 the same;/),
    ]);
    const tested = await run(["test", "--since", "HEAD"], sub);
    expect(lastLine(tested.stdout)).not.toContain("deleted");
    writeFiles(cwd, { "sub/a.responses": "" });
    expect((await run(["diff", "HEAD"], sub)).stdout).toMatch(
      /^a\.responses\n {2}no longer a sale: success → unmapped/,
    );
  });

  test("a repository that they alone name is found by them", async () => {
    const { cwd, env } = linked();
    const elsewhere = folderWith({ "a.responses": SOLD });
    const { stdout } = await run(["diff", "HEAD", "a.responses"], { cwd: elsewhere, env });
    expect(stdout).toMatch(/^a\.responses\n {2}now a sale: reject → success/);
    expect((await run(["diff", "HEAD", "a.responses"], { cwd })).exitCode).toBe(0);
  });
});
