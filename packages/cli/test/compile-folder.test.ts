import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "@responses/testing/command";
import { filesIn, typeScript } from "@responses/testing/compiled-folder";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const SOLD =
  'success keyword "sold"\nreject json "$.why" exact "*" as json "$.why" or Unknown\nreject keyword "dup" as Duplicate\n';
const FILES = { "src/acme.responses": SOLD, "src/eu/beta.responses": SOLD };

const PROGRAM = `import { match, rules, type Verdict } from "./acme.responses.js";
import { type MappingModule, mappings } from "./index.js";
const verdict: Verdict = match({ status: 200, body: '{"why":"full"}' });
// A label of a field is any text, and those that are written stay known.
export const label: "Duplicate" | "Unknown" | (string & {}) | null = verdict.label;
const table: Readonly<Record<string, MappingModule | undefined>> = mappings;
export const captured: string | undefined = table["eu/beta"]?.match({ body: "sold" }).captures["leadId"];
export const told = [verdict.outcome, label, mappings["eu/beta"].match({ body: "sold" }).outcome, rules[0].line];
`;

describe("--format ts", () => {
  test("lies in the sources of a program, which tsc compiles with it, and gives the verdicts", async () => {
    const cwd = folderWith({ ...FILES, "src/program.ts": PROGRAM });
    expect((await run(["compile", "src", "--format", "ts", "--index"], { cwd })).exitCode).toBe(0);
    expect(typeScript(cwd)).toBe("");
    const { told } = (await import(pathToFileURL(join(cwd, "dist/program.js")).href)) as { told: unknown };
    expect(told).toEqual(["reject", "full", "success", 1]);
  });

  test("has types: a label that no rule gives is an error", async () => {
    const cwd = folderWith({
      "src/acme.responses": 'reject keyword "dup" as Duplicate\n',
      "src/program.ts":
        'import { match } from "./acme.responses.js";\nconst verdict = match({ body: "dup" });\nif (verdict.outcome === "reject" && verdict.label === "Duplicat") throw verdict;\n',
    });
    await run(["compile", "src", "--format", "ts"], { cwd });
    expect(typeScript(cwd)).toMatch(/^src\/program\.ts\(3,37\): error TS2367/);
  });
});

test("labels that are written are told beside those of fields", async () => {
  const cwd = folderWith(FILES);
  await run(["compile", "src"], { cwd });
  expect(readFileSync(join(cwd, "src/acme.responses.d.mts"), "utf8")).toContain(
    'readonly outcome: "reject"; readonly label: FixedLabels["reject"] | (string & {});',
  );
});

describe("--index", () => {
  test.each([
    ["esm", "index.mjs"],
    ["cjs", "index.cjs"],
  ])("of %s gives all mappings by their paths", async (format, file) => {
    const cwd = folderWith(FILES);
    const args = ["compile", "src", "--format", format, "--index", "--out-dir", "out"];
    expect((await run(args, { cwd })).stdout).toContain(
      `✓ out/${file} and out/${file
        .replace("index.", "index.d.")
        .replace("mjs", "mts")
        .replace("cjs", "cts")}\n`,
    );
    const { mappings } = (await import(pathToFileURL(join(cwd, "out", file)).href)) as {
      mappings: Record<string, { match(response: object): { outcome: string } }>;
    };
    expect(Object.keys(mappings)).toEqual(["acme", "eu/beta"]);
    expect(mappings["eu/beta"]?.match({ body: "sold" }).outcome).toBe("success");
    expect((await run([...args, "--check"], { cwd })).exitCode).toBe(0);
  });

  test.each([
    ["esm", "index.mjs"],
    ["cjs", "index.cjs"],
  ])("of %s has mappings alone, whatever they are called", async (format, file) => {
    const cwd = folderWith({ ...FILES, "src/__proto__.responses": 'error keyword "busy"\n' });
    await run(["compile", "src", "--format", format, "--index"], { cwd });
    const { mappings } = (await import(pathToFileURL(join(cwd, "src", file)).href)) as {
      mappings: Record<string, { match(response: object): { outcome: string } }>;
    };
    const outcomes = Object.entries(mappings).map(([name, { match }]) => [
      name,
      match({ body: "busy" }).outcome,
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      ["__proto__"]: "error",
      acme: "unmapped",
      "eu/beta": "unmapped",
    });
    expect("constructor" in mappings).toBe(false);
  });

  test("stays as it is where a mapping is refused", async () => {
    const cwd = folderWith(FILES);
    await run(["compile", "src", "--index"], { cwd });
    const before = readFileSync(join(cwd, "src/index.mjs"), "utf8");
    writeFileSync(join(cwd, "src/acme.responses"), "success keywrod\n");
    expect((await run(["compile", "src", "--index"], { cwd })).exitCode).toBe(1);
    expect(readFileSync(join(cwd, "src/index.mjs"), "utf8")).toBe(before);
  });

  test.each([
    [["src/acme.responses", "--index"], /--index is for all mappings of a folder/],
    [["src", "--index", "--format", "json"], /--index is for modules/],
    [["src/acme.responses", "--clean", "--out-dir", "out"], /--clean is for all mappings of a folder/],
  ])("%s is refused", async (args, says) => {
    const { exitCode, stderr } = await run(["compile", ...args], { cwd: folderWith(FILES) });
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(2);
  });
});

describe("--clean", () => {
  test.each([
    ["beside the mappings", [], "src"],
    ["below another folder", ["--out-dir", "out"], "out"],
  ])(
    "%s removes what was compiled from mappings that are gone, and nothing else",
    async (_name, more, folder) => {
      const cwd = folderWith(FILES);
      await run(["compile", "src", ...more], { cwd });
      // Written by hand, or compiled from a mapping that is there.
      for (const name of ["mine.mjs", "gone.responses.mjs"])
        writeFileSync(join(cwd, folder, name), "export {};\n");
      const kept = filesIn(join(cwd, folder)).filter((path) => !path.startsWith("eu/"));
      rmSync(join(cwd, "src/eu/beta.responses"));
      const looked = await run(["compile", "src", ...more, "--clean", "--check"], { cwd });
      expect(looked.stdout).toContain(
        `✗ ${folder}/eu/beta.responses.mjs is left over: its mapping is gone; --clean removes it\n`,
      );
      expect(looked.exitCode).toBe(1);
      expect(existsSync(join(cwd, folder, "eu/beta.responses.mjs"))).toBe(true);
      const cleaned = await run(["compile", "src", ...more, "--clean"], { cwd });
      expect(cleaned.stdout).toContain(`removed ${folder}/eu/beta.responses.mjs: its mapping is gone\n`);
      expect(cleaned.stdout).toContain("removed 2 outputs; exit code 0");
      expect(filesIn(join(cwd, folder))).toEqual(kept);
    },
  );
});
