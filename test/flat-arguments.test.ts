import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { expect, test } from "vitest";

/*
 * Arguments of a call stand on the stack: a list that grows with a file or a body, spread into them (`push(...list)`, `Math.max(...list)`),
 * ends the program once it is long enough. So no source spreads one, but these, whose length no file decides.
 */

const BOUNDED: ReadonlyMap<string, string> = new Map([
  ["build/src/adapters/rollup-log.ts Math.min", "the few lines of a frame"],
  ["cli/src/report/alike-findings.ts Math.max", "SHOWN_PLACES"],
  ["cli/src/report/finding-page.ts Math.max", "the names of the findings"],
  ["dsl/src/analysis/checks/flag-by-presence.ts writeFieldTest", "at most MOST_VALUES"],
  ["dsl/src/compile/javascript/execution-code.ts calls.call", "one argument or none"],
  ["dsl/src/compile/javascript/field-code.ts calls.call", "what a kind of field is called with"],
  ["dsl/src/compile/javascript/predicate-code.ts calls.call", "three texts"],
  ["dsl/src/http/body-charset.ts String.fromCharCode", "LONGEST_BEGINNING bytes"],
  ["dsl/src/matching/field-readers.ts pickBetween", "what a kind of field is called with"],
  ["dsl/src/matching/field-readers.ts pickForm", "what a kind of field is called with"],
  ["dsl/src/matching/field-readers.ts pickJson", "what a kind of field is called with"],
  ["dsl/src/matching/field-readers.ts pickSplit", "what a kind of field is called with"],
  ["dsl/src/matching/field-readers.ts pickXml", "what a kind of field is called with"],
  ["dsl/src/runtime/code-unit-text.ts String.fromCharCode", "UNITS_AT_ONCE"],
  ["dsl/src/runtime/few-text-search.ts Reflect.apply", "UNITS_AT_ONCE"],
  ["dsl/src/runtime/text-scan.ts scanner.addPair", "five numbers"],
  ["dsl/src/runtime/text-scan.ts scanner.addWindow", "three numbers"],
  ["dsl/src/runtime/text-scan.ts scanner.createTables", "four numbers"],
  ["dsl/src/syntax/statement-cutter.ts Math.max", "words of the language"],
  ["dsl/src/synthesis/picked-wishes.ts pickBetween", "what a kind of field is called with"],
  ["dsl/src/synthesis/picked-wishes.ts pickForm", "what a kind of field is called with"],
  ["dsl/src/synthesis/picked-wishes.ts pickJson", "what a kind of field is called with"],
  ["dsl/src/synthesis/picked-wishes.ts pickSplit", "what a kind of field is called with"],
  ["dsl/src/synthesis/picked-wishes.ts pickXml", "what a kind of field is called with"],
  ["dsl/src/synthesis/xml-documents.ts ordered.push", "one item"],
  ["lsp/src/features/completion/sources/field-order.ts Math.max", "one number an outcome"],
  ["playground/src/link/shared-page.ts String.fromCharCode", "CHUNK bytes"],
  ["playground/src/page/report-view.ts element", "at most three parts of a line"],
  ["vscode-extension/src/client/base64.ts String.fromCharCode", "CHUNK bytes"],
  ["vscode-extension/src/grammar/fields.ts oneOf", "words of the language"],
  ["vscode-extension/src/grammar/grammar.ts oneOf", "words of the language"],
]);

const packages = fileURLToPath(new URL("../packages", import.meta.url));

/** The code of the packages but of what tests share, as paths from `packages`. */
function sources(): readonly string[] {
  return readdirSync(packages)
    .filter((name) => name !== "testing")
    .flatMap((name) => codeBelow(`${name}/src`));
}

function codeBelow(folder: string): readonly string[] {
  const path = join(packages, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return codeBelow(inner);
    return /\.m?ts$/.test(inner) && !inner.endsWith(".generated.ts") ? [inner] : [];
  });
}

interface SyntaxNode {
  readonly type?: unknown;
  readonly arguments?: unknown;
  readonly callee?: unknown;
  readonly object?: unknown;
  readonly property?: unknown;
  readonly value?: unknown;
}

/** What is called in a text with a list spread into its arguments, or through `apply`. */
function callsOfLists(text: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (!Array.isArray(node)) {
      const { type, arguments: given, callee } = node as SyntaxNode;
      const isCall = type === "CallExpression" || type === "NewExpression";
      if (isCall && Array.isArray(given) && given.some(({ spread }) => spread)) found.push(nameOf(callee));
      if (isCall && /\.apply$/.test(nameOf(callee))) found.push(nameOf(callee));
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(parseSync(text, { syntax: "typescript", target: "es2022" }).body);
  return found;
}

/** A name, or names with points between them; what is no name is a `?`. */
function nameOf(node: unknown): string {
  const { type, object, property, value } = (node ?? {}) as SyntaxNode;
  if (type === "MemberExpression") return `${nameOf(object)}.${nameOf(property)}`;
  return typeof value === "string" ? value : type === "ThisExpression" ? "this" : "?";
}

test("no list that grows with a file is spread into the arguments of a call", () => {
  const found = sources().flatMap((path) =>
    callsOfLists(readFileSync(join(packages, path), "utf8")).map((name) => `${path} ${name}`),
  );
  expect([...new Set(found)].filter((call) => !BOUNDED.has(call))).toEqual([]);
  expect([...BOUNDED.keys()].filter((call) => !found.includes(call))).toEqual([]);
});

test("a list that is spread is found, however it is written", () => {
  expect(callsOfLists("const all: string[] = []; all.push(...more);")).toEqual(["all.push"]);
  expect(callsOfLists("class A { a(b: B) { return new this.Made(1, ...b.list); } }")).toEqual(["this.Made"]);
  expect(callsOfLists("Math.max(\n  0,\n  ...numbers.map((number) => number + 1),\n)")).toEqual(["Math.max"]);
  expect(callsOfLists("String.fromCharCode.apply(null, units)")).toEqual(["String.fromCharCode.apply"]);
  expect(callsOfLists("const all = [...some, ...more]; call(all, [...some], { ...one });")).toEqual([]);
});
