import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runtimeModule } from "@responses/dsl";
import { run } from "@responses/testing/command";
import { filesIn, typeScript } from "@responses/testing/compiled-folder";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const SOLD = 'success word "sold"\nreject json "$.why" exact "*" as json "$.why" or Unknown\n';
const FILES = { "src/acme.responses": SOLD, "src/eu/beta.responses": SOLD };

const RUNTIME = runtimeModule("esm").file;

/** As a version with another runtime would have left it: a mapping, its module, and the runtime that it imports. */
const OLD_RUNTIME = "responses-runtime-00000000.mjs";
const DO_NOT_EDIT = "// Do not edit: change the mapping file and compile it again.";
const OF_OLD = {
  [`src/${OLD_RUNTIME}`]: `// Of old.\n${DO_NOT_EDIT}\nexport const judge = null;\n`,
  "src/acme.responses.mjs": `// Of old.\n${DO_NOT_EDIT}\nimport { judge } from "./${OLD_RUNTIME}";\n`,
};

interface Module {
  match(response: object): { readonly outcome: string; readonly label: string | null };
}

const imported = async <Exported>(path: string): Promise<Exported> =>
  (await import(pathToFileURL(path).href)) as Exported;

describe("compile --shared-runtime", () => {
  test.each([
    ["beside the mappings", "src", []],
    ["below another folder", "out", ["--out-dir", "out"]],
  ])("writes one runtime %s, and modules in any folder that import it", async (_name, folder, more) => {
    const cwd = folderWith(FILES);
    const args = ["compile", "src", "--shared-runtime", ...more];
    const { stdout, exitCode } = await run(args, { cwd });
    expect([stdout.split("\n").at(-3), exitCode]).toEqual([`✓ ${folder}/${RUNTIME}`, 0]);
    expect(filesIn(join(cwd, folder)).filter((name) => name.endsWith(".mjs"))).toEqual([
      "acme.responses.mjs",
      "eu/beta.responses.mjs",
      RUNTIME,
    ]);
    expect(readFileSync(join(cwd, folder, "acme.responses.mjs"), "utf8")).toContain(`} from "./${RUNTIME}";`);
    expect(readFileSync(join(cwd, folder, "eu/beta.responses.mjs"), "utf8")).toContain(
      `} from "../${RUNTIME}";`,
    );
    for (const name of ["acme", "eu/beta"]) {
      const { match } = await imported<Module>(join(cwd, folder, `${name}.responses.mjs`));
      expect(match({ body: "it is sold" }).outcome).toBe("success");
      expect(match({ body: '{"why":"full"}' }).label).toBe("full");
    }
    expect((await run([...args, "--check"], { cwd })).exitCode).toBe(0);
    expect((await run(args, { cwd })).stdout).toContain(`✓ ${folder}/${RUNTIME} (unchanged)\n`);
  });

  test("has an index, in CommonJS as well", async () => {
    const cwd = folderWith(FILES);
    const args = ["compile", "src", "--shared-runtime", "--index", "--format", "cjs", "--out-dir", "out"];
    expect((await run(args, { cwd })).exitCode).toBe(0);
    const { mappings } = await imported<{ mappings: Record<string, Module> }>(join(cwd, "out/index.cjs"));
    expect(mappings["eu/beta"]?.match({ body: '{"why":"full"}' }).label).toBe("full");
    expect(existsSync(join(cwd, "out", runtimeModule("cjs").file))).toBe(true);
  });

  test("lies in the sources of a program in TypeScript, which tsc compiles with it, declarations and all", async () => {
    const cwd = folderWith({
      ...FILES,
      "src/program.ts": `import { match } from "./eu/beta.responses.js";
import { mappings } from "./index.js";
const verdict = match({ body: '{"why":"full"}' });
export const label: "Unknown" | (string & {}) | null = verdict.label;
export const told = [label, mappings.acme.match({ body: "sold" }).outcome];
`,
    });
    await run(["compile", "src", "--format", "ts", "--shared-runtime", "--index"], { cwd });
    expect(typeScript(cwd, { declaration: true })).toBe("");
    expect(await imported(join(cwd, "dist/program.js"))).toMatchObject({ told: ["full", "success"] });
  });

  test("leaves everything but the new module as it is where a mapping is added, whatever that needs", async () => {
    const cwd = folderWith({ "src/acme.responses": "success status 201\n" });
    await run(["compile", "src", "--shared-runtime"], { cwd });
    const before = readFileSync(join(cwd, "src", RUNTIME), "utf8");
    writeFileSync(join(cwd, "src/more.responses"), SOLD);
    const checked = await run(["compile", "src", "--shared-runtime", "--check"], { cwd });
    expect(checked.stdout).toBe(
      "✗ src/more.responses.mjs is missing\n✗ src/more.responses.d.mts is missing\n" +
        "compared 2 files (3 rules), found 2 outputs stale; exit code 1: run it again without --check, and commit what it writes\n",
    );
    await run(["compile", "src", "--shared-runtime"], { cwd });
    expect(readFileSync(join(cwd, "src", RUNTIME), "utf8")).toBe(before);
  });

  test.each<[string, (path: string) => void, string]>([
    ["missing", (path) => rmSync(path), "is missing"],
    ["another", (path) => writeFileSync(path, "export {};\n"), "is not what the files together give"],
  ])("--check tells that the runtime is %s", async (_name, change, says) => {
    const cwd = folderWith(FILES);
    await run(["compile", "src", "--shared-runtime"], { cwd });
    change(join(cwd, "src", RUNTIME));
    const { stdout, exitCode } = await run(["compile", "src", "--shared-runtime", "--check"], { cwd });
    expect(stdout).toContain(`✗ src/${RUNTIME} ${says}\n`);
    expect(exitCode).toBe(1);
  });

  test("--check tells modules that carry the runtime from modules that share it", async () => {
    const cwd = folderWith(FILES);
    await run(["compile", "src"], { cwd });
    const { stdout } = await run(["compile", "src", "--shared-runtime", "--check"], { cwd });
    expect(stdout).toContain("✗ src/eu/beta.responses.mjs is not what src/eu/beta.responses gives\n");
  });

  test("writes no module where the runtime cannot be: a file is there that was written by hand", async () => {
    const cwd = folderWith({ ...FILES, [`src/${RUNTIME}`]: "export const mine = 1;\n" });
    const { stderr, exitCode } = await run(["compile", "src", "--shared-runtime"], { cwd });
    expect(stderr.match(/error: .*/g)).toEqual([
      `error: cannot write src/${RUNTIME}: there is a file that was not made from a mapping; move it, or give --force to replace it`,
    ]);
    expect([exitCode, readdirSync(join(cwd, "src")).sort()]).toEqual([2, ["acme.responses", "eu", RUNTIME]]);
    expect((await run(["compile", "src", "--shared-runtime", "--force"], { cwd })).exitCode).toBe(0);
  });

  test("is not written where no mapping is compiled", async () => {
    const cwd = folderWith({ "src/acme.responses": "success keywrod\n" });
    expect((await run(["compile", "src", "--shared-runtime"], { cwd })).exitCode).toBe(1);
    expect(filesIn(join(cwd, "src"))).toEqual(["acme.responses"]);
  });

  test.each([
    [["src/acme.responses", "--shared-runtime"], /--shared-runtime is for all mappings of a folder/],
    [["src", "src/eu", "--shared-runtime"], /--shared-runtime is for all mappings of a folder/],
    [["src", "--shared-runtime", "--format", "json"], /--shared-runtime is for modules/],
    [["src", "--shared-runtime", "--plan"], /--shared-runtime cannot be combined with --plan/],
  ])("%s is refused", async (args, says) => {
    const { exitCode, stderr } = await run(["compile", ...args], { cwd: folderWith(FILES) });
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(2);
  });
});

describe("the runtime of another version", () => {
  test("stays as long as a module imports it, which that of a refused mapping does", async () => {
    const cwd = folderWith({ ...FILES, ...OF_OLD, "src/acme.responses": "success keywrod\n" });
    const { stdout, exitCode } = await run(["compile", "src", "--shared-runtime", "--clean"], { cwd });
    expect([stdout.includes("removed"), exitCode]).toEqual([false, 1]);
    expect(filesIn(join(cwd, "src"))).toEqual(expect.arrayContaining([OLD_RUNTIME, RUNTIME]));
    const { match } = await imported<Module>(join(cwd, "src/eu/beta.responses.mjs"));
    expect(match({ body: "sold" }).outcome).toBe("success");
  });

  test.each([
    ["the modules import another", ["--shared-runtime"], []],
    ["the modules carry theirs", [], []],
    ["its only module is of a mapping that is gone", ["--shared-runtime"], ["src/acme.responses"]],
  ])("is removed by --clean once %s", async (_name, more, gone) => {
    const cwd = folderWith({ ...FILES, ...OF_OLD, "src/eu/mine.mjs": "export {};\n" });
    for (const path of gone) rmSync(join(cwd, path));
    await run(["compile", "src", ...more], { cwd });
    expect(existsSync(join(cwd, "src", OLD_RUNTIME))).toBe(true);
    const looked = await run(["compile", "src", ...more, "--clean", "--check"], { cwd });
    expect(looked.stdout).toContain(
      `✗ src/${OLD_RUNTIME} is left over: no module imports it; --clean removes it\n`,
    );
    expect([looked.exitCode, existsSync(join(cwd, "src", OLD_RUNTIME))]).toEqual([1, true]);
    const cleaned = await run(["compile", "src", ...more, "--clean"], { cwd });
    expect(cleaned.stdout).toContain(`removed src/${OLD_RUNTIME}: no module imports it\n`);
    expect(existsSync(join(cwd, "src", OLD_RUNTIME))).toBe(false);
    expect(existsSync(join(cwd, "src", RUNTIME))).toBe(more.length > 0);
    expect(existsSync(join(cwd, "src/eu/mine.mjs"))).toBe(true);
  });

  test("goes with the last mapping", async () => {
    const cwd = folderWith(FILES);
    await run(["compile", "src", "--shared-runtime", "--out-dir", "out"], { cwd });
    for (const path of Object.keys(FILES)) rmSync(join(cwd, path));
    const args = ["compile", "src", "--shared-runtime", "--out-dir", "out", "--clean", "--allow-empty"];
    await run(args, { cwd });
    expect(filesIn(join(cwd, "out"))).toEqual([]);
  });
});
