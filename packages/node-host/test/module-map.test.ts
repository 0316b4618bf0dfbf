import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "@jridgewell/sourcemap-codec";
import { compile } from "@responses/dsl";
import { MappingFiles, moduleMap } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

const FILES = {
  "src/acme.responses": `# Acme
include "shared/http.responses"
success json "$.sold" exact "true"

  reject keyword "const rules = ["
    as "  { outcome: "
`,
  "src/shared/http.responses": 'error status 5xx\nerror status 4xx as "Wrong"\n',
};

test.each([
  ["carries its runtime", {}],
  ["imports it", { runtime: "./responses-runtime.mjs" }],
])(
  "the map of a module that %s leads from each rule to its statement, and from nothing else",
  (_, options) => {
    const cwd = folderWith(FILES);
    const { linked } = new MappingFiles(cwd).load("src/acme.responses");
    if (linked.kind === "refused") throw new Error("the mapping is refused");
    const compiled = compile(linked.mapping, { format: "esm", source: "acme.responses", ...options });
    if (compiled.kind === "refused") throw new Error("it cannot be compiled");
    const { sources, sourcesContent, mappings } = moduleMap(compiled.code, linked.mapping, cwd);
    expect(sources).toEqual(["shared/http.responses", "acme.responses"]);
    expect(sourcesContent).toEqual(sources.map((path) => readFileSync(join(cwd, "src", path), "utf8")));
    const code = compiled.code.split("\n");
    const found = decode(mappings).flatMap((segments, number) =>
      segments.flatMap(([column, source = -1, line = -1, from = -1]) => {
        if (source === -1) return [];
        const outcome = /^\{ outcome: "(\w+)"/.exec(code[number]?.slice(column) ?? "")?.[1];
        return [`${outcome} → ${sourcesContent[source]?.split("\n")[line]?.slice(from)}`];
      }),
    );
    expect(found).toEqual([
      "error → error status 5xx",
      'error → error status 4xx as "Wrong"',
      'success → success json "$.sold" exact "true"',
      'reject → reject keyword "const rules = ["',
    ]);
  },
);
