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
