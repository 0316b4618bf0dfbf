import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { expect, test } from "vitest";

/*
 * The users' door is closed over its types: whoever takes a name from `@responses/dsl` can name all that it mentions, without
 * another door. It is read as users get it, from the declarations that are built. A value that a type is taken from
 * (`typeof words`) needs no name: the type has one.
 */

/** Gives the text of a declaration file. */
type Source = (file: string) => string;

/** What a declaration file says, by name. */
interface Declarations {
  readonly declared: ReadonlyMap<string, readonly Node[]>;
  /** What it takes from other files, and what it is called there. */
  readonly taken: ReadonlyMap<string, { readonly name: string; readonly from: string }>;
  readonly exported: readonly string[];
}

interface Declared {
  /** Its name and file. */
  readonly place: string;
  readonly file: string;
  readonly nodes: readonly Node[];
}

const dist = fileURLToPath(new URL("../packages/dsl/dist/", import.meta.url));
const built: Source = (file) => readFileSync(join(dist, file), "utf8");

test("every type that the users' door mentions is exported from it", () => {
  expect(exportedBy("index.d.ts", built).length).toBeGreaterThan(100);
  expect(notExported("index.d.ts", built)).toEqual([]);
});

test("a type that is not exported is found, wherever it is mentioned", () => {
  const files: Readonly<Record<string, string>> = {
    "index.d.ts": `
      export { type Shown, run } from "./room/shown.js";
      export type { Given } from "./given.js";`,
    "given.d.ts":
      "export interface Given<Value> { readonly value: Value; readonly names: readonly string[] }",
    "room/shown.d.ts": `
      import type { Base, Given, Kind as Sort } from "../hidden.js";
      declare const words: readonly ["a", "b"];
      interface Local { readonly given: Given<string> }
      export type Shown = { readonly word: (typeof words)[number]; readonly local: Local };
      export declare class Runner extends Base { #private; run(): Promise<Sort[]> }
      export declare function run(): Runner;`,
    "hidden.d.ts": `
      import type { Deep } from "./deep.js";
      export { type Given } from "./given.js";
      export declare class Base { readonly deep: Deep | null }
      export type Kind = "one" | "other";`,
    "deep.d.ts": "export type Deep = { readonly deeper: Deep }",
  };
  expect([...notExported("index.d.ts", (file) => files[file] ?? "")].sort()).toEqual([
    "Base in hidden.d.ts",
    "Deep in deep.d.ts",
    "Kind in hidden.d.ts",
    "Local in room/shown.d.ts",
    "Runner in room/shown.d.ts",
  ]);
});

function exportedBy(door: string, source: Source): readonly string[] {
  return readDeclarations(source(door)).exported;
}

/** The types that what a door exports mentions, at once or through others, and that it does not export. */
function notExported(door: string, source: Source): readonly string[] {
  const find = finderIn(source);
  const exported = exportedBy(door, source).flatMap((name) => find(door, name) ?? []);
  const reached = new Map(exported.map((declared) => [declared.place, declared]));
  // Walking a map comes to what is added meanwhile, too.
  for (const { file, nodes } of reached.values()) {
    for (const mentioned of nodes.flatMap(typesMentioned).flatMap((name) => find(file, name) ?? []))
      if (!reached.has(mentioned.place)) reached.set(mentioned.place, mentioned);
  }
  for (const { place } of exported) reached.delete(place);
  return [...reached.keys()];
}

/** Finds the declaration of a name that a file uses; null for a type parameter, and for what comes with the language. */
function finderIn(source: Source): (file: string, name: string) => Declared | null {
  const files = new Map<string, Declarations>();
  const find = (file: string, name: string): Declared | null => {
    const declarations = files.get(file) ?? readDeclarations(source(file));
    files.set(file, declarations);
    const nodes = declarations.declared.get(name);
    if (nodes !== undefined) return { place: `${name} in ${file}`, file, nodes };
    const there = declarations.taken.get(name);
    if (there === undefined) return null;
    return find(join(dirname(file), there.from.replace(/\.js$/, ".d.ts")), there.name);
  };
  return find;
}

function readDeclarations(text: string): Declarations {
  const declared = new Map<string, readonly Node[]>();
  const taken = new Map<string, { readonly name: string; readonly from: string }>();
  const exported: string[] = [];
  for (const item of nodesIn(parseSync(text, { syntax: "typescript" }).body)) {
    const from = textOf(item.source);
    for (const specifier of nodesIn(item.specifiers)) {
      const [there, here] =
        item.type === "ImportDeclaration"
          ? [textOf(specifier.imported) ?? textOf(specifier.local), textOf(specifier.local)]
          : [textOf(specifier.orig), textOf(specifier.exported) ?? textOf(specifier.orig)];
      if (there === null || here === null) throw new Error(`${specifier.type} is not followed`);
      if (from !== null) taken.set(here, { name: there, from });
      if (item.type !== "ImportDeclaration") exported.push(here);
    }
    for (const declaration of [...nodesIn([item.declaration]), item])
      for (const name of namesDeclared(declaration))
        declared.set(name, [...(declared.get(name) ?? []), declaration]);
  }
  return { declared, taken, exported };
}

/** The names that a declaration gives. */
function namesDeclared(declaration: Node): readonly string[] {
  if (declaration.type === "VariableDeclaration")
    return nodesIn(declaration.declarations).flatMap(({ id }) => textOf(id) ?? []);
  const name = textOf(declaration.id ?? declaration.identifier);
  return name === null ? [] : [name];
}

/** The names of the types that stand in a node. */
function typesMentioned(node: Node): readonly string[] {
  switch (node.type) {
    case "TsTypeQuery":
      return [];
    case "TsImportType":
    case "TsQualifiedName":
      throw new Error(`${node.type} is not followed`);
    default: {
      const own = [node.typeName, node.type === "TsExpressionWithTypeArguments" && node.expression];
      const names = [...own, node.superClass].flatMap((name) => textOf(name) ?? []);
      return [...names, ...Object.values(node).flatMap(nodesIn).flatMap(typesMentioned)];
    }
  }
}

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes that a property of a node holds; what holds nodes and is none itself (a span, a pair) is looked into. */
function nodesIn(value: unknown): readonly Node[] {
  if (isNode(value)) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(nodesIn);
}

/** The text of an identifier or a string. */
function textOf(value: unknown): string | null {
  return isNode(value) && typeof value.value === "string" ? value.value : null;
}
