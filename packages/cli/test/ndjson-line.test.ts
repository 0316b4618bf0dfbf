import { createMatcher, link, noOtherFiles, parse, type Verdict } from "@responses/dsl";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BlockClassifier } from "../src/ndjson/block-classifier.js";
import { BlockSplitter } from "../src/ndjson/block-splitter.js";
import { readNdjsonLine, writeVerdictJson } from "../src/ndjson/ndjson-line.js";
import { randomLines } from "./support/random-lines.js";

const VERDICT: Verdict = { outcome: "reject", label: "No Demand", captures: {} };
const WRITTEN = '{"outcome":"reject","label":"No Demand","captures":{}}';
const SPACED = '{"outcome": "reject", "label": "No Demand", "captures": {}}';

/** The line with the verdict in its place. */
function edited(line: string | Buffer, verdict: Verdict = VERDICT): Buffer {
  const { output, bad } = new BlockClassifier(() => verdict).classify(Buffer.from(line), false);
  if (bad.length > 0) throw new Error(`${line} is bad`);
  return output;
}

describe("a verdict is added at the end, in the line's own spacing", () => {
  test.each([
    ['{"status":200,"body":"x"}', `{"status":200,"body":"x","verdict":${WRITTEN}}`],
    ['{"status": 200, "body": "x"}', `{"status": 200, "body": "x", "verdict": ${SPACED}}`],
    ['{ "body": "x" }', `{ "body": "x", "verdict": ${SPACED} }`],
    ['  {"body":"x"\t}\r', `  {"body":"x","verdict":${WRITTEN}\t}\r`],
    ["{}", `{"verdict":${WRITTEN}}`],
    ["{ }", `{"verdict":${WRITTEN} }`],
    // Numbers, escapes, the order of names and repeated names stay as they are.
    [
      '{"id":12345678901234567890,"price":1.0,"e":1E+2,"2":0,"1":0,"t":"\\u0041\\/","body":"","id":-0}',
      `{"id":12345678901234567890,"price":1.0,"e":1E+2,"2":0,"1":0,"t":"\\u0041\\/","body":"","id":-0,"verdict":${WRITTEN}}`,
    ],
    // A verdict further inside is not the line's own.
    ['{"was":{"verdict":1},"a":["verdict"]}', `{"was":{"verdict":1},"a":["verdict"],"verdict":${WRITTEN}}`],
    ['{"a":"\\"verdict\\":1}"}', `{"a":"\\"verdict\\":1}","verdict":${WRITTEN}}`],
  ])("%s", (line, expected) => {
    expect(`${edited(line)}`).toBe(expected);
  });
});

describe("a verdict that is there is replaced in its place", () => {
  test.each([
    ['{"verdict":null,"body":"x"}', `{"verdict":${WRITTEN},"body":"x"}`],
    ['{"verdict":{"a":[{}]},"body":"x"}', `{"verdict":${WRITTEN},"body":"x"}`],
    ['{"a":1,"verdict" : "}" ,"b":2}', `{"a":1,"verdict" : ${WRITTEN} ,"b":2}`],
    ['{"verdict":12}', `{"verdict":${WRITTEN}}`],
    ['{"a": 1, "verdict": true }', `{"a": 1, "verdict": ${SPACED} }`],
    ['{"\\u0076erdict":0}', `{"\\u0076erdict":${WRITTEN}}`],
    ['{"verdict":1,"verdict":2}', `{"verdict":1,"verdict":${WRITTEN}}`],
    [
      '{"a":{"verdict":1},"verdict":2,"b":{"verdict":3}}',
      `{"a":{"verdict":1},"verdict":${WRITTEN},"b":{"verdict":3}}`,
    ],
  ])("%s", (line, expected) => {
    expect(`${edited(line)}`).toBe(expected);
  });
});

describe("what a line says", () => {
  test.each([
    ['{"status":201,"body":"a\\n\\u00e9"}', 201, "a\né"],
    ['{"status":2e2}', 200, undefined],
    ['{"status":"200","body":null}', null, null],
    ['{"status":null}', null, undefined],
    ['{"status":200,"body":"a","status":500,"body":"b"}', 500, "b"],
    ['{"b\\u006fdy":"a"}', null, "a"],
    ['{"inner":{"status":1,"body":"no"},"body":"\\ud800"}', null, "\ud800"],
    ['{"__proto__":{"status":1,"body":"no"}}', null, undefined],
  ])("%s", (line, status, body) => {
    const read = readNdjsonLine(Buffer.from(line));
    expect(read).toMatchObject({ kind: "response", response: { status, body } });
  });

  test.each(["", " ", "\t \r"])("blank %j", (line) => {
    expect(readNdjsonLine(Buffer.from(line))).toEqual({ kind: "blank" });
  });

  test.each([
    ["not JSON", 1, "this line is not JSON: a value is missing here"],
    ['{"body":"x"', 12, "this line is not JSON: it ends too early"],
    ['{"body":"x",}', 13, "this line is not JSON: a name in double quotes is missing here"],
    ['{"body":"x"} {}', 14, "this line is not JSON: something stands behind the value"],
    ["[]", null, 'a line must be an object like {"status":200,"body":"…"}; this one is a list'],
    ["null", null, 'a line must be an object like {"status":200,"body":"…"}; this one is null'],
    ['"a"', null, 'a line must be an object like {"status":200,"body":"…"}; this one is a string'],
    ["true", null, 'a line must be an object like {"status":200,"body":"…"}; this one is true'],
    ['{"body":{"a":1}}', null, '"body" must be a string with the body as it came; here it is an object'],
    ['{"body":["a"]}', null, '"body" must be a string with the body as it came; here it is a list'],
    ['{"body":12}', null, '"body" must be a string with the body as it came; here it is a number'],
  ])("bad %s", (line, column, reason) => {
    expect(readNdjsonLine(Buffer.from(line))).toEqual({ kind: "bad", reason, column });
  });

  test("any nesting is fine beside the body", () => {
    const deep = `{"deep":${"[".repeat(100_000)}${"]".repeat(100_000)},"verdict":0,"body":"x"}`;
    expect(`${edited(deep)}`).toBe(deep.replace('"verdict":0', `"verdict":${WRITTEN}`));
  });
});

test("bytes that are no UTF-8 stay as they are, and are read as U+FFFD", () => {
  const line = Buffer.from('{"note":"\xff\xfe","body":"caf\xe9"}', "latin1");
  expect(readNdjsonLine(line)).toMatchObject({ response: { body: "caf\ufffd" } });
  const expected = Buffer.from(`{"note":"\xff\xfe","body":"caf\xe9","verdict":${WRITTEN}}`, "latin1");
  expect(edited(line)).toEqual(expected);
});

test("captures of any name are written", () => {
  const captures = JSON.parse(
    '{"__proto__":"a","constructor":"b","lead id":"\\"c\\"\\n","":"\u2028"}',
  ) as Record<string, string>;
  const written = writeVerdictJson({ outcome: "success", label: null, captures }, false);
  expect(written).toBe(
    '{"outcome":"success","label":null,"captures":{"__proto__":"a","constructor":"b","lead id":"\\"c\\"\\n","":"\u2028"}}',
  );
});

test("a capture called __proto__ comes out of a mapping", () => {
  const linked = link(parse("a", "capture __proto__ from json '$.id'"), noOtherFiles);
  if (linked.kind !== "mapping") throw new Error("refused");
  const verdict = createMatcher(linked.mapping).match({ body: '{"id":7}' });
  expect(`${edited('{"body":""}', verdict)}`).toContain('"captures":{"__proto__":"7"}}');
});

test("the edited line is what JSON.parse makes of the line, with the verdict put in; nothing else is touched", () => {
  fc.assert(
    fc.property(randomLines(), (line) => {
      const bytes = Buffer.from(line);
      const read = readNdjsonLine(bytes);
      if (read.kind !== "response") throw new Error(`${line} is ${read.kind}`);
      const { start, end } = read.place;
      const result = `${edited(line)}`;
      const before = bytes.subarray(0, start).toString();
      const after = bytes.subarray(end).toString();
      expect(result.startsWith(before)).toBe(true);
      expect(result.endsWith(after)).toBe(true);
      const expected = JSON.parse(line) as Record<string, unknown>;
      // What the verdict took the place of is the old verdict, and nothing of the line is lost otherwise.
      if (end > start) expect(JSON.parse(bytes.subarray(start, end).toString())).toEqual(expected.verdict);
      else expect(Object.hasOwn(expected, "verdict")).toBe(false);
      const wanted = { ...expected, verdict: VERDICT };
      expect(JSON.parse(result)).toEqual(wanted);
      expect(read.response.body).toEqual(expected.body);
      // Edited again, nothing more happens.
      expect(`${edited(result)}`).toBe(result);
    }),
    randomRuns(5000),
  );
});

test("blocks are whole lines, and come out the same however the chunks fall", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r\n")),
      fc.array(fc.nat({ max: 12 })),
      (parts, cuts) => {
        const bytes = Buffer.from(parts.join(""));
        const splitter = new BlockSplitter(1000);
        const found: string[] = [];
        let from = 0;
        const take = (chunk: Buffer): void => {
          for (const block of splitter.push(chunk))
            found.push(block.kind === "lines" ? `${block.bytes}` : "?");
        };
        for (const cut of cuts) {
          take(bytes.subarray(from, from + cut));
          from += cut;
        }
        take(bytes.subarray(from));
        expect(found.filter((block) => !block.endsWith("\n"))).toEqual([]);
        const last = splitter.end();
        if (last?.kind === "lines") found.push(`${last.bytes}`);
        expect(found.join("")).toBe(parts.join(""));
      },
    ),
  );
});

test("a line that is too long is let go, and the lines after it are whole", () => {
  const splitter = new BlockSplitter(6);
  const chunks = ["1234", "56", "7", "8\nab\n", "abcd", "efg\n", "abc", "def\n", "abcdef", "g"];
  const blocks = chunks.flatMap((text) => [...splitter.push(Buffer.from(text))]);
  const told = blocks.map((block) => (block.kind === "lines" ? `${block.bytes}` : block.kind));
  expect(told).toEqual(["too-long", "ab\n", "too-long", "abcdef\n"]);
  expect(splitter.end()).toEqual({ kind: "too-long" });
});

test("the memory of a chunk may be that of the next one: an unfinished line is kept by itself", () => {
  const splitter = new BlockSplitter(1000);
  const memory = Buffer.alloc(4);
  const found: string[] = [];
  for (const text of ["ab\nc", "def\n", "ghij", "kl\nm"]) {
    memory.write(text);
    for (const block of splitter.push(memory))
      found.push(block.kind === "lines" ? `${block.bytes}` : block.kind);
  }
  expect([...found, splitter.end()]).toEqual([
    "ab\n",
    "cdef\n",
    "ghijkl\n",
    { kind: "lines", bytes: Buffer.from("m") },
  ]);
});
