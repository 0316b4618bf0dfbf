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
  "packages/cli",
  "packages/cli/src",
  "packages/node-host/src",
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
