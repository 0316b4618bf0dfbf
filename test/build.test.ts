import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* What `npm run build` made; run it first (`npm test` does). */

const root = fileURLToPath(new URL("..", import.meta.url));
const library = join(root, "packages/dsl");
const command = join(root, "packages/cli/dist");
const run = promisify(execFile);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "responses-build-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the library", () => {
  const files = readdirSync(join(library, "dist")).filter((name) =>
    /^(index|editor|shared-.*)\.js$/.test(name),
  );
  const codeOf = (name: string) => readFileSync(join(library, "dist", name), "utf8");

  test("is two doors and what both need, and imports chevrotain and nothing else", () => {
    expect(files).toEqual(["editor.js", "index.js", expect.stringMatching(/^shared-/)]);
    const imported = files.flatMap((name) =>
      [...codeOf(name).matchAll(/^(?:import|\}) .*?from "(.*)";$/gm)].map(([, from]) => from),
    );
    expect(new Set(imported)).toEqual(new Set(["chevrotain", `./${files.at(-1)}`]));
  });

  test("has no code twice: no function or class stands in two of its files", () => {
    const declarations = files.flatMap((name) => [
      ...new Set(codeOf(name).match(/^(?:async )?(?:function|class|var \w+ = class)\b[\s\S]*?^\};?$/gm)),
    ]);
    expect(declarations.length).toBeGreaterThan(500);
    expect(declarations.filter((code, index) => declarations.indexOf(code) < index)).toEqual([]);
  });

  test("runs, as browser.js, where there is nothing but the language JavaScript", () => {
    const { code } = transformSync(readFileSync(join(library, "dist/browser.js"), "utf8"), {
      format: "iife",
      globalName: "responses",
    });
    const use = `
      const { check, createMatcher, link, noOtherFiles, parse } = responses;
      const linked = link(parse("a.responses", 'success status 201\\nreject keyword "no" as No'), noOtherFiles);
      const verdict = createMatcher(linked.mapping).match({ status: 200, body: "No." });
      JSON.stringify({ verdict, findings: check(linked).map(({ name }) => name) })`;
    const { verdict, findings } = JSON.parse(runInContext(code + use, createContext({})));
    expect(verdict).toMatchObject({ outcome: "reject", label: "No" });
    expect(findings).not.toContain("syntax");
  });

  test("has declarations that a strict program can use", () => {
    const modules = join(folder, "node_modules/@responses");
    mkdirSync(modules, { recursive: true });
    symlinkSync(library, join(modules, "dsl"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder, "use.ts"),
      `import { check, type Finding, link, noOtherFiles, parse } from "@responses/dsl";
       import { type ExampleRun, lex } from "@responses/dsl/editor";
       export const words: number = lex("success").tokens.length;
       export type Run = ExampleRun;
       export const findings: readonly Finding[] = check(link(parse("a.responses", ""), noOtherFiles));
       // @ts-expect-error: the declarations are really read
       export const wrong: number = check(link(parse("a.responses", ""), noOtherFiles));`,
    );
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", ""];
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const check = () =>
      execFileSync(process.execPath, [tsc, ...options, "use.ts"], { cwd: folder, encoding: "utf8" });
    expect(check()).toBe("");
  });
});

describe("the command", () => {
  const { version } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8"));

  const names = readdirSync(command);
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name)) ?? `no file like ${pattern}`;
  const ending = (end: string) => named(new RegExp(`^bundle-[0-9a-f]{12}\\${end}$`));

  test("is a launcher, a bundle, V8's code of it, what threads run, the language server, the reference and the licences of what is inside", () => {
    const bundle = ending(".cjs");
    expect(names.sort()).toEqual([
      bundle.replace(".cjs", ".cache"),
      bundle,
      named(/^bundle-worker-[0-9a-f]{12}\.cjs$/),
      "language-server.mjs",
      "language.md",
      "licences.txt",
      "responses.mjs",
    ]);
    // The launcher reads it as Latin-1.
    expect([...readFileSync(join(command, bundle))].filter((byte) => byte > 0x7f)).toEqual([]);
    expect(readFileSync(join(command, "licences.txt"), "utf8")).toMatch(
      /^chevrotain 11\.2\.0 \(Apache-2\.0\)$/m,
    );
  });

  test.each<[string, (path: string) => void]>([
    ["as built", () => {}],
    ["without V8's code", (path) => rmSync(path)],
    ["with an empty file instead", (path) => writeFileSync(path, "")],
    ["with something else instead", (path) => writeFileSync(path, "not of this V8 at all ".repeat(100))],
    ["with V8's code cut off", (path) => writeFileSync(path, readFileSync(path).subarray(0, 10_000))],
    [
      "with the code of another version of V8",
      (path) => writeFileSync(path, otherVersion(readFileSync(path))),
    ],
  ])("starts %s", async (_, change) => {
    const copy = mkdtempSync(join(folder, "command-"));
    cpSync(command, copy, { recursive: true });
    change(join(copy, ending(".cache")));
    const { stdout, stderr } = await run(process.execPath, [join(copy, "responses.mjs"), "--version"]);
    expect({ stdout, stderr }).toEqual({ stdout: `${version}\n`, stderr: "" });
  });
});

/** V8 notes its version in the second word of the header. */
function otherVersion(cache: Buffer): Buffer {
  const other = Buffer.from(cache);
  other.writeUInt32LE((cache.readUInt32LE(4) + 1) % 0x100000000, 4);
  return other;
}
