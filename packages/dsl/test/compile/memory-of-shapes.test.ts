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
test.each<[string, string, string]>([
  [
    "elements that a label and a capture pick, too",
    'reject json "$[*]" exact "é" as json "$[*]"\ncapture a from json "$[*]"',
    listOf("1"),
  ],
  ["members", 'success json "$[*].a" keyword "2"', listOf('{"a":1}')],
  ["lists in a list", 'success json "$[*][*]" keyword "2"', listOf("[1,1]")],
  ["a long text in escapes", 'success json "$.a" keyword "zq"', `{"a":"${filled("\\n")}"}`],
  ["JSON in the elements of a list", 'success json "$[*]" json "$.x" keyword "2"', listOf('"{\\"x\\":1}"')],
  ["a list in a text", 'success json "$.d" json "$[*]" keyword "2"', `{"d":"${listOf("1")}"}`],
  [
    "a list in a text, part by part",
    'success json "$.d" json "$[*]" split "-" part 1 keyword "2"',
    `{"d":"${listOf("1")}"}`,
  ],
  ["a form in a text", 'success json "$.d" form "a" keyword "2"', `{"d":"${filled("a=1&")}"}`],
  ["XML elements", 'success xml "//a" keyword "2"', `<r>${filled("<a>1</a>")}</r>`],
  ["XML attributes", 'success xml "//a/@b" keyword "2"', `<r>${filled('<a b="1"/>')}</r>`],
  ["references", 'success xml "/r" keyword "zq"', `<r>${filled("&amp;")}</r>`],
  ["line ends of XML", 'success xml "/r" keyword "zq"', `<r>${filled("a\r")}</r>`],
  ["white space in an attribute", 'success xml "/r/@a" keyword "zq"', `<r a="${filled("\t\n")}"/>`],
  ["pluses in a form", 'success form "a" keyword "zq"', `a=${filled("+")}`],
  ["escapes in a form", 'success form "a" keyword "zq"', `a=${filled("a%41")}`],
  ["values of a form", 'success form "a" keyword "2"', filled("a=1&")],
  ["parts of a split", 'success split ";" part -3 keyword "2"', filled("a;")],
  [
    "places of a capture's ends",
    'success keyword "<"\ncapture a from between "<" and last ">"\ncapture b from between ">" and "q", end',
    filled("<>"),
  ],
])("%s", (_, text, body) => {
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
    expect(Number(stdout)).toBeLessThan(MULTIPLE * SIZE);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
