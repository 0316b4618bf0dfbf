import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test } from "vitest";
import { compiled } from "../support/compiled-module.js";

/* A body of any shape is judged within a multiple of its size: what docs/reliability.md states, on bodies of 8 MB. */

const SIZE = 8 * 2 ** 20;
const filled = (unit: string) => unit.repeat(Math.floor(SIZE / unit.length));
const listOf = (unit: string) => `[${filled(`${unit},`)}${unit}]`;

/** So many times its size a body may cost. */
const MULTIPLE = 30;
/** Where a field of a field picks very many parts of one text, all of them are kept. */
const MULTIPLE_OF_INNER_PARTS = 100;

test.each<[string, string, string, number]>([
  [
    "elements that a label and a capture pick, too",
    'reject json "$[*]" exact "é" as json "$[*]"\ncapture a from json "$[*]"',
    listOf("1"),
    MULTIPLE,
  ],
  ["members", 'success json "$[*].a" keyword "2"', listOf('{"a":1}'), MULTIPLE],
  ["lists in a list", 'success json "$[*][*]" keyword "2"', listOf("[1,1]"), MULTIPLE],
  ["a long text in escapes", 'success json "$.a" keyword "zq"', `{"a":"${filled("\\n")}"}`, MULTIPLE],
  [
    "JSON in the elements of a list",
    'success json "$[*]" json "$.x" keyword "2"',
    listOf('"{\\"x\\":1}"'),
    MULTIPLE,
  ],
  [
    "a list in a text",
    'success json "$.d" json "$[*]" keyword "2"',
    `{"d":"${listOf("1")}"}`,
    MULTIPLE_OF_INNER_PARTS,
  ],
  ["XML elements", 'success xml "//a" keyword "2"', `<r>${filled("<a>1</a>")}</r>`, MULTIPLE],
  ["XML attributes", 'success xml "//a/@b" keyword "2"', `<r>${filled('<a b="1"/>')}</r>`, MULTIPLE],
  ["references", 'success xml "/r" keyword "zq"', `<r>${filled("&amp;")}</r>`, MULTIPLE],
  ["values of a form", 'success form "a" keyword "2"', filled("a=1&"), MULTIPLE],
  ["parts of a split", 'success split ";" part -3 keyword "2"', filled("a;"), MULTIPLE],
  [
    "places of a capture's ends",
    'success keyword "<"\ncapture a from between "<" and last ">"\ncapture b from between ">" and "q", end',
    filled("<>"),
    MULTIPLE,
  ],
])("%s", (_, text, body, multiple) => {
  const folder = mkdtempSync(join(tmpdir(), "responses-memory-of-shapes-"));
  try {
    const { code } = compiled(mappingOf(text), { format: "esm", source: "shape.responses" });
    writeFileSync(join(folder, "shape.mjs"), code);
    writeFileSync(join(folder, "body"), body);
    const script = `import { readFileSync } from "node:fs";
import { match } from ${JSON.stringify(join(folder, "shape.mjs"))};
const body = readFileSync(${JSON.stringify(join(folder, "body"))}, "latin1");
const before = process.memoryUsage().rss;
match({ status: 200, body });
process.stdout.write(String(process.resourceUsage().maxRSS * 1024 - before));`;
    writeFileSync(join(folder, "run.mjs"), script);
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "run.mjs")], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(Number(stdout)).toBeLessThan(multiple * SIZE);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
