import { rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* What responses diff says of mappings in submodules: they are compared as all others, or it is no proof. */

const SOLD = 'success keyword "sold"\n';
const REFUSED = 'reject keyword "sold"\n';
const NO_COMMIT = "1234567890".repeat(4);

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

/** A repository with a mapping of its own and one in a submodule, on a branch without a change. */
function superproject(): string {
  const inner = repositoryWith({ "m.responses": SOLD });
  const cwd = repositoryWith({ "r.responses": SOLD });
  git(cwd, "submodule", "add", "-q", inner, "sub");
  commitAll(cwd);
  git(cwd, "switch", "-q", "-c", "change");
  return cwd;
}

/** The same, and the branch has another commit of the submodule, in which the mapping refuses. */
function bumped(): string {
  const cwd = superproject();
  commitAll(join(cwd, "sub"), { "m.responses": REFUSED });
  commitAll(cwd);
  return cwd;
}

const RANGES = [["--base", "main"], ["main...HEAD"]] as const;

describe("a submodule that is checked out", () => {
  const ways: readonly (readonly string[])[] = [...RANGES, ["main", "sub"], ["main", "sub/m.responses"]];
  test.each(ways.map((args) => ({ args })))("is compared by diff $args", async ({ args }) => {
    const { stdout, exitCode } = await run(["diff", ...args], { cwd: bumped() });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^sub\/m\.responses\n {2}no longer a sale: success → reject\n/);
    expect(stdout).not.toContain("note:");
  });

  test("is compared as it lies there, be it committed or not, and counts where nothing differs", async () => {
    const cwd = superproject();
    const same = await run(["diff", "HEAD"], { cwd });
    expect([same.exitCode, lastLine(same.stdout)]).toEqual([
      0,
      expect.stringMatching(/^compared 2 mappings .*: 2 the same;/),
    ]);
    writeFiles(cwd, { "sub/m.responses": REFUSED, "sub/.gitignore": "made\n", "sub/made/x.responses": SOLD });
    const { stdout, exitCode } = await run(["diff", "HEAD"], { cwd });
    expect([exitCode, lastLine(stdout)]).toEqual([
      1,
      expect.stringMatching(/^compared 2 mappings .*: 1 with other verdicts and 1 the same;/),
    ]);
    const committed = await run(["diff", "main...HEAD"], { cwd });
    expect(committed.stdout).toContain("note: what is not committed was not compared (sub/m.responses)");
  });

  test("counts with the variables of a hook, too", async () => {
    const { stdout } = await run(["diff", "HEAD~1"], {
      cwd: bumped(),
      env: { GIT_INDEX_FILE: ".git/index" },
    });
    expect(stdout).toMatch(/^sub\/m\.responses\n {2}no longer a sale/);
  });

  test("with one of its own is compared as a whole", async () => {
    const middle = superproject();
    const cwd = repositoryWith({ "top.responses": SOLD });
    git(cwd, "submodule", "add", "-q", middle, "deep");
    git(cwd, "-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init", "--recursive");
    commitAll(cwd);
    writeFiles(cwd, { "deep/sub/m.responses": REFUSED });
    const { stdout } = await run(["diff", "HEAD"], { cwd });
    expect(stdout).toMatch(/^deep\/sub\/m\.responses\n {2}no longer a sale/);
    expect(lastLine(stdout)).toMatch(/^compared 3 mappings /);
    git(join(cwd, "deep"), "submodule", "deinit", "-q", "--force", "sub");
    git(join(cwd, "deep"), "update-index", "--cacheinfo", `160000,${NO_COMMIT},sub`);
    const apart = await run(["diff", "HEAD"], { cwd });
    expect([apart.exitCode, apart.stderr]).toEqual([
      2,
      expect.stringContaining("cannot compare the submodule deep/sub "),
    ]);
  });

  test("that is new has mappings that are new", async () => {
    const cwd = superproject();
    const { stdout, exitCode } = await run(["diff", "HEAD~1"], { cwd });
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^sub\/m\.responses added/)]);
  });
});

describe("a submodule that is not here as it was or is", () => {
  /** Ways to that, of a repository that has another commit of the submodule than main; what is left is on the disk. */
  const WAYS: Readonly<Record<string, () => string>> = {
    "since it is not checked out": () => {
      const cwd = folderWith({});
      git(cwd, "clone", "-q", bumped(), ".");
      git(cwd, "branch", "-q", "main", "origin/main");
      return cwd;
    },
    "since its history lacks the older commit": () => {
      const cwd = superproject();
      git(cwd, "update-index", "--cacheinfo", `160000,${NO_COMMIT},sub`);
      git(cwd, "commit", "-q", "-m", "another one");
      git(cwd, "branch", "-q", "-f", "main");
      git(cwd, "switch", "-q", "-C", "change", "main");
      commitAll(cwd);
      return cwd;
    },
    "since it is gone": () => {
      const cwd = superproject();
      git(cwd, "rm", "-q", "sub");
      git(cwd, "commit", "-q", "-m", "gone");
      return cwd;
    },
  };
  const cases = Object.entries(WAYS).flatMap(([name, make]) =>
    RANGES.map((args) => [name, args, make] as const),
  );

  test.each(cases)("%s ends diff %j with that, and all else is told", async (_, args, make) => {
    const cwd = make();
    git(cwd, "mv", "r.responses", "s.responses");
    commitAll(cwd, { "s.responses": 'success exact "other"\n' });
    const { stdout, stderr, exitCode } = await run(["diff", ...args], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("cannot compare the submodule sub with what it was at main");
    expect(stdout).toMatch(/^r\.responses removed .* no response counts as a sale/m);
    expect(stdout).toMatch(/^s\.responses added/m);
    expect(lastLine(stdout)).toMatch(
      /: 1 added and 1 removed; exit code 2: (?:what a submodule holds was not compared|something could not be read or written)$/,
    );
    // Where others are named, it is nothing to them.
    expect((await run(["diff", ...args, "s.responses"], { cwd })).exitCode).toBe(1);
    expect((await run(["diff", ...args, "sub"], { cwd })).exitCode).toBe(2);
    commitAll(cwd, { "responses.config.json": '{ "ignore": ["sub"] }\n' });
    expect((await run(["diff", ...args], { cwd })).exitCode).toBe(1);
  });

  test("keeps nobody from a proof where it is the same", async () => {
    const cwd = folderWith({});
    git(cwd, "clone", "-q", superproject(), ".");
    git(cwd, "branch", "-q", "main", "origin/main");
    for (const args of RANGES) {
      const { exitCode, stdout } = await run(["diff", ...args], { cwd });
      expect([exitCode, lastLine(stdout)]).toEqual([0, expect.stringMatching(/^compared 1 mapping /)]);
    }
    // Git does not answer for what lies in its folder, and neither does this.
    writeFiles(cwd, { "sub/x.responses": SOLD });
    expect((await run(["diff", "HEAD"], { cwd })).exitCode).toBe(0);
    const named = await run(["diff", "HEAD", "sub/x.responses"], { cwd });
    expect([named.exitCode, named.stderr]).toEqual([
      2,
      expect.stringContaining(
        "at HEAD: cannot read sub/x.responses: sub is a submodule, and this clone does not have",
      ),
    ]);
  });

  test("is none where another repository lies in this one", async () => {
    const cwd = superproject();
    writeFiles(cwd, { "nested/x.responses": SOLD });
    git(join(cwd, "nested"), "init", "-q");
    rmSync(join(cwd, "r.responses"));
    const { stdout } = await run(["diff", "HEAD"], { cwd });
    expect(lastLine(stdout)).toMatch(/^compared 2 mappings .*: 1 removed and 1 the same;/);
  });
});
