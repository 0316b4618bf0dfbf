import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import {
  accepted,
  BASELINE,
  baselineIn,
  CLEAN,
  check,
  DOUBTFUL,
  entriesIn,
  PROJECT,
  UNUSED,
  WARNED,
} from "./support/baselines.js";
import { startWatching } from "./support/watching.js";

describe("a run with a baseline", () => {
  test("counts nothing that is in it, and says how much that is", async () => {
    const cwd = await accepted({ "a.responses": DOUBTFUL, "b.responses": WARNED });
    const { last, stdout, exitCode } = await check(cwd, "--max-warnings", "0");
    expect(last).toBe(
      "checked 2 files (4 rules, 3 examples), found nothing; 3 findings are in the baseline; exit code 0: nothing new",
    );
    expect([exitCode, stdout]).toEqual([0, `${last}\n`]);
  });

  test("counts what is new, also one more of what is in it", async () => {
    const cwd = await accepted({ "a.responses": WARNED });
    const more = `${WARNED}success keyword "valid" and status 200\nexample 200 "valid!" is success\n`;
    writeFileSync(join(cwd, "a.responses"), more);
    expect((await check(cwd, "--max-warnings", "0")).exitCode).toBe(1);
    writeFileSync(
      join(cwd, "a.responses"),
      'success keyword "valid", "accepted"\nexample "valid" is success\n',
    );
    const { stdout, last } = await check(cwd);
    expect(stdout).toContain("a.responses:1:26 warning keyword-inside-word");
    expect(last).toContain("found 2 warnings");
  });

  test("counts a success that was known above one refusal and is above another, too, and names that one", async () => {
    const known =
      'success keyword "taken"\nreject keyword "duplicate" as Duplicate\nexample "Lead taken" is success\nexample "This is a duplicate" is reject Duplicate\n';
    const refused = 'reject keyword "refused" as Refused\n';
    const more = `${refused}example "It is refused" is reject Refused\n`;
    const cwd = await accepted({ "a.responses": known });
    const before = baselineIn(cwd);
    writeFileSync(join(cwd, "a.responses"), `${known}${more}`);
    const added = await check(cwd, "--max-warnings", "0");
    expect([added.exitCode, added.last]).toEqual([1, expect.stringContaining("found 1 warning")]);
    expect(added.stdout).toMatch(/warning success-before-reject\n.*\(new is the rule in line 5\)$/m);
    const sarif = await check(cwd, "--format", "sarif");
    expect(sarif.stdout).toMatch(/new is the rule in line 5/);
    // Which of the two stands first is the same to it.
    await check(cwd, "--write-baseline", "--accept-new");
    const both = baselineIn(cwd);
    writeFileSync(join(cwd, "a.responses"), known.replace("\n", `\n${more}`));
    expect((await check(cwd, "--max-warnings", "0")).last).toMatch(
      /found nothing; 1 finding is in the baseline; exit code 0/,
    );
    writeFileSync(join(cwd, "a.responses"), known);
    const gone = await check(cwd, "--max-warnings", "0");
    expect([gone.exitCode, gone.stdout]).toEqual([
      1,
      expect.stringMatching(/^stale .*success keyword "taken" reject keyword "refused" as Refused of a/m),
    ]);
    await check(cwd, "--write-baseline");
    expect([baselineIn(cwd), both === before]).toEqual([before, false]);
  });

  test("tells findings in equal statements apart by their number alone", async () => {
    const failing = 'example "no" is success\n';
    const cwd = await accepted({ "a.responses": `${CLEAN}${failing}` });
    writeFileSync(join(cwd, "a.responses"), `${CLEAN}${failing}${failing}`);
    const { stdout, last } = await check(cwd);
    expect(stdout).toContain("a.responses:4:17 error example-fails");
    expect(last).toMatch(/found 1 error; 1 finding is in the baseline; exit code 1/);
  });

  test.each([
    [
      "other lines above",
      (text: string) => `# a comment\nerror status 500\n\n${text}example 500 "" is error\n`,
    ],
    ["another layout", (text: string) => text.replaceAll(" ", "   ").replaceAll("keyword", "\n  keyword")],
    ["line ends of Windows", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["another order of the statements", (text: string) => `${text.split("\n").reverse().join("\n")}\n`],
  ])("is not concerned by %s", async (_, edit) => {
    const cwd = await accepted({ "a.responses": WARNED });
    writeFileSync(join(cwd, "a.responses"), edit(WARNED));
    expect((await check(cwd)).last).toMatch(/found nothing; 1 finding is in the baseline; exit code 0/);
  });

  test("is one with the findings of other files in --baseline, which wins over the project's", async () => {
    const cwd = await accepted({ "a.responses": WARNED });
    writeFileSync(join(cwd, "empty.baseline.json"), '{ "version": 1 }');
    expect((await check(cwd, "--max-warnings", "0", "--baseline", "empty.baseline.json")).exitCode).toBe(1);
    rmSync(join(cwd, "responses.config.json"));
    expect((await check(cwd, "--max-warnings", "0")).exitCode).toBe(1);
    expect((await check(cwd, "--max-warnings", "0", "--baseline", BASELINE)).exitCode).toBe(0);
    const below = await check(join(cwd, "."), "--max-warnings", "0", "--baseline", join(cwd, BASELINE), cwd);
    expect(below.exitCode).toBe(0);
  });

  test("started in a folder below finds it where the project file says", async () => {
    const cwd = await accepted({ "buyers/a.responses": WARNED, "buyers/eu/b.responses": WARNED });
    const { last } = await check(join(cwd, "buyers/eu"), "--max-warnings", "0");
    expect(last).toMatch(/^checked 1 file .* 1 finding is in the baseline; exit code 0/);
  });

  test("takes a project's own where there are several", async () => {
    const cwd = folderWith({
      ...PROJECT,
      "a.responses": WARNED,
      "own/responses.config.json": '{ "baseline": "../own.baseline.json" }',
      "own/b.responses": WARNED,
      "none/responses.config.json": "{}",
      "none/c.responses": CLEAN,
    });
    const { stdout } = await check(cwd, "--write-baseline");
    expect(stdout.split("\n").slice(0, 2).sort()).toEqual([
      "wrote own.baseline.json (1 finding)",
      "wrote responses.baseline.json (1 finding)",
    ]);
    expect(readFileSync(join(cwd, "own.baseline.json"), "utf8")).toContain('"own/b.responses: ');
    expect(readdirSync(join(cwd, "none"))).toEqual(["c.responses", "responses.config.json"]);
    expect((await check(cwd, "--max-warnings", "0")).exitCode).toBe(0);
  });

  test("of standard input takes the entries of the name that it is given", async () => {
    const cwd = await accepted({ "a.responses": WARNED });
    const { exitCode } = await run(["check", "-", "--stdin-filename", "a.responses", "--max-warnings", "0"], {
      cwd,
      stdin: WARNED,
    });
    expect(exitCode).toBe(0);
  });

  test("does not count an error of it in responses test, but a failing example", async () => {
    const cwd = await accepted({ "a.responses": DOUBTFUL });
    expect((await run(["test"], { cwd })).exitCode).toBe(0);
    writeFileSync(join(cwd, "a.responses"), 'success exact "a"\nexample "b" is success\n');
    await check(cwd, "--write-baseline", "--accept-new");
    expect((await check(cwd)).exitCode).toBe(0);
    expect((await run(["test"], { cwd })).exitCode).toBe(1);
  });

  test("has its findings in JSON, and leaves them out of what shows places", async () => {
    const cwd = await accepted({ "a.responses": WARNED });
    writeFileSync(join(cwd, "b.responses"), WARNED);
    const report = JSON.parse((await check(cwd, "--format", "json")).stdout);
    const places = (
      list: readonly { readonly file: string; readonly line: number; readonly name: string }[],
    ) => list.map(({ file, line, name }) => `${file}:${line} ${name}`);
    expect(places(report.findings)).toEqual(["b.responses:1 keyword-inside-word"]);
    expect(places(report.baselined)).toEqual(["a.responses:1 keyword-inside-word"]);
    expect(report.staleBaseline).toEqual([]);
    expect(report.summary).toMatchObject({ warnings: 1, baselined: 1 });
    for (const format of ["github", "gitlab", "junit", "markdown"]) {
      const { stdout } = await check(cwd, "--format", format);
      const said = stdout.split("::stop-commands::")[0] ?? "";
      expect(said.match(/keyword-inside-word/g), format).toHaveLength(1);
    }
  });

  test("mends with --fix what is in it, too, and --watch sees the baseline change", async () => {
    const cwd = await accepted({ "a.responses": UNUSED, "b.responses": WARNED });
    const { stdout } = await check(cwd, "--fix");
    expect(stdout).toContain("stale");
    expect(readFileSync(join(cwd, "a.responses"), "utf8")).not.toContain("#");
    const watching = startWatching(["check"], cwd);
    await watching.sees(/of the baseline stale/);
    await check(cwd, "--write-baseline");
    await watching.sees(/in the baseline; exit code 0/);
    rmSync(join(cwd, BASELINE));
    await watching.sees(/there is no such baseline/);
    expect(await watching.interrupt()).toBe(2);
  });
});

describe("a stale entry", () => {
  test("fails, with its own reason and the way out, in every format", async () => {
    const cwd = await accepted({ "a.responses": WARNED, "b.responses": WARNED });
    writeFileSync(join(cwd, "a.responses"), CLEAN);
    const { stdout, last, exitCode } = await check(cwd);
    expect(exitCode).toBe(1);
    expect(
      stdout,
    ).toBe(`stale ${BASELINE} lists keyword-inside-word in success keyword "valid" of a.responses, which is found no more
  fix: responses check --write-baseline takes out of it what is found no more

${last}
`);
    expect(last).toBe(
      "checked 2 files (2 rules, 2 examples), found nothing; 1 finding is in the baseline; 1 entry of the baseline stale; exit code 1: the baseline lists findings that no longer occur; --write-baseline removes them",
    );
    const { staleBaseline } = JSON.parse((await check(cwd, "--format", "json")).stdout);
    expect(staleBaseline).toMatchObject([
      { baseline: BASELINE, file: "a.responses", name: "keyword-inside-word", count: 1, found: 0 },
    ]);
    for (const format of ["github", "gitlab", "junit", "markdown", "sarif"]) {
      const told = await check(cwd, "--format", format);
      expect(told.exitCode).toBe(1);
      expect(told.stdout.replaceAll("&quot;", '"').replaceAll('\\"', '"'), format).toContain(
        `${BASELINE} lists keyword-inside-word in success keyword "valid" of a.responses, which is found no more`,
      );
    }
  });

  test("is one of which less is found", async () => {
    const cwd = await accepted({
      "a.responses": 'success keyword "valid", "accepted"\nexample "valid" is success\n',
    });
    const key = "a.responses: keyword-inside-word";
    expect(entriesIn(cwd)).toEqual({ [key]: 2 });
    writeFileSync(join(cwd, BASELINE), baselineIn(cwd).replace('"count": 2', '"count": 3'));
    expect((await check(cwd)).stdout).toContain("3 times, and it is found 2 times");
    expect((await check(cwd, "--write-baseline")).stdout).toContain("(2 findings, 0 added, 1 taken out)");
    expect(entriesIn(cwd)).toEqual({ [key]: 2 });
  });

  test.each(["nothing", "a folder"])(
    "is one of a file in whose place %s is, or that is left out, where a run looked through its folder",
    async (now) => {
      const cwd = await accepted({ "a.responses": CLEAN, "b/b.responses": WARNED, "c/c.responses": WARNED });
      rmSync(join(cwd, "b"), { recursive: true });
      if (now === "a folder") mkdirSync(join(cwd, "b/b.responses"), { recursive: true });
      writeFileSync(join(cwd, "responses.config.json"), `{ "baseline": "${BASELINE}", "ignore": ["c"] }`);
      const { stdout, exitCode } = await check(cwd);
      expect(exitCode).toBe(1);
      expect(stdout.match(/and the file is gone or left out by its project$/gm)).toHaveLength(2);
      for (const path of ["a.responses", "c/c.responses"]) expect((await check(cwd, path)).exitCode).toBe(0);
      await check(cwd, "--write-baseline");
      expect(entriesIn(cwd)).toEqual({});
      expect((await check(cwd)).exitCode).toBe(0);
    },
  );

  test("is none of a file that was not read, or whose mapping cannot be run", async () => {
    const cwd = await accepted({ "a.responses": WARNED, "b.responses": WARNED });
    const before = baselineIn(cwd);
    writeFileSync(join(cwd, "b.responses"), `${CLEAN}reject keywrod "x"\n`);
    expect((await check(cwd, "a.responses")).exitCode).toBe(0);
    const { stdout, last } = await check(cwd);
    expect(stdout).not.toContain("stale");
    expect(last).toMatch(/exit code 1: errors must be fixed$/);
    for (const paths of [["a.responses"], []]) {
      await check(cwd, ...paths, "--write-baseline");
      expect(baselineIn(cwd)).toBe(before);
    }
  });

  test("names the baseline where nothing but the command line does", async () => {
    const cwd = folderWith({ "a.responses": WARNED });
    const written = await check(cwd, "--write-baseline", "old.baseline.json");
    expect(written.stdout).toContain(
      'add "baseline": "old.baseline.json" to responses.config.json so that every run',
    );
    writeFileSync(join(cwd, "a.responses"), CLEAN);
    const { stdout } = await check(cwd, "--baseline", "old.baseline.json");
    expect(stdout).toContain("fix: responses check --write-baseline old.baseline.json takes out");
  });

  test("of a hint fails as any other, though a hint that is new fails nothing and is taken up by --accept-new alone", async () => {
    const hinted = `${CLEAN}reject exact "no" as No\n`;
    const cwd = await accepted({ "a.responses": CLEAN });
    writeFileSync(join(cwd, "a.responses"), hinted);
    const fresh = await check(cwd, "--max-warnings", "0", "--write-baseline");
    expect([fresh.exitCode, entriesIn(cwd)]).toEqual([0, {}]);
    await check(cwd, "--write-baseline", "--accept-new");
    expect(entriesIn(cwd)).toEqual({ "a.responses: untested-rule": 1 });
    expect((await check(cwd)).last).toMatch(/1 finding is in the baseline; exit code 0: nothing new$/);
    writeFileSync(join(cwd, "a.responses"), `${hinted}example "no" is reject No\n`);
    const { exitCode, stdout } = await check(cwd);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(`${BASELINE} lists untested-rule`)]);
  });
});
