import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatWithOptions, promisify } from "node:util";
import { link, noOtherFiles, parse, runExamples } from "@responses/dsl";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { compiled } from "../support/compiled-module.js";
import { fencedBlocks } from "./fenced-blocks.js";

/*
 * The TypeScript blocks of these pages are compiled and run. What follows `// →` on a line is what that line prints. The
 * blocks of a page stand in a folder of their own, beside the modules that its mappings compile to.
 */

const ROOT = new URL("../../../../", import.meta.url);

/** The pages, and how many programs each has at least. */
const PAGES = [
  ["README.md", 5],
  ["docs/library.md", 5],
  ["docs/decoding.md", 1],
] as const;

afterEach(() => void vi.restoreAllMocks());

describe.each(PAGES)("%s", (page, atLeast) => {
  const folder = fileURLToPath(new URL(`../.cache/programs/${page.replaceAll("/", "-")}/`, import.meta.url));
  const blocks = fencedBlocks(readFileSync(new URL(page, ROOT), "utf8"));
  const programs = blocks.filter(({ language }) => language === "ts");
  const mappings = blocks.filter(({ language, options }) => language === "responses" && options.has("file"));
  const programFile = (line: number): string => join(folder, `line-${line}.ts`);

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { options, text } of mappings) writeCompiled(folder, options.get("file") ?? "", text);
    for (const { line, text } of programs) writeFileSync(programFile(line), text);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  });

  test("has programs", () => expect(programs.length).toBeGreaterThanOrEqual(atLeast));

  test.each(programs.map(({ line, text }) => [line, text] as const))(
    "line %i prints what it says",
    async (line, text) => {
      const printed: string[] = [];
      vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
        printed.push(formatWithOptions({ breakLength: Number.POSITIVE_INFINITY }, ...values).trimEnd());
      });
      await import(programFile(line));
      expect(printed).toEqual([...text.matchAll(/\/\/ → (.*)$/gm)].map(([, output]) => output));
    },
  );

  test("its programs have no type errors", async () => expect(await typeErrors(folder)).toEqual([]));
});

test("the README has a mapping that is compiled", () => {
  const blocks = fencedBlocks(readFileSync(new URL("README.md", ROOT), "utf8"));
  expect(blocks.some(({ language, options }) => language === "responses" && options.has("file"))).toBe(true);
});

/** What the compiler says about the programs; errors elsewhere are the type check's business. */
async function typeErrors(folder: string): Promise<readonly string[]> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const run = promisify(execFile)(process.execPath, [compiler, "--noEmit", "-p", folder]);
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  return stdout.split("\n").filter((line) => /line-\d+\.ts/.test(line));
}

const TSCONFIG = {
  extends: "../../../../../../tsconfig.base.json",
  compilerOptions: { noEmit: true, types: ["node"] },
  include: ["*.ts"],
};

function writeCompiled(folder: string, file: string, text: string): void {
  const linked = link(parse(file, text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(`${file} is refused`);
  expect(runExamples(linked.mapping).filter(({ difference }) => difference !== null)).toEqual([]);
  const { code, declarations } = compiled(linked.mapping, { format: "esm", source: file });
  writeFileSync(join(folder, `${file}.mjs`), code);
  writeFileSync(join(folder, `${file}.d.mts`), declarations ?? "");
}
