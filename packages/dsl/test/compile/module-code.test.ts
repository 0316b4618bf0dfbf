import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import vm from "node:vm";
import { link, parse } from "@responses/dsl";
import { declareModule, writeJsonPath, writeString } from "@responses/dsl/editor";
import { hostOf } from "@responses/testing/marked-fixture";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import { parse as parseJavaScript } from "acorn";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { compiled, loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

const esm = (text: string, source = "acme.responses") =>
  compiled(mappingOf(text), { format: "esm", source }).code;

/** Texts that try to leave their place: a literal, a comment, a template, a page, a terminal. */
const HOSTILE = [
  'quote " and \\ backslash',
  "'; process.exit(1); //",
  "*/ process.exit(1) /*",
  "\u0024{process.exit(1)} `",
  "</script><!-- -->",
  "line\nend\rand\u2028separators\u2029here",
  "\u0000\u001b[31m\u007f\u0085",
  "\u202eright to left\u2066\u200f",
  "\ufeff mark",
  "\u{1F600} \u{10428} \u00e9 \u212a",
  "__proto__",
  "constructor",
];

describe("the generated module", () => {
  test("is ASCII, and ES2020 without imports", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        const code = esm(text);
        expect(code).toMatch(/^[\n\x20-\x7e]*$/);
        const module = parseJavaScript(code, { ecmaVersion: 2020, sourceType: "module" });
        expect(module.body.filter(({ type }) => type === "ImportDeclaration")).toEqual([]);
        expect(code).not.toMatch(/\bimport\b\s*\(|\brequire\s*\(/);
      }),
      randomRuns(200),
    );
  });

  test("is the same every time", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        expect(esm(text)).toBe(esm(text));
      }),
      randomRuns(50),
    );
  });

  test("names the source file and the version of the language in its header", () => {
    expect(esm("success status 201", "my \u2028 file */.responses").split("\n").slice(0, 2)).toEqual([
      '// Compiled from "my \\u2028 file */.responses", Responses language version 1.',
      "// Do not edit: change the mapping file and compile it again.",
    ]);
  });

  test.each(HOSTILE)("holds %j wherever a text can stand, and nothing of it runs", (text) => {
    const literal = writeString([text]);
    const path = writeString([writeJsonPath([{ kind: "name", name: text }])]);
    const mapping = mappingOf(`system ${literal}
reject keyword ${literal}, "\\u{2A}x" as ${literal}
reject exact ${literal} as json ${path} or ${literal}
reject split ${literal} part 2 word ${literal}
capture ${literal} from between ${literal} and ${literal}
`);
    const context = vm.createContext({ exports: {} });
    vm.runInContext(compiled(mapping, { format: "cjs", source: text }).code, context);
    const verdict = vm.runInContext("exports.match", context)({ body: `<${text}between${text}>` });
    expect(JSON.parse(JSON.stringify(verdict))).toEqual({
      outcome: "reject",
      label: text,
      captures: Object.fromEntries([[text, "between"]]),
    });
    expect(JSON.stringify(verdict)).toBe(
      JSON.stringify(interpreterOf(mapping).match({ body: `<${text}between${text}>` })),
    );
  });

  test.each(["esm", "cjs", "ts", "json"] as const)(
    "can stand in a page as it is: nothing in it ends a script or a line (%s)",
    (format) => {
      const text = "</script><!--<script>\u2028\u2029]]>";
      const literal = writeString([text]);
      const path = writeString([writeJsonPath([{ kind: "name", name: text }])]);
      const mapping = mappingOf(`system ${literal}
# ${text}
reject exact ${literal} and json ${path} keyword ${literal} as json ${path} or ${literal}
reject split ${literal} part 2 word ${literal} as ${literal}
capture ${literal} from json ${path}
`);
      const { code, declarations } = compiled(mapping, { format, source: `${text}.responses` });
      for (const written of [code, declarations ?? ""]) {
        expect(written).not.toMatch(/<\/?script|[\u2028\u2029]/i);
        // The runtime looks for comments of XML.
        expect(written.replaceAll('"<!--"', "")).not.toContain("<!--");
      }
    },
  );

  test("needs nothing of its host: it runs where there is no TextDecoder and nothing newer than ES2020", () => {
    const mapping = mappingOf(`success json "$.a" word "\u00e9t\u00e9" and xml "//b" empty
reject split ";" part 2 above 3 as Costly
capture c from json "$.a"
`);
    const context = vm.createContext({ exports: {} });
    vm.runInContext(
      "delete Array.prototype.at; delete String.prototype.at; delete Object.hasOwn; delete String.prototype.replaceAll;" +
        "delete Array.prototype.findLast; delete String.prototype.isWellFormed; delete String.prototype.toWellFormed;" +
        "delete Array.prototype.toSorted; delete globalThis.WebAssembly; delete globalThis.Intl;",
      context,
    );
    vm.runInContext(compiled(mapping, { format: "cjs", source: "a.responses" }).code, context);
    const { match } = vm.runInContext("exports", context);
    expect(match({ body: '{"a":"\u00c9T\u00c9"}' })).toMatchObject({
      outcome: "success",
      captures: { c: "\u00c9T\u00c9" },
    });
    expect(match({ body: new TextEncoder().encode("x; 3.01 ;") })).toMatchObject({
      outcome: "reject",
      label: "Costly",
    });
  });

  test("lists the rules with their places, included files among them", () => {
    const files = new Map([
      ["mapping.responses", '\nsuccess status 201\ninclude "shared/common.responses"\n'],
      ["shared/common.responses", 'include "more.responses"\nreject keyword "a" as A\n'],
      ["more.responses", 'error status 5xx as json "$.e" or Server\n'],
    ]);
    const linked = link(parse("mapping.responses", files.get("mapping.responses") ?? ""), hostOf(files));
    if (linked.kind !== "mapping") throw new Error("refused");
    expect(loadCompiled(linked.mapping).rules).toEqual([
      { outcome: "success", label: null, file: "mapping.responses", line: 2 },
      { outcome: "error", label: "Server", file: "shared/more.responses", line: 1 },
      { outcome: "reject", label: "A", file: "shared/common.responses", line: 2 },
    ]);
  });

  test("carries only the runtime that it needs", () => {
    const simple = esm(
      'success status 201\n# add carry padded pickJson\nreject keyword "add \\" pickXml" as isIn\n',
    );
    expect(simple).not.toMatch(/function (?:pickJson|pickXml|pickSplit|readDecimal|decodeRanges|add)\b/);
    expect(simple.length).toBeLessThan(31_000);
    expect(simple).not.toContain("isWordCharacter");
    expect(esm('success word "sold"\n')).toContain("isWordCharacter");
    expect(esm("success status 201\n").length).toBeLessThan(14_000);
  });
});

describe("the declarations", () => {
  const folder = mkdtempSync(join(tmpdir(), "responses-declarations-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("are the same without the module", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        const mapping = mappingOf(text);
        const { declarations, declarationLinks } = compiled(mapping, {
          format: "esm",
          source: "a.responses",
        });
        expect(declareModule(mapping, "a.responses")).toEqual({ declarations, declarationLinks });
      }),
      randomRuns(50),
    );
  });

  test("give labels and captures as literal types to the compiler of TypeScript", () => {
    const mapping = mappingOf(`success status 201
reject keyword "dup" as Duplicate
reject keyword "late" as "Too late"
reject keyword "no" as json "$.why" or "Other"
error status 5xx as json "$.reason"
capture price from json "$.price"
capture "lead id" from json "$.id" for success
`);
    for (const format of ["esm", "cjs"] as const) {
      const { code, declarations } = compiled(mapping, { format, source: "acme.responses" });
      const [script, types] = format === "esm" ? ["mjs", "d.mts"] : ["cjs", "d.cts"];
      writeFileSync(join(folder, `acme.${script}`), code);
      writeFileSync(join(folder, `acme.${types}`), declarations ?? "");
    }
    writeFileSync(
      join(folder, "use.mts"),
      `import * as acme from "./acme.mjs";
import { match, classify, rules, type FixedLabels, type MappingModule } from "./acme.mjs";
import common = require("./acme.cjs");
const verdict = match({ status: 201, body: new Uint8Array() });
if (verdict.outcome === "reject") {
  const label: "Duplicate" | "Too late" | "Other" | (string & {}) = verdict.label;
  switch (label) {
    case "Duplicate" satisfies FixedLabels["reject"]:
      break;
    // @ts-expect-error: a field may give any label, but no rule gives this one by itself
    case "Duplicat" satisfies FixedLabels["reject"]:
      break;
  }
  const text: string = verdict.label;
  console.log(text);
  // @ts-expect-error: only a sale has it
  const absent: string = verdict.captures["lead id"];
  console.log(absent);
}
if (verdict.outcome === "unmapped") { const label: null = verdict.label; console.log(label); }
if (verdict.outcome === "error") { const label: string | null = verdict.label; console.log(label); }
const price: string | undefined = verdict.captures.price;
const id: string | undefined = verdict.captures["lead id"];
// @ts-expect-error: there is no such capture
console.log(verdict.captures.cost, price, id);
const index: number = classify(null, "text");
console.log(rules[index]?.line, common.match({ body: "x" }).outcome);
const label: "Too late" = rules[2].label;
const outcome: "reject" = rules[3].outcome;
const other: "Other" = rules[3].label;
// @ts-expect-error: this is the label of another rule
const wrong: "Too late" = rules[1].label;
console.log(rules[classify(200, "x")]?.line, label, outcome, other, wrong);
const labels: ("Duplicate" | "Too late" | "Other" | null)[] = rules.map((rule) => rule.label);
for (const { outcome } of rules) labels.push(outcome === "success" ? null : "Other");
const table: Readonly<Record<string, MappingModule>> = { acme, common };
for (const one of Object.values(table)) {
  const { outcome, label, captures } = one.match({ status: 201, body: "" });
  const captured: string | undefined = captures["whatever"];
  console.log(outcome, label?.length, captured, one.rules[one.classify(1, "")]?.label);
  // @ts-expect-error: it need not be there
  console.log(captures["whatever"].length);
}
// @ts-expect-error: a body that was parsed is none
match({ body: { reason: "late" } });
// @ts-expect-error: a status is a number
match({ status: "201" });
`,
    );
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
      "bin/tsc",
    );
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "--types",
      "",
    ];
    const { status, stdout } = spawnSync(process.execPath, [compiler, ...options, join(folder, "use.mts")], {
      encoding: "utf8",
      cwd: folder,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});
