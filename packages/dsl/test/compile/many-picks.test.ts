import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test, vi } from "vitest";
import { compiled, loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Fields that pick more than is kept: what they pick is looked at one by one, by passes and without them. */

/** Picked by a path that passes follow, and by one that they leave. */
const MAPPING = `success json "$[*]" keyword "2" and json "$[*]" above 3
reject  json "$[*]" word "x" and not json "$[*]" keyword "y" as X
reject  json "$[*][-1]" above 8 as Last
error   json "$[*]" empty as Empty
reject  json "$[*]" exact "é*" as json "$[*]"
capture first from json "$[*]"
`;
const FILL = Array(30_000).fill('""').join(",");

test.each([
  ["nothing at all", `[${FILL}]`],
  ["a text and a number at the end", `[${FILL},"a2","4"]`],
  ["a text alone", `[${FILL},"a2"]`],
  ["a word", `[${FILL},"an X"]`],
  ["a word and what must not be there", `[${FILL},"an X","Y"]`],
  ["the last of a list inside", `[${FILL},[1,9]]`],
  ["what is no text", `[${FILL},[],{}]`],
  ["a label", `[${FILL},"É t é","b"]`],
  [
    "members, one of a name twice",
    `{${Array.from({ length: 30_000 }, (_, at) => `"${at}":""`).join(",")},"7":"x"}`,
  ],
  [
    "members that lose their name",
    `{"a":"2",${Array.from({ length: 30_000 }, (_, at) => `"${at}":5`).join(",")},"a":"x"}`,
  ],
  ["a body that breaks", `[${FILL},"a2","4"`],
])("%s, among many", (_, body) => {
  const mapping = mappingOf(MAPPING);
  const expected = interpreterOf(mapping).match({ body });
  const module = loadCompiled(mapping);
  expect(module.match({ body })).toEqual(expected);
  expect(module.match({ body: new TextEncoder().encode(body) })).toEqual(expected);
  vi.stubGlobal("WebAssembly", undefined);
  try {
    expect(loadCompiled(mapping).match({ body })).toEqual(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});

/** Fields of fields, of which a part picks more than is kept. */
const CHAINS = `success json "$.d" json "$[*]" keyword "2" and json "$.d" json "$[*]" above 3
reject  json "$.d" json "$[*]" word "x" and not json "$.d" json "$[*]" keyword "y" as X
reject  json "$.d" json "$[*]" split "-" part 2 exact "z" as json "$.d" json "$[*]"
reject  json "$.d" form "a" keyword "f" as json "$.d" form "a"
reject  xml "//d" xml "//i" keyword "i" and form "b" exact "c" as xml "//d" xml "//i"
error   json "$.d" json "$[*]" empty as Empty
capture first from json "$.d" json "$[*]" split "-" part 1
capture last from json "$.d" json "$[-1]"
capture value from form "b"
`;
const EMPTY_ONES = Array(30_000).fill("<i/>").join("");

test.each([
  ["nothing at all", JSON.stringify({ d: `[${FILL}]` })],
  ["a text and a number at the end", JSON.stringify({ d: `[${FILL},"a2","4"]` })],
  ["a word", JSON.stringify({ d: `[${FILL},"an X"]` })],
  ["a word and what must not be there", JSON.stringify({ d: `[${FILL},"an X","Y"]` })],
  ["a part of a text", JSON.stringify({ d: `[${FILL},"w-Z"]` })],
  ["values of a form", JSON.stringify({ d: `${"a=&".repeat(30_000)}a=F` })],
  ["values of a form that is the body", `${"b=&".repeat(30_000)}b=c`],
  [
    "elements in a text, and a form around them",
    `<d b="&amp;b=c">${`<r>${EMPTY_ONES}<i>I</i></r>`.replaceAll("<", "&lt;")}</d>`,
  ],
  ["elements", `<r>${EMPTY_ONES}<d>&lt;i>I&lt;/i></d></r>`],
])("fields of fields: %s, among many", (_, body) => {
  const mapping = mappingOf(CHAINS);
  const expected = interpreterOf(mapping).match({ body });
  const module = loadCompiled(mapping);
  expect(module.match({ body })).toEqual(expected);
  expect(module.match({ body: new TextEncoder().encode(body) })).toEqual(expected);
  vi.stubGlobal("WebAssembly", undefined);
  try {
    expect(loadCompiled(mapping).match({ body })).toEqual(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("a field of more parts than are read inside one another", () => {
  const mapping = mappingOf(`success json "$[*]"${' split ";" part 1'.repeat(250)} exact "a"\n`);
  const module = loadCompiled(mapping);
  for (const body of ['["b","a;b"]', '["b"]', "[]"])
    expect(module.match({ body })).toEqual(interpreterOf(mapping).match({ body }));
});

test("32 MB of ones take no more than a multiple of that", () => {
  const folder = mkdtempSync(join(tmpdir(), "responses-many-picks-"));
  try {
    const { code } = compiled(mappingOf(MAPPING), { format: "esm", source: "many.responses" });
    writeFileSync(join(folder, "many.mjs"), code);
    const script = `import { match } from ${JSON.stringify(join(folder, "many.mjs"))};
process.stdout.write(JSON.stringify(match({ body: "[" + "1,".repeat(2 ** 24 - 1) + "1]" })));
process.stderr.write(String(process.resourceUsage().maxRSS));`;
    writeFileSync(join(folder, "run.mjs"), script);
    // Parts that are kept would not fit into so small a heap.
    const run = spawnSync(process.execPath, ["--max-old-space-size=256", join(folder, "run.mjs")], {
      encoding: "utf8",
    });
    expect(run.stdout).toBe('{"outcome":"unmapped","label":null,"captures":{"first":"1"}}');
    expect(Number(run.stderr)).toBeLessThan(20 * 32 * 1024);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
