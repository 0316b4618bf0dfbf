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
 * The README's TypeScript blocks are compiled and run. What follows `// →` on a line is what that line prints. The
 * blocks stand in a folder of their own, beside the modules that its mappings compile to.
 */

const folder = fileURLToPath(new URL("../.cache/readme/", import.meta.url));
const blocks = fencedBlocks(readFileSync(new URL("../../../../README.md", import.meta.url), "utf8"));
const programs = blocks.filter(({ language }) => language === "ts");
const mappings = blocks.filter(({ language, options }) => language === "responses" && options.has("file"));

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { options, text } of mappings) writeCompiled(options.get("file") ?? "", text);
  for (const { line, text } of programs) writeFileSync(programFile(line), text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
});

afterEach(() => void vi.restoreAllMocks());

describe("README.md", () => {
  test("has programs and mappings", () => {
    expect(programs.length).toBeGreaterThan(4);
    expect(mappings.length).toBeGreaterThan(0);
  });

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

  test("its programs have no type errors", async () => expect(await typeErrors()).toEqual([]));
});

/** What the compiler says about the programs; errors elsewhere are the type check's business. */
async function typeErrors(): Promise<readonly string[]> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
    "bin/tsc",
  );
  const run = promisify(execFile)(process.execPath, [compiler, "--noEmit", "-p", folder]);
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  return stdout.split("\n").filter((line) => /line-\d+\.ts/.test(line));
}

const TSCONFIG = {
  extends: "../../../../../tsconfig.base.json",
  compilerOptions: { noEmit: true, types: ["node"] },
  include: ["*.ts"],
};

function programFile(line: number): string {
  return join(folder, `line-${line}.ts`);
}

function writeCompiled(file: string, text: string): void {
  const linked = link(parse(file, text), noOtherFiles);
  if (linked.kind === "refused") throw new Error(`${file} is refused`);
  expect(runExamples(linked.mapping).filter(({ difference }) => difference !== null)).toEqual([]);
  const { code, declarations } = compiled(linked.mapping, { format: "esm", source: file });
  writeFileSync(join(folder, `${file}.mjs`), code);
  writeFileSync(join(folder, `${file}.d.mts`), declarations ?? "");
}
