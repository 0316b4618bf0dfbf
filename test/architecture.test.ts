import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/*
 * The map of the house against the house: every file that docs/architecture.md names is there, every room and package is on
 * the map, in the order that the layer rule keeps.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

interface Section {
  readonly title: string;
  readonly text: string;
}

const sections: readonly Section[] = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ title: text.slice(0, text.indexOf("\n")), text }));

function sectionOf(title: string): string {
  const section = sections.find((candidate) => candidate.title === title);
  if (section === undefined) throw new Error(`docs/architecture.md has no section "${title}"`);
  return section.text;
}

/** Where the paths of a section begin, besides the repository itself. */
const FOLDERS = [
  ".",
  "docs",
  "packages",
  "packages/dsl",
  "packages/dsl/src",
  "packages/dsl/src/syntax",
  "packages/dsl/src/model",
  "packages/dsl/src/plan",
  "packages/dsl/src/analysis",
  "packages/dsl/src/compile",
  "packages/lsp",
  "packages/lsp/src",
  "packages/lsp/src/features",
  "packages/lsp/src/workspace",
  "packages/lsp/src/server",
  "packages/lsp/test",
  "packages/build",
  "packages/build/src",
  "packages/cli",
  "packages/cli/src",
  "packages/node-host/src",
  "packages/playground",
  "packages/playground/src",
  "packages/testing/src",
  "packages/vscode-extension",
];

/** The code spans that are paths. What is in capitals stands for a name: `NAME-field.ts`. */
function pathsIn(text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
  return [...new Set(spans.filter((span) => /^[\w.*-]+(?:\/[\w.*-]*)+$/.test(span) && !span.includes("*")))];
}

function isThere(path: string): boolean {
  return FOLDERS.some((folder) => existsAs(join(root, folder, path)));
}

/** Whether there is such a file; one with a placeholder in its name needs one that is called likewise. */
function existsAs(path: string): boolean {
  if (!/[A-Z]{4,}/.test(path.slice(root.length))) return existsSync(path);
  const [folder, name] = [dirname(path), path.slice(dirname(path).length + 1)];
  const pattern = new RegExp(`^${name.replaceAll(".", "\\.").replace(/[A-Z]{4,}/, "[a-z-]+")}$`);
  return existsSync(folder) && readdirSync(folder).some((candidate) => pattern.test(candidate));
}

describe("every path on the map leads somewhere", () => {
  test.each(sections.flatMap(({ title, text }) => pathsIn(text).map((path) => [title, path] as const)))(
    "%s: %s",
    (_, path) => {
      expect(isThere(path), path).toBe(true);
    },
  );

  test("a path that leads nowhere is found", () => {
    expect(["packages/dsl/src/nowhere.ts", "findings/catalogue/NAME.nowhere"].filter(isThere)).toEqual([]);
  });
});

test("the rooms of the library stand on the map in the order of the layer rule", () => {
  const config: { readonly forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
    join(root, ".dependency-cruiser.cjs"),
  );
  const ruled = config.forbidden.flatMap(({ name }) => {
    const room = /^dsl-(.+)-imports-only-rooms-before-it$/.exec(name)?.[1];
    return room === undefined ? [] : [room];
  });
  const told = [...sectionOf("The rooms of packages/dsl/src").matchAll(/^\*\*([a-z/.-]+?)(?:\/|\.ts)\*\*/gm)];
  expect(told.map(([, room]) => room)).toEqual(ruled);
});

test("every package and every folder of the repository is on the map", () => {
  const told = sectionOf("Packages");
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
  const folders = ["examples", "bench", "campaigns", "docs", "scripts", "test"].map((name) => `${name}/`);
  expect([...packages, ...folders].filter((name) => !new RegExp(`^${name}\\s`, "m").test(told))).toEqual([]);
});

/** A recipe that numbers its files. */
interface Recipe {
  readonly title: string;
  /** What is written by hand, in the order of the numbers. */
  readonly files: readonly string[];
  /** What is said below the list: what fails without each, and what there can be besides. */
  readonly below: string;
}

const ITEM = /^\d+\. (.*(?:\n {2,}.*)*)/gm;

const recipes: readonly Recipe[] = sectionOf("Where do I add …")
  .split(/^(?=\*\*)/m)
  .flatMap((text) => {
    const [, title = ""] = /^\*\*(.*?)\*\*/.exec(text) ?? [];
    // Of an item the first path is the file; a second one is of a program that writes more.
    const files = [...text.matchAll(ITEM)].map(([, item = ""]) => pathsIn(item)[0] ?? "");
    return files.length === 0 ? [] : [{ title, files, below: text.replace(ITEM, "") }];
  });

describe.each(recipes.map((recipe) => [recipe.title, recipe] as const))("the recipe for %s", (_, recipe) => {
  test("has nine files at most, each once", () => {
    expect(recipe.files.length).toBeLessThanOrEqual(9);
    expect(new Set(recipe.files).size).toBe(recipe.files.length);
  });

  test("says of each file what fails without it", () => {
    const numbers = new Set(
      [...recipe.below.matchAll(/(?<![\w.-])(\d)(?![\w-])/g)].map(([, number]) => Number(number)),
    );
    expect(recipe.files.map((_, index) => index + 1).filter((number) => !numbers.has(number))).toEqual([]);
  });
});

/*
 * The two recipes that are followed most, against the words that are there: what is true of the words of the language is true
 * of the next one.
 */
describe.each([
  ["a way to match", "TEXTS"],
  ["a kind of field", "FIELD"],
])("the recipe for %s", (title, record) => {
  const recipe = recipes.find((candidate) => candidate.title === title);
  if (recipe === undefined) throw new Error(`docs/architecture.md has no recipe for ${title}`);
  const vocabulary = readFileSync(join(root, "packages/dsl/src/syntax/vocabulary.ts"), "utf8");
  const words = [...vocabulary.matchAll(new RegExp(`^  (\\w+): \\{\\s+\\.\\.\\.${record},`, "gm"))].map(
    ([, word = ""]) => word,
  );

  test("is for some words", () => expect(words.length).toBeGreaterThan(2));

  test.each(recipe.files)("%s knows each of them", (file) => {
    expect(words.filter((word) => !knows(file, word))).toEqual([]);
  });

  test("names every file that goes through all of them", () => {
    const through = sourcesBelow("packages").filter((path) => goesThrough(textOf(path), words));
    const named = [...recipe.files, ...pathsIn(recipe.below)];
    expect(through.filter((path) => !named.includes(path))).toEqual([]);
  });

  test("would miss a file that went through all of them", () => {
    const cases = words.map((word) => `    case "${word}":`).join("\n");
    const keys = words.map((word) => `  ${word}: 1,`).join("\n");
    expect([cases, keys, cases.replace("case", "")].map((text) => goesThrough(text, words))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

/** Whether a file of a recipe says something of a word: by name, or of all words that have a path. */
function knows(file: string, word: string): boolean {
  const own = file.replace("KIND", word);
  if (own !== file) return existsSync(join(root, own));
  const text = textOf(file);
  return new RegExp(word, "i").test(text) || (/json|xml/.test(word) && /PathFieldWord/.test(text));
}

/** Whether a text has a case or a key for each of the words. */
function goesThrough(text: string, words: readonly string[]): boolean {
  return words.every((word) => new RegExp(`^\\s+(?:case "${word}":|${word}: )`, "m").test(text));
}

/** The sources that people write, but for those of tests. */
function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return /^(?:node_modules|dist|test|testing|e2e)$/.test(entry.name) ? [] : sourcesBelow(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".generated.ts") ? [path] : [];
  });
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
