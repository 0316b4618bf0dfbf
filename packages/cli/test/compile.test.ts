import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "@responses/dsl";
import { located } from "@responses/dsl/editor";
import { COMMAND, type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { mappingFilesIn, SYSTEMS } from "@responses/testing/mapping-files";
import { describe, expect, test } from "vitest";

const ACME = `success keyword "sold" as Sold
reject otherwise as "No Demand"
capture price from json "$.price"
example "sold" is success Sold
`;

const lines = (text: string): readonly string[] => text.trimEnd().split("\n");

/** All files below a folder, sorted. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("what is written where", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["an ES module beside the file", ["a.responses"], ["a.responses.d.mts", "a.responses.mjs"]],
    ["a CommonJS module", ["a.responses", "--format", "cjs"], ["a.responses.cjs", "a.responses.d.cts"]],
    ["JSON", ["a.responses", "--format", "json"], ["a.responses.json"]],
    [
      "the current folder's files",
      [],
      [
        "a.responses.d.mts",
        "a.responses.mjs",
        "in/b.responses.d.mts",
        "in/b.responses.mjs",
        "in/deep/c.responses.d.mts",
        "in/deep/c.responses.mjs",
      ],
    ],
    [
      "a folder's tree below --out-dir",
      ["in", "--out-dir", "out/x", "--format", "json"],
      ["out/x/b.responses.json", "out/x/deep/c.responses.json"],
    ],
    [
      "the whole tree",
      ["--out-dir", "out", "--format", "json"],
      ["out/a.responses.json", "out/in/b.responses.json", "out/in/deep/c.responses.json"],
    ],
    [
      "a file below --out-dir",
      ["in/deep/c.responses", "--out-dir", "out", "--format", "json"],
      ["out/c.responses.json"],
    ],
    [
      "a glob's tree, from its first fixed folder",
      ["in/**/*.responses", "--out-dir", "out", "--format", "json"],
      ["out/b.responses.json", "out/deep/c.responses.json"],
    ],
    [
      "what lies outside the current folder",
      ["../outside", "--out-dir", "out", "--format", "json"],
      ["out/o.responses.json"],
    ],
  ])("%s", async (_name, args, expected) => {
    const root = folderWith({
      "here/a.responses": ACME,
      "here/in/b.responses": ACME,
      "here/in/deep/c.responses": ACME,
      "here/in/node_modules/d.responses": ACME,
      "outside/o.responses": ACME,
    });
    const cwd = join(root, "here");
    const before = filesIn(root);
    const { exitCode, stderr, stdout } = await run(["compile", ...args], { cwd });
    expect(stderr).toBe("");
    expect(lines(stdout).at(-1)).toMatch(/^compiled \d files? \(\d+ rules\); exit code 0: all is well$/);
    expect(exitCode).toBe(0);
    const written = filesIn(root).filter((file) => !before.includes(file));
    expect(written).toEqual(expected.map((file) => `here/${file}`).sort());
  });

  test("says what it wrote", async () => {
    const cwd = folderWith({ "a.responses": ACME, "b.responses": ACME });
    const { stdout } = await run(["compile", "--out-dir", "out"], { cwd });
    expect(lines(stdout)).toEqual([
      "✓ a.responses → out/a.responses.mjs and out/a.responses.d.mts",
      "✓ b.responses → out/b.responses.mjs and out/b.responses.d.mts",
      "compiled 2 files (4 rules); exit code 0: all is well",
    ]);
  });

  test("the output is the same wherever the file lies", async () => {
    const cwd = folderWith({ "a.responses": ACME, "in/deep/a.responses": ACME });
    await run(["compile"], { cwd });
    const text = readFileSync(join(cwd, "a.responses.mjs"), "utf8");
    expect(readFileSync(join(cwd, "in/deep/a.responses.mjs"), "utf8")).toBe(text);
    expect(text).not.toContain(cwd);
  });

  test("standard input, under the name that it is given", async () => {
    const cwd = folderWith({ "rules/shared.responses": 'reject keyword "no" as No' });
    const args = ["compile", "-", "--stdin-filename", "rules/a.responses", "--out-dir", "out"];
    const { exitCode } = await run(args, { cwd, stdin: 'include "shared.responses"' });
    expect(exitCode).toBe(0);
    expect(readFileSync(join(cwd, "out/a.responses.mjs"), "utf8")).toContain('"No"');
    const nameless = await run(["compile", "-"], { cwd, stdin: ACME });
    expect([nameless.stderr, nameless.exitCode]).toEqual([
      "error: standard input needs a name for its output: --stdin-filename acme.responses\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
      2,
    ]);
  });
});

describe("outputs that are right already", () => {
  test("are left alone, and written anew when the mapping changes", async () => {
    const cwd = folderWith({ "a.responses": ACME });
    await run(["compile"], { cwd });
    const module = join(cwd, "a.responses.mjs");
    const declarations = join(cwd, "a.responses.d.mts");
    const [first, firstDeclarations] = [statSync(module), statSync(declarations)];
    const { stdout } = await run(["compile"], { cwd });
    expect(lines(stdout)).toEqual([
      "✓ a.responses → a.responses.mjs and a.responses.d.mts (unchanged)",
      "compiled 1 file (2 rules), 1 unchanged; exit code 0: all is well",
    ]);
    expect(statSync(module).ino).toBe(first.ino);
    expect(statSync(module).mtimeMs).toBe(first.mtimeMs);
    // A rule that looks for another text changes the code, but no type.
    writeFileSync(join(cwd, "a.responses"), ACME.replaceAll('"sold"', '"taken"'));
    expect((await run(["compile"], { cwd })).stdout).not.toContain("unchanged");
    expect(statSync(module).ino).not.toBe(first.ino);
    expect(statSync(declarations).ino).toBe(firstDeclarations.ino);
  });
});

describe("a refused mapping", () => {
  test("is reported and not written; the others are compiled", async () => {
    const cwd = folderWith({ "bad.responses": 'success keywrod "valid"', "good.responses": ACME });
    const { exitCode, stdout } = await run(["compile"], { cwd });
    expect(lines(stdout)).toEqual([
      "bad.responses:1:9 error syntax",
      '  "keywrod" is not a way to match; did you mean keyword?',
      '  1 | success keywrod "valid"',
      "    |         ^^^^^^^",
      "  fix: Write keyword (responses check --fix makes it)",
      "",
      "✓ good.responses → good.responses.mjs and good.responses.d.mts",
      "compiled 1 file (2 rules), refused 1 with 1 error; exit code 1: errors must be fixed; outputs of refused files, and any index, are left as they were",
    ]);
    expect(exitCode).toBe(1);
    expect(filesIn(cwd)).toEqual([
      "bad.responses",
      "good.responses",
      "good.responses.d.mts",
      "good.responses.mjs",
    ]);
  });

  test("leaves what was compiled before", async () => {
    const cwd = folderWith({ "a.responses": ACME });
    await run(["compile"], { cwd });
    const before = readFileSync(join(cwd, "a.responses.mjs"));
    writeFileSync(join(cwd, "a.responses"), "success keyword");
    expect((await run(["compile"], { cwd })).exitCode).toBe(1);
    expect(readFileSync(join(cwd, "a.responses.mjs"))).toEqual(before);
  });

  test("an included file's error refuses all who include it, and is shown once", async () => {
    const cwd = folderWith({
      "a.responses": 'include "shared.responses"',
      "b.responses": 'include "shared.responses"',
      "shared.responses": 'reject keyword ""',
    });
    const { exitCode, stdout } = await run(["compile"], { cwd });
    expect(stdout.match(/error empty-text/g)).toHaveLength(1);
    expect(stdout.match(/error include-broken/g)).toHaveLength(2);
    expect(lines(stdout).at(-1)).toBe(
      "compiled 0 files (0 rules), refused 3 with 3 errors; exit code 1: errors must be fixed; outputs of refused files, and any index, are left as they were",
    );
    expect(exitCode).toBe(1);
  });
});

test("failing examples and warnings do not stop it, but are told", async () => {
  const cwd = folderWith({
    "a.responses": `${ACME}example "no" is success\nexample "sold" is reject\nreject keyword "*"`,
  });
  const { exitCode, stdout } = await run(["compile"], { cwd });
  expect(lines(stdout)).toEqual([
    "✓ a.responses → a.responses.mjs and a.responses.d.mts",
    "  2 of its 3 examples fail: responses test tells more",
    "compiled 1 file (3 rules), 1 with failing examples; exit code 0: nothing was refused, but examples fail; responses test tells which",
  ]);
  expect(exitCode).toBe(0);
});

describe("wrong use, and what cannot be written", () => {
  const ended = ({ stderr, exitCode }: RunResult): readonly unknown[] => [stderr, exitCode];

  test("nothing to compile", async () => {
    const cwd = folderWith({ "a.txt": "" });
    const nothing = await run(["compile"], { cwd });
    expect(lines(nothing.stdout)).toEqual([
      "found no mapping file; exit code 2: there was nothing to do (--allow-empty accepts that)",
    ]);
    expect(nothing.exitCode).toBe(2);
    expect((await run(["compile", "--allow-empty"], { cwd })).exitCode).toBe(0);
    expect(ended(await run(["compile", "nope"], { cwd }))).toEqual([
      "error: there is no file or folder nope\n",
      2,
    ]);
  });

  test("two files with the same output", async () => {
    const cwd = folderWith({ "a/x.responses": ACME, "b/x.responses": ACME, "b/y.responses": ACME });
    const { stderr, exitCode } = await run(["compile", "a", "b", "--out-dir", "out"], { cwd });
    expect(lines(stderr)).toEqual([
      "error: cannot compile a/x.responses: b/x.responses would be written to the same out/x.responses.*; give a folder that holds both, or compile them into different ones",
      "error: cannot compile b/x.responses: a/x.responses would be written to the same out/x.responses.*; give a folder that holds both, or compile them into different ones",
    ]);
    expect(exitCode).toBe(2);
    expect(filesIn(join(cwd, "out"))).toEqual(["y.responses.d.mts", "y.responses.mjs"]);
  });

  test.skipIf(process.platform === "win32")("a link that leads out of --out-dir", async () => {
    const cwd = folderWith({ "in/deep/a.responses": ACME, "elsewhere/file": "" });
    mkdirSync(join(cwd, "out"));
    symlinkSync(join(cwd, "elsewhere"), join(cwd, "out/deep"));
    expect(ended(await run(["compile", "in", "--out-dir", "out"], { cwd }))).toEqual([
      "error: deep/a.responses.mjs would be written outside out, through a symbolic link\n",
      2,
    ]);
    expect(filesIn(join(cwd, "elsewhere"))).toEqual(["file"]);
  });

  test.each(["a.responses.mjs", "a.responses.d.mts"])(
    "a folder in the place of %s: neither file is written",
    async (name) => {
      const cwd = folderWith({ "a.responses": ACME, [`${name}/file`]: "" });
      expect(ended(await run(["compile"], { cwd }))).toEqual([
        `error: cannot write ${name}: it is a folder\n`,
        2,
      ]);
      expect(filesIn(cwd)).toEqual(["a.responses", `${name}/file`].sort());
    },
  );

  test("a file in the place of --out-dir", async () => {
    const cwd = folderWith({ "a.responses": ACME, out: "" });
    expect(ended(await run(["compile", "--out-dir", "out"], { cwd }))).toEqual([
      "error: cannot make the folder out: a file is in its place\n",
      2,
    ]);
  });

  test.each([
    [["--format", "wasm"], "Allowed choices are esm, cjs, ts, json"],
    [["--out-dir", ""], "--out-dir needs the name of a folder"],
    [["-", "--watch", "--stdin-filename", "a.responses"], "--watch needs a file"],
  ])("%j", async (args, message) => {
    const { stderr, exitCode } = await run(["compile", ...args], {
      cwd: folderWith({ "a.responses": ACME }),
    });
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

describe("--watch", () => {
  test("compiles again when a file, or one that it includes, changes", async () => {
    const cwd = folderWith({ "a.responses": 'include "b.responses"', "b.responses": ACME });
    const module = join(cwd, "out/a.responses.mjs");
    const { spawn } = await import("node:child_process");
    const child = spawn(
      process.execPath,
      [COMMAND, "compile", "a.responses", "--out-dir", "out", "--watch"],
      { cwd },
    );
    const holds = async (text: string): Promise<void> => {
      await expect
        .poll(() => existsSync(module) && readFileSync(module, "utf8").includes(text), { timeout: 20_000 })
        .toBe(true);
    };
    try {
      await holds('"Sold"');
      writeFileSync(join(cwd, "b.responses"), ACME.replaceAll("Sold", "Gone"));
      await holds('"Gone"');
      writeFileSync(join(cwd, "a.responses"), "error otherwise as Never");
      await holds('"Never"');
    } finally {
      const closed = new Promise((resolve) => child.on("close", (code) => resolve(code)));
      child.kill("SIGINT");
      expect(await closed).toBe(0);
    }
  });
});

describe("compiled modules of the documented systems, run by Node alone", () => {
  const systems = mappingFilesIn(SYSTEMS);

  /** What runs in a process of its own: each response as text and as bytes, and the verdicts as JSON. */
  const runner = (load: string): string => `
    const { match, classify } = ${load};
    const responses = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const verdicts = responses.map(({ status, body }) => {
      const bytes = new TextEncoder().encode(body);
      return [match({ status, body }), match({ status, body: bytes }), classify(status, body), classify(status, bytes)];
    });
    process.stdout.write(JSON.stringify(verdicts));`;

  const evaluate = (script: string, input: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = execFile(process.execPath, ["-e", script], { maxBuffer: 1e9 }, (error, stdout) =>
        error === null ? resolve(stdout) : reject(error),
      );
      child.stdin?.end(input);
    });

  test("are there", () => expect(systems.length).toBeGreaterThanOrEqual(13));

  test.each(["esm", "cjs"] as const)(
    "%s gives every example its verdict, as text and as bytes",
    async (format) => {
      const out = folderWith({});
      const compiled = await run(["compile", SYSTEMS, "--out-dir", out, "--format", format]);
      expect([compiled.stderr, compiled.exitCode]).toEqual(["", 0]);
      for (const { name, text } of systems) {
        const examples = located(parse(name, text), "example");
        expect(examples.length).toBeGreaterThan(0);
        const responses = examples.map(({ model }) => ({ status: model.status, body: model.body }));
        const path = join(out, `${name}.${format === "esm" ? "mjs" : "cjs"}`);
        const script =
          format === "esm"
            ? `import(${JSON.stringify(pathToFileURL(path).href)}).then((module) => {${runner("module")}})`
            : runner(`require(${JSON.stringify(path)})`);
        const verdicts: readonly unknown[][] = JSON.parse(await evaluate(script, JSON.stringify(responses)));
        for (const [index, { model }] of examples.entries()) {
          const expected = model.verdict;
          const [asText, asBytes, rule, ruleOfBytes] = verdicts[index] ?? [];
          const wanted: Record<string, unknown> = { outcome: expected.outcome };
          if (expected.outcome !== "unmapped") {
            if (expected.label !== null) wanted.label = expected.label;
            // An empty text says that the capture is absent.
            const captures = expected.captures
              .filter(({ value }) => value !== "")
              .map(({ name: key, value }) => [key, value]);
            wanted.captures = Object.fromEntries(captures);
          }
          expect(asText, `${name}: ${model.body}`).toMatchObject(wanted);
          expect(asBytes).toEqual(asText);
          expect(ruleOfBytes).toBe(rule);
          expect(rule === -1).toBe(expected.outcome === "unmapped");
        }
      }
    },
  );
});
