import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { grammar } from "../src/grammar/grammar.js";
import { filesInArchive } from "./support/archive.js";
import { manifest } from "./support/manifest.js";

/* The archive that `npm run package` (and every build) makes: what users install. */

const ARCHIVE = fileURLToPath(new URL("../responses.vsix", import.meta.url));

const files = filesInArchive(readFileSync(ARCHIVE));

/** All that is in the extension, and nothing else. */
const CONTENTS = [
  "LICENSE.txt",
  "changelog.md",
  "docs/checks.md",
  "extension-web.js",
  "extension.js",
  "icons/extension.png",
  "icons/file-dark.svg",
  "icons/file-light.svg",
  "images/hover.png",
  "images/tests.png",
  "language-configuration.json",
  "licences.txt",
  "package.json",
  "readme.md",
  "schemas/responses.config.schema.json",
  "server/language-server.mjs",
  "server/main.mjs",
  "server/worker.js",
  "syntaxes/responses.tmLanguage.json",
  "syntaxes/verdict.tmLanguage.json",
  "walkthrough/compile.md",
  "walkthrough/examples.md",
  "walkthrough/explain.md",
  "walkthrough/new-file.md",
  "walkthrough/preview.md",
];

function textOf(name: string): string {
  const content = files.get(`extension/${name}`);
  if (content === undefined) throw new Error(`the archive has no ${name}`);
  return content.toString("utf8");
}

function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, name = ""]) => name);
}

describe("the archive", () => {
  test("holds these files and no others", () => {
    expect([...files.keys()].sort()).toEqual(
      [
        "[Content_Types].xml",
        "extension.vsixmanifest",
        ...CONTENTS.map((name) => `extension/${name}`),
      ].sort(),
    );
  });

  // The server is there twice, for Node and for browsers, each with the scanners that it runs, and the text of those that it writes.
  test("is smaller than 1.35 megabytes", () => {
    expect(statSync(ARCHIVE).size).toBeLessThan(1_350_000);
  });

  test("has the very server that the tests of the server start", () => {
    const server = fileURLToPath(new URL("../../lsp/dist/", import.meta.url));
    expect(textOf("server/language-server.mjs")).toBe(readFileSync(`${server}language-server.mjs`, "utf8"));
    expect(textOf("server/worker.js")).toBe(readFileSync(`${server}browser.js`, "utf8"));
    expect(JSON.parse(textOf("syntaxes/responses.tmLanguage.json"))).toEqual(
      JSON.parse(JSON.stringify(grammar)),
    );
  });

  test("has the licences of the packages that are in its bundles", () => {
    const licences = textOf("licences.txt");
    for (const name of ["chevrotain", "semver", "vscode-languageclient", "vscode-languageserver"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d.* \\(`, "m"));
    }
  });

  test("has a package.json without what only the repository needs", () => {
    const packaged = JSON.parse(textOf("package.json"));
    expect(packaged).toMatchObject({
      name: manifest.name,
      publisher: manifest.publisher,
      version: manifest.version,
    });
    for (const name of ["type", "private", "scripts", "devDependencies", "dependencies"]) {
      expect(packaged).not.toHaveProperty(name);
    }
  });

  test("has every file that its package.json names", () => {
    const named = [...textOf("package.json").matchAll(/"(?:\.\/)?([\w./-]+\.(?:js|json|md|png|svg))"/g)];
    expect(named.length).toBeGreaterThan(10);
    const present = [...CONTENTS, "responses.config.json"];
    for (const [, name] of named) expect(present).toContain(name);
  });

  test("has every picture that its walkthrough shows, and a readme without any", () => {
    const steps = CONTENTS.filter((name) => name.startsWith("walkthrough/")).map(textOf);
    const pictures = steps.flatMap(picturesIn);
    expect(pictures.length).toBeGreaterThan(0);
    for (const name of pictures) expect(CONTENTS).toContain(name.replace("../", ""));
    expect(picturesIn(textOf("readme.md"))).toEqual([]);
  });

  test("asks no network for anything", () => {
    const calls =
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(|(?:require\(|from ?)"(?:node:)?(?:https?|http2|dns|tls)"/;
    for (const name of CONTENTS.filter((file) => /\.m?js$/.test(file))) {
      expect([name, calls.exec(textOf(name))?.[0]]).toEqual([name, undefined]);
    }
  });
});
