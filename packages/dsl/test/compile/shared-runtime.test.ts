import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ModuleFormat, runtimeModule } from "@responses/dsl";
import { isGenerated, isRuntimeFileName } from "@responses/dsl/editor";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import { parse } from "acorn";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type CompiledModule, compiled } from "../support/compiled-module.js";

const FORMATS: readonly ModuleFormat[] = ["esm", "cjs", "ts"];

/** One that asks for words, currency signs, XML, JSON and parts, so that it needs much of the runtime. */
const ACME = `success json "$.a" word "\\u{e9}t\\u{e9}" and xml "//b" empty
reject split ";" part 2 above 3 as Costly
capture c from json "$.a"
`;

const folder = mkdtempSync(join(tmpdir(), "responses-shared-runtime-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the runtime as a module", () => {
  test.each(FORMATS)("is known by its name and header, is ASCII and the same every time (%s)", (format) => {
    const { file, code } = runtimeModule(format);
    expect(isRuntimeFileName(file)).toBe(true);
    expect(isGenerated(code)).toBe(true);
    expect(code).toMatch(/^[\n\x20-\x7e]*$/);
    expect(runtimeModule(format)).toEqual({ file, code, importedAs: file.replace(/\.ts$/, ".js") });
  });

  test("is ES2020 without imports", () => {
    const { body } = parse(runtimeModule("esm").code, { ecmaVersion: 2020, sourceType: "module" });
    expect(body.filter(({ type }) => type === "ImportDeclaration")).toEqual([]);
  });

  test.each([
    "mine.mjs",
    "responses-runtime.mjs",
    "responses-runtime-0123abcd.d.mts",
    "x-responses-runtime-0123abcd.mjs",
  ])("%s is another file", (name) => expect(isRuntimeFileName(name)).toBe(false));
});

describe("a module that shares the runtime", () => {
  test.each(["esm", "cjs"] as const)(
    "gives the verdicts, as a file in a folder of its own (%s)",
    async (format) => {
      const { file, code, importedAs } = runtimeModule(format);
      const nested = join(folder, format, "eu", `acme.${format === "esm" ? "mjs" : "cjs"}`);
      mkdirSync(dirname(nested), { recursive: true });
      writeFileSync(join(folder, format, file), code);
      const options = { format, source: "acme.responses", runtime: `../${importedAs}` };
      const module = compiled(mappingOf(ACME), options);
      writeFileSync(nested, module.code);
      const { match } = (await import(pathToFileURL(nested).href)) as CompiledModule;
      expect(match({ body: '{"a":"\u00c9T\u00c9"}' })).toMatchObject({
        outcome: "success",
        captures: { c: "\u00c9T\u00c9" },
      });
      expect(match({ body: new TextEncoder().encode("x; \u20ac3.01 ;") })).toMatchObject({
        outcome: "reject",
        label: "Costly",
      });
    },
  );

  test("imports what it names, and is otherwise the module that carries its runtime", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        const mapping = mappingOf(text);
        const options = { format: "esm", source: "a.responses" } as const;
        const whole = compiled(mapping, options);
        const sharing = compiled(mapping, { ...options, runtime: "./runtime.mjs" });
        expect(sharing.declarations).toBe(whole.declarations);
        const [imports = "", ...own] = sharing.code.split('} from "./runtime.mjs";\n\n').reverse();
        expect(own).toHaveLength(1);
        expect(whole.code).toContain(imports.split("\n\nexport {")[0]);
      }),
      randomRuns(50),
    );
  });

  test("costs a bundle nothing: it holds the same functions and classes", async () => {
    const { code, file, importedAs } = runtimeModule("esm");
    writeFileSync(join(folder, file), code);
    const bundled = async (runtime: { readonly runtime?: string }): Promise<readonly string[]> => {
      const module = compiled(mappingOf(ACME), { format: "esm", source: "acme.responses", ...runtime });
      const { outputFiles } = await build({
        stdin: { contents: module.code, resolveDir: folder },
        bundle: true,
        format: "esm",
        write: false,
      });
      const { body } = parse(outputFiles[0]?.text ?? "", { ecmaVersion: 2020, sourceType: "module" });
      return body.flatMap(declaredNames).sort();
    };
    const carried = await bundled({});
    expect(carried).toContain("decodeRanges");
    expect(carried).not.toContain("fewTextSearch");
    expect(await bundled({ runtime: `./${importedAs}` })).toEqual(carried);
  });
});

/** Of functions and classes: esbuild leaves a few unused numbers in place where they come from another file, 22 bytes in all. */
function declaredNames(statement: ReturnType<typeof parse>["body"][number]): readonly string[] {
  switch (statement.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return [statement.id.name];
    default:
      return [];
  }
}
