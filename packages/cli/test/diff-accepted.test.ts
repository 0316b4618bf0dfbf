import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

import { AFTER, accept, BEFORE, branch, diff, entriesIn, FILE, lastLine, textIn } from "./accepted-branch.js";

/* Differences that somebody has accepted, through the life of a pull request. */

describe("what is accepted", () => {
  test("is written once, shown with its reason, and does not count; what differs besides does", async () => {
    const cwd = branch();
    const first = await accept(cwd, "the buyer says so");
    expect([first.exitCode, lastLine(first.stdout)]).toEqual([
      0,
      expect.stringMatching(
        /: 1 accepted and 1 the same; exit code 0: all that differs is accepted, lost sales among it$/,
      ),
    ]);
    expect(first.stdout).toContain(`wrote ${FILE} (1 accepted, 0 kept, 0 taken out)\n`);
    expect(entriesIn(cwd)).toEqual([["a.responses", "success → reject", "the buyer says so"]]);
    const before = textIn(cwd);
    expect((await accept(cwd, "another reason")).stdout).not.toContain("wrote");
    expect(textIn(cwd)).toBe(before);
    const { stdout, exitCode } = await diff(cwd, "main...HEAD");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^a\.responses\n {2}accepted no longer a sale, success → reject: the buyer says so\n {4}before .*\n {4}after .*\n {4}for example .*\n {2}1 new finding of the check \(1 warning\):\n {4}a\.responses:1 warning keyword-matches-key .*\n\ncompared/,
    );
    writeFiles(cwd, { "b.responses": AFTER });
    const more = await diff(cwd);
    expect([more.exitCode, more.last]).toEqual([
      1,
      expect.stringMatching(
        /1 with other verdicts and 1 accepted; exit code 1: responses get another verdict; besides, lost sales are accepted$/,
      ),
    ]);
    writeFiles(cwd, { "b.responses": BEFORE, "a.responses": AFTER.replace("as Duplicate", "as Twice") });
    const beside = await diff(cwd);
    expect(beside.exitCode).toBe(1);
    expect(beside.stdout).toContain("  another label: reject Duplicate → reject Twice\n");
    expect(beside.stdout).toContain("  accepted no longer a sale, success → reject: the buyer says so\n");
  });

  test("stays so wherever its rules stand, however they are laid out, and whatever examples there are", async () => {
    const cwd = branch();
    await accept(cwd, "so be it");
    writeFiles(cwd, {
      "a.responses": `# Moved.\nexample 200 "sold" is reject\nexample 200 "sold dup" is reject\n\n${AFTER.replaceAll(" keyword", "\n   keyword")}error status 555 and status 556\n`,
    });
    const { stdout, exitCode } = await diff(cwd);
    expect(stdout).toContain("accepted no longer a sale, success → reject: so be it");
    expect(exitCode).toBe(0);
  });

  test("can be mappings that came or went, and other captures", async () => {
    const cwd = branch(BEFORE.replace("$.price", "$.cost"));
    writeFiles(cwd, { "new.responses": 'success keyword "new"\n' });
    rmSync(join(cwd, "b.responses"));
    expect((await accept(cwd, "a new price")).exitCode).toBe(0);
    expect(entriesIn(cwd)).toEqual([
      ["a.responses", "reject Duplicate → reject Duplicate", "a new price"],
      ["a.responses", "success → success", "a new price"],
      ["a.responses", "unmapped → unmapped", "a new price"],
      ["b.responses", "the mapping was removed", "a new price"],
      ["new.responses", "the mapping was added", "a new price"],
    ]);
    // Another field is another change.
    writeFiles(cwd, { "a.responses": BEFORE.replace("$.price", "$.amount") });
    const { stdout, exitCode } = await diff(cwd);
    expect(exitCode).toBe(5);
    expect(stdout).toContain("a sale with other captures: ");
    expect(stdout.match(/^expired: /gm)).toHaveLength(3);
    expect(stdout).toContain("new.responses added (1 rule, 0 examples), accepted: a new price\n");
  });
});

describe("--accept-only", () => {
  test("accepts the groups of the rules that are named, and leaves the others open", async () => {
    const cwd = branch(AFTER.replace("as Duplicate", "as Twice"));
    const one = await accept(cwd, "a better word", "--accept-only", "a.responses:2");
    expect([one.exitCode, entriesIn(cwd)]).toEqual([
      1,
      [["a.responses", "reject Duplicate → reject Twice", "a better word"]],
    ]);
    expect((await diff(cwd)).stdout).toContain("no longer a sale: success → reject\n");
    const both = await accept(cwd, "they say so", "--accept-only", "./a.responses:1");
    expect([both.exitCode, entriesIn(cwd).length]).toEqual([0, 2]);
  });

  test("names what no rule decides any more by where the rule stood, and not by what stands there now", async () => {
    const cwd = branch('reject keyword "dup" as Twice\ncapture price from json "$.price"\n');
    await accept(cwd, "a better word", "--accept-only", "a.responses:1");
    expect(entriesIn(cwd).map(([, change]) => change)).not.toContain("success → unmapped");
    await accept(cwd, "it is gone", "--accept-only", "before:a.responses:1");
    expect(entriesIn(cwd)).toContainEqual(["a.responses", "success → unmapped", "it is gone"]);
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    [
      "a place where nothing differs",
      ["--accept", "x", "--accept-only", "a.responses:2"],
      /nothing differs at a\.responses:2/,
    ],
    ["no reason", ["--accept-only", "a.responses:1"], /give the reason, too/],
    ["what only takes out", ["--accept", "x", "--prune-accepted"], /accepts nothing/],
  ])("with %s is refused, and writes nothing", async (_, args, says) => {
    const cwd = branch();
    const { exitCode, stderr } = await run(["diff", "--base", "main", ...args], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(existsSync(join(cwd, FILE))).toBe(false);
  });
});

describe("an entry that does not occur", () => {
  test("fails, is told in every format, and goes with the next --accept", async () => {
    const cwd = branch();
    await accept(cwd, "the first try");
    commitAll(cwd, { "a.responses": BEFORE.replace("success", "error") });
    const { stdout, exitCode, last } = await diff(cwd);
    expect(exitCode).toBe(5);
    expect(stdout).toContain(
      `expired: ${FILE} accepts success → reject in a.responses, of success keyword "sold" (the first try), and that is not what this change does any more; responses diff --base main --prune-accepted takes out what is accepted for nothing\n`,
    );
    expect(last).toMatch(
      /: 1 with other verdicts .*; exit code 5: 1 accepted difference is not what this change does any more$/,
    );
    commitAll(cwd, { "a.responses": BEFORE });
    const formats = ["json", "markdown", "sarif", "gitlab", "junit"];
    const outputs = formats.flatMap((format) => ["--format", format, "--output", `../out/${format}`]);
    const gone = await diff(cwd, "main...HEAD", ...outputs, "--format", "github");
    expect(gone.exitCode).toBe(5);
    expect(gone.stdout).toMatch(/^::error file=responses\.accepted\.json::/);
    expect(gone.stdout).toMatch(/exit code 5: 1 accepted difference is not what this change does any more/);
    for (const format of formats)
      expect(readFileSync(join(cwd, "../out", format), "utf8"), format).toContain("the first try");
    rmSync(join(cwd, "../out"), { recursive: true });
    const prune = await run(["diff", "--base", "main", "--prune-accepted"], { cwd });
    expect([prune.exitCode, prune.stdout]).toEqual([
      0,
      expect.stringContaining(`wrote ${FILE} (0 accepted, 0 kept, 1 taken out)\n`),
    ]);
    expect(textIn(cwd)).toBe('{\n  "version": 1\n}\n');
  });

  test("is taken out by itself, and what differs stays open", async () => {
    const cwd = branch();
    await accept(cwd, "the first try");
    commitAll(cwd, { "a.responses": BEFORE.replace("success", "error") });
    const pruned = await diff(cwd, "--base", "main", "--prune-accepted");
    expect(pruned.exitCode).toBe(1);
    expect(pruned.stdout).toContain(`wrote ${FILE} (0 accepted, 0 kept, 1 taken out)\n`);
    expect(entriesIn(cwd)).toEqual([]);
    expect((await diff(cwd)).exitCode).toBe(1);
  });

  test("is one of an earlier version, too, which says that it is to be accepted again", async () => {
    const cwd = branch();
    const text =
      '{\n  "0123456789abcdef": { "mapping": "a.responses", "change": "success → reject", "reason": "x" },\n  "version": 1\n}\n';
    writeFiles(cwd, { [FILE]: text });
    const { stdout, exitCode } = await diff(cwd);
    expect(exitCode).toBe(5);
    expect(stdout).toContain("(x), and was written by an earlier version");
    expect((await accept(cwd, "y")).stdout).toContain("(1 accepted, 0 kept, 1 taken out)");
    expect((await diff(cwd)).exitCode).toBe(0);
  });

  test("is of mappings that were compared alone", async () => {
    const cwd = branch();
    await accept(cwd, "for a");
    commitAll(cwd, { "a.responses": BEFORE, "b.responses": AFTER });
    expect((await diff(cwd, "--base", "main", "b.responses")).stdout).not.toContain("expired");
    await accept(cwd, "for b", "b.responses");
    expect(entriesIn(cwd)).toEqual([
      ["a.responses", "success → reject", "for a"],
      ["b.responses", "success → reject", "for b"],
    ]);
    expect((await diff(cwd)).stdout).toMatch(/expired: .* in a\.responses/);
    // Of a mapping that has errors nothing is known.
    writeFiles(cwd, { "a.responses": "reject\n" });
    const broken = await accept(cwd, "no");
    expect([broken.exitCode, broken.stdout.includes("expired")]).toEqual([2, false]);
    expect(entriesIn(cwd)).toHaveLength(2);
  });

  test("is only mentioned once it was merged, and fails no pull request behind it", async () => {
    const cwd = branch();
    await accept(cwd, "the buyer says so");
    commitAll(cwd);
    expect((await diff(cwd, "main...HEAD")).exitCode).toBe(0);
    git(cwd, "switch", "-q", "main");
    git(cwd, "merge", "-q", "--no-ff", "--no-edit", "change");
    // What the merge itself brought, as a build of main sees it.
    expect((await diff(cwd, "HEAD~1..HEAD")).last).toMatch(
      /exit code 0: all that differs is accepted, lost sales among it$/,
    );
    git(cwd, "switch", "-q", "-c", "next");
    commitAll(cwd, { "a.responses": AFTER.replace("as Duplicate", "as Twice") });
    const next = await diff(cwd);
    expect(next.stdout).toMatch(
      /^merged: 1 entry of responses\.accepted\.json was merged and accepts nothing any more: responses diff --base main --prune-accepted takes it out$/m,
    );
    expect(next.last).toMatch(/exit code 1: responses get another verdict$/);
    expect((await accept(cwd, "a better word")).stdout).toContain("(1 accepted, 0 kept, 1 taken out)");
    const { stdout, exitCode } = await diff(cwd);
    expect([exitCode, stdout.includes("merged:")]).toEqual([0, false]);
    git(cwd, "switch", "-q", "--discard-changes", "-c", "unrelated", "main");
    expect(await diff(cwd)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("merged: ") });
  });
});

describe("an entry accepts no more than what somebody has looked at", () => {
  const SALES = 'success keyword "ok"\nsuccess json "$.s" exact "1"\nerror keyword "late"\n';
  const [OK = "", STATE = ""] = SALES.split("\n");

  test.each([
    ["moved", `reject keyword "test"\n${SALES}`, "reject → success", [OK, STATE]],
    ["came", SALES, "success → reject", [STATE, OK]],
    ["is gone", `reject keyword "test"\n${SALES}`, "reject → success", []],
  ] as const)("of a rule that %s it names those that it passed", async (what, before, change, passed) => {
    const cwd = repositoryWith({ "a.responses": before });
    git(cwd, "switch", "-q", "-c", "change");
    const lines = SALES.trimEnd().split("\n");
    const below = (line: string): string =>
      lines.flatMap((one) => (one === line ? [one, 'reject keyword "test"'] : [one])).join("\n");
    const above = (line: string): string =>
      lines.flatMap((one) => (one === line ? ['reject keyword "test"', one] : [one])).join("\n");
    const after = what === "is gone" ? SALES : what === "moved" ? below(OK) : above(STATE);
    writeFiles(cwd, { "a.responses": after });
    await accept(cwd, "so be it");
    expect(entriesIn(cwd).map(([, found]) => found)).toContain(change);
    // What has nothing to do with it does not count.
    writeFiles(cwd, { "a.responses": `${after}\nreject keyword "odd" as Odd\n` });
    expect((await diff(cwd)).stdout).not.toContain("expired");
    if (passed.length === 0) return;
    writeFiles(cwd, { "a.responses": what === "moved" ? below(STATE) : above(OK) });
    const further = await diff(cwd);
    expect(further.exitCode).toBe(5);
    expect(further.stdout).toContain(
      what === "moved" ? "now a sale: reject → success" : "no longer a sale: success → reject",
    );
  });

  /** A branch of one mapping, with another text in the working tree. */
  const edited = (before: string, after: string): string => {
    const cwd = repositoryWith({ "a.responses": before });
    git(cwd, "switch", "-q", "-c", "change");
    writeFiles(cwd, { "a.responses": after });
    return cwd;
  };

  test("and not what one more rule does that came beside it", async () => {
    const sold = 'success json "$.result" exact "accepted"';
    const first = `reject json "$.result" exact "accepted" and json "$.test" exact "true" as Test`;
    const cwd = edited(sold, `${first}\n${sold} as Sold\n`);
    expect((await accept(cwd, "test leads are not paid")).exitCode).toBe(0);
    const more = 'reject json "$.result" exact "accepted" and json "$.price" below 5 as Test';
    writeFiles(cwd, { "a.responses": `${first}\n${more}\n${sold} as Sold\n` });
    const { stdout, exitCode } = await diff(cwd);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      / {2}no longer a sale: success → reject Test\n {4}before .*\n {4}after .*responses:2 /,
    );
    expect(stdout).toContain("  accepted no longer a sale, success → reject Test: test leads are not paid\n");
  });

  test("and not what a rule does that --accept-only did not name", async () => {
    const cwd = edited(
      'success keyword "sold" as A\nreject keyword "sol"\n',
      'reject keyword "sold" and keyword "test"\nsuccess keyword "sold" and keyword "lead" as B\nreject keyword "sol"\n',
    );
    for (const line of [1, 2])
      expect((await accept(cwd, "so be it", "--accept-only", `a.responses:${line}`)).exitCode).toBe(1);
    expect((await diff(cwd)).stdout).toContain("  no longer a sale: success A → reject\n");
    expect((await accept(cwd, "this, too", "--accept-only", "a.responses:3")).exitCode).toBe(0);
  });

  test("and not what a price does behind a label", async () => {
    const labelled = 'success json "$.ok" exact "true" as A\ncapture price from json "$.price" for success\n';
    const cwd = edited(labelled, labelled.replace("as A", "as B"));
    expect((await accept(cwd, "a label")).exitCode).toBe(0);
    writeFiles(cwd, { "a.responses": labelled.replace("as A", "as B").replace("$.price", "$.cost") });
    const { stdout, exitCode } = await diff(cwd, "--base", "main", "--format", "markdown");
    expect(exitCode).toBe(5);
    expect(stdout).toContain("**Sales are possible that hand back other captures**");
    expect(stdout).toContain("**A sale with other captures**: `success A with ");
    expect(stdout).not.toContain("No sale is lost or gained");
  });

  test("one that was merged accepts nothing when the same comes again", async () => {
    const cwd = branch();
    await accept(cwd, "the buyer says so");
    const merge = (name: string): void => {
      git(cwd, "add", "-A");
      commitAll(cwd);
      git(cwd, "switch", "-q", "main");
      git(cwd, "merge", "-q", "--no-ff", "--no-edit", name);
    };
    merge("change");
    for (const again of ["again", "and again"]) {
      commitAll(cwd, { "a.responses": BEFORE });
      const name = again.replace(" ", "-");
      git(cwd, "switch", "-q", "-c", name);
      commitAll(cwd, { "a.responses": AFTER });
      const open = await diff(cwd);
      expect([open.exitCode, open.stdout]).toEqual([1, expect.stringMatching(/^merged: /m)]);
      expect((await accept(cwd, again)).stdout).toContain("(1 accepted, 0 kept, 1 taken out)");
      expect(entriesIn(cwd)).toEqual([["a.responses", "success → reject", again]]);
      expect((await diff(cwd)).exitCode).toBe(0);
      merge(name);
      expect((await diff(cwd, "HEAD~1..HEAD")).exitCode).toBe(0);
    }
  });
});

test("nothing in a reason or a rule comes to life", async () => {
  const cwd = folderWith({});
  const text = "`x` <b>\u001b[31m \n::error::";
  git(cwd, "init", "-q", "-b", "main");
  commitAll(cwd, { "a.responses": 'success keyword "`a` <b>"\n' });
  writeFiles(cwd, { "a.responses": 'reject keyword "`a` <b>" as "<i>"\n' });
  expect((await run(["diff", "HEAD", "--accept", text], { cwd })).exitCode).toBe(0);
  const pretty = await run(["diff", "HEAD"], { cwd });
  expect(pretty.stdout).toContain("\\u{1B}[31m");
  expect(pretty.stdout).not.toContain("\u001b");
  const markdown = await run(["diff", "HEAD", "--format", "markdown"], { cwd });
  expect(markdown.stdout).toMatch(/^- ``[^`]*`x` <b>.*``: \*\*No longer a sale\*\*/m);
  expect(markdown.stdout).not.toContain("No response changes its verdict");
  const github = await run(["diff", "HEAD", "--format", "github"], { cwd });
  expect(github.stdout.split("\n").filter((line) => line.startsWith("::error"))).toEqual([]);
});
