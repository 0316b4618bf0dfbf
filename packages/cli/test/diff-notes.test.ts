import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* What responses diff says to somebody who takes a run for more than it is, and what it tells of more than it shows. */

const BEFORE = 'include "common.responses"\nsuccess keyword "sold"\n';
const COMMON = 'reject keyword "blocked"\n';

/** A branch with a commit of its own, checked out. */
function branch(): string {
  const folder = repositoryWith({ "a.responses": BEFORE, "common.responses": COMMON, "b.responses": "" });
  git(folder, "switch", "-q", "-c", "change");
  commitAll(folder, { "a.responses": `# Nothing new.\n${BEFORE}` });
  return folder;
}

const UNCOMMITTED = /what is not committed was not compared \((.*)\): (.*) compares the working tree/;

describe("what is not committed", () => {
  test.each([
    [["main...HEAD"], "responses diff --base main"],
    [["main..change"], "responses diff main"],
    [["main", "HEAD", "a.responses"], "responses diff main a.responses"],
  ])("is told of where %j leaves it out, with what compares it", async (args, command) => {
    const cwd = branch();
    expect((await run(["diff", ...args], { cwd })).stdout).not.toContain("note:");
    writeFiles(cwd, { "common.responses": 'success keyword "blocked"\n' });
    const { stdout, exitCode } = await run(["diff", ...args], { cwd });
    expect(exitCode).toBe(0);
    const [, files, way = ""] = UNCOMMITTED.exec(stdout) ?? [];
    expect([files, way]).toEqual([
      args.length > 2 ? "a.responses" : "a.responses and common.responses",
      command,
    ]);
    const compared = await run(way.split(" ").slice(1), { cwd });
    expect(compared.stdout).toContain("now a sale: reject → success");
    expect(compared.stdout).not.toContain("note:");
  });

  test("counts whether it is new or gone, and not what another branch has", async () => {
    const cwd = branch();
    writeFiles(cwd, { "new.responses": "" });
    rmSync(join(cwd, "b.responses"));
    const { stdout } = await run(["diff", "main...HEAD"], { cwd });
    expect(UNCOMMITTED.exec(stdout)?.[1]).toBe("b.responses and new.responses");
    const other = await run(["diff", "change..main"], { cwd });
    expect(other.stdout).not.toContain("note:");
    const tree = await run(["diff", "--base", "main"], { cwd });
    expect(tree.stdout).not.toContain("note:");
  });

  test("is told of in every format, as is that both sides are one commit", async () => {
    const cwd = branch();
    writeFiles(cwd, { "a.responses": "" });
    const formats = ["json", "markdown", "sarif", "gitlab", "junit", "pretty"];
    const outputs = formats.flatMap((format) => ["--format", format, "--output", `out/${format}`]);
    const { stdout, exitCode } = await run(["diff", "change...HEAD", ...outputs, "--format", "github"], {
      cwd,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/exit code 0: both sides are the same commit\n/);
    for (const text of [stdout, ...formats.map((format) => readFileSync(join(cwd, "out", format), "utf8"))]) {
      expect(text).toContain("both sides are the same commit (");
      expect(text).toMatch(UNCOMMITTED);
    }
    expect(stdout).toMatch(/^::notice::both sides are the same commit/);
  });
});

describe("what is not told", () => {
  const rejects = Array.from(
    { length: 15 },
    (_, n) => `reject keyword "reason ${n}!" as "Reason ${n}"\n`,
  ).join("");

  test("is counted, sales apart, and told with --all", async () => {
    const cwd = repositoryWith({ "a.responses": rejects });
    writeFiles(cwd, { "a.responses": `success keyword "sold"\n${rejects}` });
    const some = await run(["diff", "HEAD"], { cwd });
    expect(some.stdout.match(/now a sale:/g)).toHaveLength(10);
    expect(some.stdout).toContain(
      "  not told: 6 other groups of responses whose verdict the same rules may change, too (in 6 of them a sale would count no more, or count now); --all tells them\n",
    );
    const all = await run(["diff", "HEAD", "--all"], { cwd });
    expect(all.stdout.match(/now a sale:/g)).toHaveLength(16);
    expect(all.stdout).not.toContain("not told");
    const json = JSON.parse((await run(["diff", "HEAD", "--format", "json"], { cwd })).stdout);
    expect(json.files[0]).toMatchObject({ unlisted: 6, unlistedSales: 6 });
    const markdown = await run(["diff", "HEAD", "--format", "markdown"], { cwd });
    expect(markdown.stdout).toContain(
      "- 6 more differences of the same rules are possible, 6 of them with sales: `responses diff --all` tells\n",
    );
  });
});

test("errors and warnings that the older side had not are told, and no others", async () => {
  const cwd = repositoryWith({ "a.responses": 'success keyword "valid"\nreject status 409 as Taken\n' });
  writeFiles(cwd, {
    "a.responses": 'reject status 409 as Taken\nsuccess  keyword "valid"\nreject status 409 as Other\n',
  });
  const { stdout } = await run(["diff", "HEAD"], { cwd });
  expect(stdout).toMatch(
    /\n {2}1 new finding of the check \(1 error\):\n {4}a\.responses:3 error unreachable-rule {2}/,
  );
  expect(stdout).not.toContain("keyword-inside-word");
  const json = JSON.parse((await run(["diff", "HEAD", "--format", "json"], { cwd })).stdout);
  expect(json.files[0].newFindings).toMatchObject([{ name: "unreachable-rule", line: 3 }]);
  const { stdout: markdown } = await run(["diff", "HEAD", "--format", "markdown"], { cwd });
  expect(markdown).toContain("\n- **1 new finding of the check (1 error)**\n");
  expect(markdown).toContain("  - **error** in line 3 (`unreachable-rule`): `");
});

test("so are all of a mapping that was added, and its examples that fail, accepted or not", async () => {
  const cwd = repositoryWith({ "a.responses": 'success keyword "valid"\n' });
  writeFiles(cwd, { "n.responses": "success keyword \"valid\"\nexample 200 'valid' is reject\n" });
  const { stdout } = await run(["diff", "HEAD", "--accept", "so be it"], { cwd });
  expect(stdout).toMatch(
    /^n\.responses added \(1 rule, 1 example\), accepted: so be it\n {2}1 of 1 example now fails:\n {4}n\.responses:2 .*\n {2}1 new finding of the check \(1 warning\):\n {4}n\.responses:1 warning keyword-inside-word {2}.*\n\n/,
  );
  expect(stdout).toContain(": 1 accepted and 1 the same, of them 1 with examples that fail; exit code 0");
  const reports = ["json", "github", "markdown"].flatMap((format) => [
    "--format",
    format,
    "--output",
    format,
  ]);
  await run(["diff", "HEAD", ...reports], { cwd });
  const [json = "", github, markdown] = ["json", "github", "markdown"].map((name) =>
    readFileSync(join(cwd, name), "utf8"),
  );
  expect(JSON.parse(json).files[1]).toMatchObject({
    result: "accepted",
    failing: [{ file: "n.responses", line: 2, actual: { outcome: "success" }, failedBefore: false }],
    newFindings: [{ name: "keyword-inside-word", line: 1 }],
  });
  expect(github).toMatch(/^::warning file=n\.responses,line=1,.*title=keyword-inside-word::/m);
  expect(markdown).toContain("- **1 new finding of the check (1 warning)**\n");
  expect(markdown).toContain("  - **warning** in line 1 (`keyword-inside-word`): ");
});

test("examples that fail now are told, those that failed before as such, also where no verdict changes", async () => {
  const failing = 'success keyword "sold"\nexample old "sold" is reject\n';
  const cwd = repositoryWith({ "a.responses": failing });
  writeFiles(cwd, { "a.responses": `${failing}example new "other" is success\n` });
  const { stdout, exitCode } = await run(["diff", "HEAD"], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^a\.responses\n {2}no response changes its verdict \(proved\)\n {2}2 of 2 examples now fail, 1 of them as before:\n {4}a\.responses:2 old {2}expects reject, gets success, failed before, too\n {4}a\.responses:3 new {2}expects success, gets unmapped\n\ncompared 1 mapping .*1 with examples that fail/,
  );
});
