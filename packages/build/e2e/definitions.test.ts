import { relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Definition, startServer5, startServer7, type TypeScriptServer } from "./support/definitions.js";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shownFile } from "./support/readme.js";

/*
 * "Go to definition" in a program that imports a mapping, as the language servers of TypeScript answer it: the declarations that a
 * plugin has written lead into the mapping files.
 */

const ACME = `include "shared.responses"
success keyword "sold"
reject  keyword "dup" as Duplicate
reject  keyword "late" as "Too late"
capture price from json "$.price" for success
`;

const PROGRAM = `import { match, type Verdict } from "./acme.responses";

const verdict: Verdict = match({ status: 200, body: "" });
export const outcome = verdict.outcome;
export function read(): string | undefined {
  switch (verdict.outcome) {
    case "success":
      return verdict.label ?? verdict.captures.price;
    case "reject":
      return verdict.label === "Duplicate" ? undefined : verdict.label;
    case "error":
      return verdict.label;
    case "unmapped":
      return undefined;
  }
}
`;

/** The places of a program, each by a line and what stands in it, and the texts that they lead to. */
const PLACES: readonly (readonly [line: string, name: string, leadsTo: readonly string[]])[] = [
  ["import {", "match", ["acme.responses:1:1 "]],
  ["import {", "Verdict", ["acme.responses:1:1 "]],
  ["const verdict", "match", ["acme.responses:1:1 "]],
  [
    "export const outcome",
    "outcome;",
    [
      "acme.responses:1:1 ",
      "acme.responses:2:1 success",
      "acme.responses:3:1 reject",
      "shared.responses:2:1 error",
    ],
  ],
  ["return verdict.label ??", "label", ["acme.responses:2:1 success"]],
  ["return verdict.label ??", "price", ["acme.responses:5:9 price"]],
  ["return verdict.label ===", "label", ["acme.responses:3:26 Duplicate"]],
  ["return verdict.label;", "label", ['shared.responses:2:21 "Server error"']],
  // No server takes a text for a name, whatever its type is.
  ["return verdict.label ===", "Duplicate", []],
];

const COMPILER_OPTIONS = {
  strict: true,
  module: "nodenext",
  noEmit: true,
  types: [],
  allowArbitraryExtensions: true,
};

/** Where declarations can be, with what is added to the configurations. */
const WAYS = [
  ["beside the mapping", "responses()", {}],
  [
    "in a folder of their own",
    'responses({ types: ".responses/types" })',
    { rootDirs: [".", ".responses/types"] },
  ],
] as const;

const SERVERS = [
  ["5.9", startServer5],
  ["7", startServer7],
] as const;

describe.for(WAYS)("declarations %s", ([way, plugin, options]) => {
  const project = new Project(`definitions-${way.replaceAll(" ", "-")}`, {
    "build.mjs": shownFile("build.mjs").replace("responses()", plugin).replace("main.js", "program.ts"),
    "tsconfig.json": JSON.stringify({
      compilerOptions: { ...COMPILER_OPTIONS, ...options },
      include: ["src"],
    }),
    "src/acme.responses": ACME,
    "src/shared.responses": '# Écarts\nerror status 5xx as "Server error"\n',
    "src/program.ts": PROGRAM,
  });

  /** A definition as `file:line:column text`, from 1. */
  const shown = ({ file, start, end }: Definition): string => {
    const path = relative(project.path("src"), file);
    const text = project.read(relative(project.folder, file)).split("\n")[start.line] ?? "";
    const said = start.line === end.line ? text.slice(start.character, end.character) : "lines";
    return `${path}:${start.line + 1}:${start.character + 1} ${said}`;
  };

  beforeAll(async () => {
    const { output, code } = await run([process.execPath, "build.mjs"], project.folder);
    expect(code, output).toBe(0);
  });

  describe.for(SERVERS)("TypeScript %s", ([version, start]) => {
    let server: TypeScriptServer;
    beforeAll(async () => {
      server = await start(project.folder);
    });
    afterAll(() => server?.stop());

    const definitionsAt = async (line: string, name: string): Promise<readonly string[]> => {
      const lines = PROGRAM.split("\n");
      const number = lines.findIndex((text) => text.includes(line));
      const text = lines[number] ?? "";
      const place = { line: number, character: text.indexOf(name, text.indexOf(line)) };
      const definitions = await server.definitionsAt("src/program.ts", place);
      return definitions.map(shown).sort();
    };

    test.for(PLACES)("%s … %s", async ([line, name, leadsTo]) => {
      expect(await definitionsAt(line, name)).toEqual(leadsTo);
    });

    test("the path of an import", async () => {
      // TypeScript 7 maps names alone (internal/ls/definition.go).
      const file = version === "5.9" ? "acme.responses" : "acme.d.responses.ts";
      expect(await definitionsAt("import {", "acme")).toEqual([expect.stringContaining(`${file}:1:1 `)]);
    });
  });
});
