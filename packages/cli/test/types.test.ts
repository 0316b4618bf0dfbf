import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { decode } from "@jridgewell/sourcemap-codec";
import { SourceText } from "@responses/dsl";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { lines } from "./support/acme-match.js";
import { startWatching } from "./support/watching.js";

const SHARED = `# Écarts
error status 5xx as "Server error"
`;

const ACME = `include "shared.responses"
success keyword "sold"
reject  keyword "dup" as Duplicate
reject  keyword "late" as "Too late"
reject  keyword "twice" as Duplicate
capture price from json "$.price"
`;

const FILES = { "src/acme.responses": ACME, "src/shared.responses": SHARED };

const COMPILER = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** What tsc says of a program beside the mapping files, an error a line, without the texts of the errors. */
function compileProgram(
  cwd: string,
  program: string,
  options: readonly string[] = ["--allowArbitraryExtensions"],
): readonly string[] {
  writeFileSync(join(cwd, "src/program.ts"), program);
  const args = [
    "--noEmit",
    "--strict",
    "--noUncheckedIndexedAccess",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--types",
    "",
  ];
  const { stdout, error } = spawnSync(process.execPath, [COMPILER, ...args, ...options, "src/program.ts"], {
    cwd,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return stdout
    .split("\n")
    .flatMap((line) => /^src\/program\.ts\((\d+),.*(TS\d+)/.exec(line)?.slice(1).join(" ") ?? []);
}

describe("what is written where", () => {
  test("beside each file: declarations and their map", async () => {
    const cwd = folderWith(FILES);
    const { exitCode, stderr, stdout } = await run(["types"], { cwd });
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(lines(stdout)).toEqual([
      "✓ src/acme.responses → src/acme.d.responses.ts and src/acme.d.responses.ts.map",
      "✓ src/shared.responses → src/shared.d.responses.ts and src/shared.d.responses.ts.map",
      "wrote the types of 2 files (6 rules); exit code 0: all is well",
    ]);
    expect((await run(["types"], { cwd })).stdout).toContain("2 unchanged");
  });

  test("below a folder of types", async () => {
    const cwd = folderWith(FILES);
    await run(["types", "src", "--out-dir", ".responses/types/src"], { cwd });
    expect(readdirSync(join(cwd, "src"))).toEqual(Object.keys(FILES).map((path) => path.slice(4)));
    const map = JSON.parse(readFileSync(join(cwd, ".responses/types/src/acme.d.responses.ts.map"), "utf8"));
    expect(map.sources).toEqual(["../../../src/acme.responses", "../../../src/shared.responses"]);
    writeFileSync(join(cwd, "tsconfig.json"), "{}");
    const used =
      'import { match } from "./acme.responses"; const verdict = match({}); if (verdict.outcome === "reject") { const label: "Duplicate" | "Too late" = verdict.label; console.log(label); }';
    writeFileSync(
      join(cwd, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          noEmit: true,
          strict: true,
          module: "nodenext",
          types: [],
          lib: ["es2022", "dom"],
          allowArbitraryExtensions: true,
          rootDirs: ["src", ".responses/types/src"],
        },
        include: ["src"],
      }),
    );
    writeFileSync(join(cwd, "src/program.ts"), used);
    const { status, stdout } = spawnSync(process.execPath, [COMPILER, "-p", "."], { cwd, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("nothing of a refused file, which is reported", async () => {
    const cwd = folderWith({ "a.responses": 'success keywrod "x"\n' });
    const { exitCode, stdout } = await run(["types"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("a.responses:1:9 error syntax");
    expect(readdirSync(cwd)).toEqual(["a.responses"]);
  });

  test("nothing of standard input, which nobody can import", async () => {
    const { exitCode, stderr } = await run(["types", "-"], { cwd: folderWith({}), stdin: ACME });
    expect([exitCode, stderr]).toEqual([
      2,
      "error: types needs a file: standard input is read once and cannot be written\nthe run ended early; exit code 2: it cannot be done as it was asked for\n",
    ]);
  });
});

describe("--check", () => {
  test.each(["types", "compile"])("%s writes nothing and names what is stale", async (command) => {
    const cwd = folderWith(FILES);
    const missing = await run([command, "--check"], { cwd });
    expect(missing.exitCode).toBe(1);
    expect(lines(missing.stdout)[0]).toMatch(/^✗ src\/acme\S+ is missing$/);
    expect(readdirSync(join(cwd, "src"))).toHaveLength(2);
    await run([command], { cwd });
    const fine = await run([command, "--check"], { cwd });
    expect([fine.exitCode, lines(fine.stdout)]).toEqual([
      0,
      ["compared 2 files (6 rules), found nothing stale; exit code 0: all is well"],
    ]);
    // The label stands in the declarations and in the module; the file's own outputs are not touched.
    writeFileSync(join(cwd, "src/shared.responses"), SHARED.replace("Server error", "Down"));
    const stale = await run([command, "--check"], { cwd });
    const [code, types] =
      command === "types"
        ? [[], ["src/acme.d.responses.ts", "src/shared.d.responses.ts"]]
        : [
            ["src/acme.responses.mjs", "src/shared.responses.mjs"],
            ["src/acme.responses.d.mts", "src/shared.responses.d.mts"],
          ];
    const named = lines(stale.stdout).slice(0, -1);
    expect(
      named
        .map((line) => line.split(" ")[1])
        .filter((path) => !path?.endsWith(".map"))
        .sort(),
    ).toEqual([...code, ...types].sort());
    expect(named[0]).toMatch(/^✗ src\/acme\S+ is not what src\/acme.responses gives$/);
    expect(lines(stale.stdout).at(-1)).toMatch(
      /^compared 2 files \(6 rules\), found \d outputs stale; exit code 1: run it again without --check, and commit what it writes$/,
    );
    expect(stale.exitCode).toBe(1);
  });
});

test("--check tells of line ends that a checkout has changed", async () => {
  const cwd = folderWith(FILES);
  await run(["types", "src/shared.responses"], { cwd });
  const path = join(cwd, "src/shared.d.responses.ts");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
  const { exitCode, stdout } = await run(["types", "src/shared.responses", "--check"], { cwd });
  expect(lines(stdout)[0]).toBe(
    "✗ src/shared.d.responses.ts has other line ends than src/shared.responses gives: let .gitattributes say eol=lf for such files",
  );
  expect(exitCode).toBe(1);
});

test("--watch writes again when an include changes", async () => {
  const cwd = folderWith(FILES);
  const watching = startWatching(["types"], cwd);
  await watching.sees(/wrote the types of 2 files/);
  writeFileSync(join(cwd, "src/shared.responses"), SHARED.replace("Server error", "Down"));
  await watching.sees(/wrote the types of 2 files/);
  expect(readFileSync(join(cwd, "src/acme.d.responses.ts"), "utf8")).toContain('"Down"');
  expect(await watching.interrupt()).toBe(0);
});

describe("the compiler of TypeScript", () => {
  const program = `import { match, classify, rules, type RuleIndex } from "./acme.responses";
const verdict = match({ status: 200, body: "dup" });
export const price: string | undefined = verdict.captures.price;
export const deciding: RuleIndex | -1 = classify(200, "dup");
export const line: number | undefined = deciding === -1 ? undefined : rules[deciding].line;
export function reason(): string {
  switch (verdict.outcome) {
    case "success": return verdict.label ?? "sold";
    case "reject": return verdict.label === "Duplicate" ? "twice" : verdict.label;
    case "error": return verdict.label;
    case "unmapped": return "?";
  }
}
`;

  test.each<readonly [string, string, string, readonly string[]]>([
    ["right uses", "", "", []],
    ["a wrong label", '"Duplicate" ?', '"Duplicat" ?', ["9 TS2367"]],
    ["an outcome that a switch leaves out", '    case "unmapped": return "?";\n', "", ["6 TS2366"]],
    ["a capture that does not exist", "captures.price", "captures.cost", ["3 TS2339"]],
    ["an index that is no rule's", "deciding === -1", "deciding === 7", ["5 TS2367", "5 TS2532"]],
  ])("%s", async (_, from, to, errors) => {
    const cwd = folderWith(FILES);
    await run(["types"], { cwd });
    expect(compileProgram(cwd, from === "" ? program : program.replace(from, to))).toEqual(errors);
  });

  test("tells which option is missing", async () => {
    const cwd = folderWith(FILES);
    await run(["types"], { cwd });
    expect(
      compileProgram(
        cwd,
        'import "./acme.responses";\nimport { match } from "./acme.responses";\nmatch({});',
        [],
      ),
    ).toContain("2 TS6263");
  });
});

test("the map leads from a name in the declarations to where the mapping says it", async () => {
  const cwd = folderWith(FILES);
  await run(["types"], { cwd });
  const declarations = readFileSync(join(cwd, "src/acme.d.responses.ts"), "utf8");
  expect(declarations.trimEnd().split("\n").at(-1)).toBe("//# sourceMappingURL=acme.d.responses.ts.map");
  const map = JSON.parse(readFileSync(join(cwd, "src/acme.d.responses.ts.map"), "utf8"));
  expect(map.sources.every((source: string) => existsSync(join(cwd, "src", source)))).toBe(true);
  const text = new SourceText(declarations);
  const links = decode(map.mappings).flatMap((segments, line) =>
    segments.flatMap(([column, source = -1, fromLine = -1, fromColumn], index) => {
      const [endColumn = -1, , toLine = -1, toColumn] = segments[index + 1] ?? [];
      // Each name has two segments: where it begins and where it ends.
      if (index % 2 === 1) return [];
      const target = new SourceText(Object(FILES)[`src/${map.sources[source]}`]);
      const said = toLine === fromLine ? target.lineText(fromLine).slice(fromColumn, toColumn) : "lines";
      return [`${text.lineText(line).slice(column, endColumn)} → ${map.sources[source]}: ${said}`];
    }),
  );
  expect(links).toEqual([
    "Response → acme.responses: ",
    "Captures → acme.responses: ",
    '"price" → acme.responses: price',
    "FixedLabels → acme.responses: ",
    '"Duplicate" → acme.responses: Duplicate',
    '"Too late" → acme.responses: "Too late"',
    '"Server error" → shared.responses: "Server error"',
    "Verdict → acme.responses: ",
    '{ → acme.responses: success keyword "sold"',
    "outcome → acme.responses: success",
    "label → acme.responses: success",
    "captures → acme.responses: price",
    '} → acme.responses: success keyword "sold"',
    '{ → acme.responses: reject  keyword "dup" as Duplicate',
    "outcome → acme.responses: reject",
    "label → acme.responses: Duplicate",
    "captures → acme.responses: price",
    '} → acme.responses: reject  keyword "dup" as Duplicate',
    '{ → shared.responses: error status 5xx as "Server error"',
    "outcome → shared.responses: error",
    'label → shared.responses: "Server error"',
    "captures → acme.responses: price",
    '} → shared.responses: error status 5xx as "Server error"',
    "{ → acme.responses: ",
    "outcome → acme.responses: ",
    "label → acme.responses: ",
    "captures → acme.responses: price",
    "} → acme.responses: ",
    "Rule → acme.responses: ",
    "RuleIndex → acme.responses: ",
    "Rules → acme.responses: ",
    "MappingModule → acme.responses: ",
    "rules → acme.responses: ",
    "match → acme.responses: ",
    "classify → acme.responses: ",
  ]);
});
