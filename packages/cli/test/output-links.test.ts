import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND, type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

/*
 * What commands write is not written through a link in its place: it can come with somebody else's change, and lead anywhere. Nor does it replace
 * what somebody has written by hand.
 */

const ACME = 'success keyword "sold" as Sold\n';

const ended = ({ stderr, exitCode }: RunResult): readonly unknown[] => [stderr, exitCode];

describe.skipIf(process.platform === "win32")("a symbolic link in an output's place", () => {
  /** What `compile` writes for it. */
  const compiled = async () => {
    const cwd = folderWith({ "a.responses": ACME });
    await run(["compile"], { cwd });
    return readFileSync(join(cwd, "a.responses.mjs"), "utf8");
  };
  const told = (path: string) =>
    `error: cannot write ${path}: it is a symbolic link; remove it, or give --force to replace what it leads to\n`;

  test.each<[string, string, string | null]>([
    ["a file that was compiled", "old/a.mjs", "generated"],
    ["a file that was written by hand", "old/a.mjs", "export const mine = 1;\n"],
    ["an empty file outside the project", "../elsewhere/file", ""],
    ["nothing, outside the project", "../elsewhere/nothing", null],
  ])("that leads to %s", async (_, target, content) => {
    const held = content === "generated" ? (await compiled()).replace('"a', '"b') : content;
    const root = folderWith({ "project/a.responses": ACME, "project/old/x": "", "elsewhere/x": "" });
    const cwd = join(root, "project");
    if (held !== null) writeFileSync(join(cwd, target), held);
    for (const name of ["a.responses.mjs", "a.responses.d.mts"]) {
      symlinkSync(target, join(cwd, name));
      expect(ended(await run(["compile"], { cwd }))).toEqual([told(name), 2]);
      expect(existsSync(join(cwd, target)) ? readFileSync(join(cwd, target), "utf8") : null).toBe(held);
      rmSync(join(cwd, name));
    }
    symlinkSync(target, join(cwd, "a.responses.mjs"));
    expect((await run(["compile", "--force"], { cwd })).exitCode).toBe(0);
    // What leads nowhere gives its place to the module.
    expect(lstatSync(join(cwd, "a.responses.mjs")).isSymbolicLink()).toBe(held !== null);
    expect(existsSync(join(cwd, target))).toBe(held !== null);
    expect(readFileSync(join(cwd, "a.responses.mjs"), "utf8")).toBe(await compiled());
  });

  test("that leads to what is to be written is left alone", async () => {
    const cwd = folderWith({ "a.responses": ACME, "old/a.mjs": await compiled() });
    symlinkSync("old/a.mjs", join(cwd, "a.responses.mjs"));
    expect((await run(["compile"], { cwd })).exitCode).toBe(0);
    expect(lstatSync(join(cwd, "a.responses.mjs")).isSymbolicLink()).toBe(true);
  });

  test.each<[string, string, readonly string[]]>([
    ["declarations", "a.d.responses.ts", ["types"]],
    ["the map of declarations", "a.d.responses.ts.map", ["types"]],
    ["a page", "a.responses.html", ["docs", ".", "--out-dir", "."]],
    ["the index of pages", "index.html", ["docs", ".", "--out-dir", "."]],
  ])("of %s", async (_, path, args) => {
    const cwd = folderWith({ "a.responses": ACME, "b.responses": ACME });
    symlinkSync("nothing", join(cwd, path));
    expect(ended(await run(args, { cwd }))).toEqual([told(path), 2]);
    expect(existsSync(join(cwd, "nothing"))).toBe(false);
    expect((await run([...args, "--force"], { cwd })).exitCode).toBe(0);
    expect(lstatSync(join(cwd, path)).isSymbolicLink()).toBe(false);
  });

  const CHECK = ["check", "a.responses", "--format", "sarif", "--output"];
  const NDJSON = ["match", "a.responses", "--ndjson", "lines", "--errors"];
  const REPORTS: readonly (readonly [string, readonly string[]])[] = [
    ["a report", CHECK],
    ["bad lines", NDJSON],
  ];
  const READ = { "a.responses": ACME, lines: "no JSON\n{}\n" };

  test.each(REPORTS)("of %s", async (_, args) => {
    for (const held of ["mine\n", null]) {
      const root = folderWith({ "project/x": "", "elsewhere/x": "" });
      const cwd = join(root, "project");
      for (const [name, text] of Object.entries(READ)) writeFileSync(join(cwd, name), text);
      if (held !== null) writeFileSync(join(root, "elsewhere/file"), held);
      symlinkSync("../elsewhere/file", join(cwd, "link"));
      const { stderr, exitCode } = await run([...args, "link"], { cwd });
      expect([stderr, exitCode]).toEqual([
        expect.stringMatching(/^error: cannot write link: it is a symbolic link; remove it$/m),
        2,
      ]);
      expect(existsSync(join(root, "elsewhere/file"))).toBe(held !== null);
      if (held !== null) expect(readFileSync(join(root, "elsewhere/file"), "utf8")).toBe(held);
    }
  });

  test.each(REPORTS)("of a folder on the way to %s is followed", async (_, args) => {
    const cwd = folderWith({ ...READ, "results/x": "" });
    symlinkSync("results", join(cwd, "link"));
    await run([...args, "link/report"], { cwd });
    expect(existsSync(join(cwd, "results/report"))).toBe(true);
  });

  test.each(REPORTS)("that the system itself makes is followed, for %s", (_, args) => {
    // What this process would give the command itself is no pipe, and cannot be opened by a name.
    const words = ["-c", '"$@" /dev/stderr 2>&1 >/dev/null | cat', "sh", process.execPath, COMMAND, ...args];
    const printed = execFileSync("sh", words, { cwd: folderWith(READ), encoding: "utf8" });
    expect(printed).toMatch(/"version": "2\.1\.0"|^lines:1:1: /);
    expect(printed).not.toContain("symbolic link");
  });
});

describe.skipIf(process.platform === "win32")(
  "a symbolic link in the place of what a run writes anew",
  () => {
    const WRONG = 'success contains "sold"\n';
    const SAYS =
      "its symbolic link leads out of the project's folders; give what it leads to by its own path, or name the folder of that in includeFrom of responses.config.json";
    const BASELINE = "old.baseline.json";
    const RUNS: readonly (readonly [string, readonly string[], string, string])[] = [
      ["fmt", ["fmt", "a.responses"], "a.responses", 'success   keyword "sold"\n'],
      ["check --fix", ["check", "--fix", "a.responses"], "a.responses", WRONG],
      ["example --append", ["example", "a.responses", "answer", "--append"], "a.responses", ACME],
      [
        "check --write-baseline",
        ["check", "b.responses", "--write-baseline", BASELINE],
        BASELINE,
        '{ "version": 1 }\n',
      ],
      [
        "diff --accept",
        ["diff", "b.responses", "c.responses", "--accept", "so be it", "--accepted", "x.accepted.json"],
        "x.accepted.json",
        '{ "version": 1 }\n',
      ],
    ];

    test.each(RUNS)(
      "%s does not write through it out of the project, but where that allows it",
      async (_, args, path, held) => {
        const root = folderWith({
          "project/b.responses": ACME,
          "project/c.responses": ACME.replace("success", "reject"),
          "project/answer": "it is sold",
          [`elsewhere/${path}`]: held,
        });
        const cwd = join(root, "project");
        symlinkSync(`../elsewhere/${path}`, join(cwd, path));
        const textThere = () => readFileSync(join(root, "elsewhere", path), "utf8");
        writeFileSync(join(cwd, "responses.config.json"), "{}");
        const { stdout, stderr, exitCode } = await run(args, { cwd });
        expect(stdout + stderr).toContain(`cannot write ${path}: ${SAYS}\n`);
        expect([exitCode, textThere()]).toEqual([2, held]);
        writeFileSync(join(cwd, "responses.config.json"), '{ "includeFrom": ["../elsewhere"] }');
        await run(args, { cwd });
        expect(textThere()).not.toBe(held);
        expect(lstatSync(join(cwd, path)).isSymbolicLink()).toBe(true);
      },
    );

    test.each([
      ["check", "check"],
      ["check --fix", "check --fix"],
      ["test", "test"],
      ["compile", "compile"],
      ["fmt", "fmt"],
      ["docs", "docs --out-dir pages"],
      ["diff of folders", "diff . ."],
    ])("%s of a folder neither reads nor writes what it leads to out of the project", async (_, args) => {
      const root = folderWith({
        "project/responses.config.json": "{}",
        "elsewhere/secret": "password hunter2\n",
      });
      const cwd = join(root, "project");
      writeFileSync(join(cwd, "b.responses"), ACME);
      symlinkSync("../elsewhere/secret", join(cwd, "a.responses"));
      const { stdout, stderr, exitCode } = await run(args.split(" "), { cwd });
      expect(stdout + stderr).toContain(`cannot read a.responses: ${SAYS}\n`);
      expect(stdout + stderr).not.toContain("hunter2");
      expect(exitCode).toBe(2);
      expect(readFileSync(join(root, "elsewhere/secret"), "utf8")).toBe("password hunter2\n");
    });
  },
);

describe("a file that was written by hand, in an output's place", () => {
  const DOCS = ["docs", "src", "--out-dir", "src"];
  const SCRIPT = "export const mine = 1;\n";
  const PAGE = "<!doctype html>\n<h1>our site</h1>\n<p>Made by <code>responses docs</code>.</p>\n";

  test.each<[string, readonly string[], string, string]>([
    ["a module", ["compile", "src"], "src/acme.responses.mjs", SCRIPT],
    ["JSON", ["compile", "src", "--format", "json"], "src/acme.responses.json", '{ "mine": 1 }\n'],
    ["an index of modules", ["compile", "src", "--index"], "src/index.mjs", SCRIPT],
    ["declarations", ["types", "src"], "src/acme.d.responses.ts", "declare const mine: 1;\n"],
    [
      "another map",
      ["types", "src"],
      "src/acme.d.responses.ts.map",
      '{"version":3,"file":"acme.js","sources":[]}\n',
    ],
    ["a page", DOCS, "src/acme.responses.html", PAGE],
    ["an index of pages", DOCS, "src/index.html", PAGE],
  ])("%s stays, unless --force replaces it", async (_, args, path, mine) => {
    const files = { "src/acme.responses": ACME, "src/b.responses": ACME };
    const cwd = folderWith({ ...files, [path]: mine });
    expect(ended(await run(args, { cwd }))).toEqual([
      `error: cannot write ${path}: there is a file that was not made from a mapping; move it, or give --force to replace it\n`,
      2,
    ]);
    expect(readFileSync(join(cwd, path), "utf8")).toBe(mine);
    expect(ended(await run([...args, "--force"], { cwd }))).toEqual(["", 0]);
    const generated = readFileSync(join(cwd, path), "utf8");
    expect(generated).not.toBe(mine);
    // What was made from a mapping is replaced without a word once that is another, with the line ends of Windows too, and what is blank is no loss.
    writeFileSync(join(cwd, "src/acme.responses"), `# Written anew.\n${ACME}error status 500 as Down\n`);
    const other = generated.replace("acme.", "old.");
    for (const before of [other, other.replaceAll("\n", "\r\n"), "\n"]) {
      writeFileSync(join(cwd, path), before);
      expect(ended(await run(args, { cwd }))).toEqual(["", 0]);
      expect(readFileSync(join(cwd, path), "utf8")).not.toBe(before);
    }
  });
});
