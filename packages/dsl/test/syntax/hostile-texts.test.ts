import { format, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { LARGEST_SOURCE } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

const SIZE = 240_000;

/** A step that takes the square of the text's length takes minutes on each of them; all the linear ones a moment. */
const TIMEOUT = 30_000;

/** Texts that grow with a number of characters, and the names of what is found in them; null for any. */
const TEXTS: readonly (readonly [string, (size: number) => string, readonly string[] | null])[] = [
  ["one long string", (size) => `success keyword "${"a".repeat(size)}"`, []],
  ["one long string of asterisks and letters", (size) => `success exact "${"a*".repeat(size / 2)}"`, []],
  ["one long string of escapes", (size) => `success keyword "${"\\n".repeat(size / 2)}"`, []],
  ["unknown escapes", (size) => `success keyword "${"\\d".repeat(size / 2)}"`, null],
  ["an open string", (size) => `success keyword "${"a".repeat(size)}`, ["unterminated-string"]],
  ["one long block", (size) => `success keyword """\n${"  abc\n".repeat(size / 6)}"""`, []],
  ["an open block", (size) => `success keyword """\n${"  abc\n".repeat(size / 6)}`, ["unterminated-string"]],
  ["one long comment", (size) => `# ${"a".repeat(size)}\nsuccess status 201`, []],
  ["one long suppression", (size) => `# responses-ignore${" ".repeat(size)}!\nsuccess status 201`, []],
  ["comment lines", (size) => `${"# a\n".repeat(size / 4)}success status 201`, []],
  ["comments inside a statement", (size) => `success\n${"# a\n".repeat(size / 4)}status 201`, []],
  ["pairs of quotation marks", (size) => `success keyword ${"''".repeat(size)}`, ["syntax"]],
  ["pairs of quotation marks apart", (size) => `success keyword ${'"" '.repeat(size)}`, ["syntax"]],
  ["one long word", (size) => `reject status 400 as ${"a".repeat(size)}`, []],
  ["one long word that is no statement", (size) => "a".repeat(size), ["syntax"]],
  ["one long word behind a statement", (size) => `success status 201\n${"a".repeat(size)}`, ["syntax"]],
  ["digits", (size) => `success status ${"1".repeat(size)}`, ["invalid-status"]],
  ["digits of a number", (size) => `success json "$.a" above ${"1".repeat(size)}.${"1".repeat(size)}`, []],
  ["thousands", (size) => `success json "$.a" above 1${",000".repeat(size / 4)}`, ["invalid-number"]],
  ["brackets", (size) => `success ${"(".repeat(size)}`, ["syntax"]],
  ["brackets before a statement", (size) => "[".repeat(size), ["syntax"]],
  ["equals signs", (size) => `success json "$.a" ${"=".repeat(size)} "b"`, ["syntax"]],
  ["double quotes", (size) => `success keyword ${'"'.repeat(size)}`, null],
  ["single quotes", (size) => `success keyword ${"'".repeat(size)}`, null],
  ["curly quotes", (size) => `success keyword ${"“".repeat(size)}`, ["syntax"]],
  ["backslashes", (size) => `success keyword ${"\\".repeat(size)}`, ["syntax"]],
  ["commas", (size) => `success keyword "a"${",".repeat(size)}`, ["syntax"]],
  ["points", (size) => `success status 200${"..".repeat(size / 2)}`, ["syntax"]],
  ["slashes", (size) => `success status 201 ${"/".repeat(size)}`, ["syntax"]],
  ["values of a list", (size) => `success keyword "a"${',"a"'.repeat(size / 4)}`, []],
  ["values without a comma", (size) => `success keyword "a"${' "a"'.repeat(size / 4)}`, ["syntax"]],
  ["statuses of a list", (size) => `success status 200${",200".repeat(size / 4)}`, []],
  [
    "statuses of a list with a slip",
    (size) => `success status 200${",200".repeat(size / 4)},20x`,
    ["invalid-number"],
  ],
  ["joined tests", (size) => `success status 200${" and status 200".repeat(size / 15)}`, []],
  ["nots", (size) => `success ${"not ".repeat(size / 4)}status 200`, ["syntax"]],
  ["words of a label", (size) => `reject status 400 as ${"a ".repeat(size / 2)}`, ["syntax"]],
  ["words of a text", (size) => `reject keyword ${"a ".repeat(size / 2)}`, ["syntax"]],
  ["captures of an example", (size) => `example "" is success with a "b"${', a "b"'.repeat(size / 7)}`, []],
  [
    "captures named like statement words",
    (size) => `example "" is success with a "b",\n${'Error "c",\n'.repeat(size / 11)}!!`,
    ["syntax"],
  ],
  ["words before a text", (size) => `success keyword ${"of ".repeat(size / 3)}"a"`, ["syntax"]],
  ["words before a verdict", (size) => `example "" ${"should ".repeat(size / 7)}success`, ["syntax"]],
  ["an unquoted body", (size) => `example ${"{a:1},".repeat(size / 6)} is success`, ["syntax"]],
  ["a body that ends early", (size) => `example "{"${"a:1,".repeat(size / 4)}" is success`, ["syntax"]],
  ["NUL bytes", (size) => `success status 201${"\u0000".repeat(size)}`, null],
  ["lone surrogates", (size) => `success keyword "${"\ud800".repeat(size)}"`, null],
  [
    "lone surrogates the other way round",
    (size) => `success status 201 ${"\udc00\ud800".repeat(size / 2)}`,
    null,
  ],
  ["white space of other kinds", (size) => `success status 201${"\u00a0".repeat(size)}`, null],
  ["blanks", (size) => `success status 201${" ".repeat(size)}`, []],
  ["line ends", (size) => `success status 201${"\r".repeat(size)}`, []],
  ["emoji", (size) => `success keyword "${"😀".repeat(size / 2)}"`, []],
  ["equal broken statements", (size) => "error\n".repeat(size / 6), null],
  ["a long JSON path", (size) => `success json "$${".a".repeat(size / 2)}" exact "b"`, []],
  [
    "a long JSON path with many faults",
    (size) => `success json "$${".a-b".repeat(size / 4)}" exact "b"`,
    ["invalid-path"],
  ],
  ["a long XML path", (size) => `success xml "${"/a".repeat(size / 2)}" exact "b"`, []],
];

/** Everything that reading a text does. */
function readWhole(text: string): readonly string[] {
  const { findings } = link(parse("hostile.responses", text), noOtherFiles);
  for (const finding of findings.slice(0, 2000)) expect(messageOf(finding).length).toBeLessThan(500);
  return findings.map(({ name }) => name);
}

describe("texts that nobody writes", () => {
  test.each(TEXTS)(
    "%s",
    (_, make, expected) => {
      const text = make(SIZE);
      const found = readWhole(text);
      if (expected !== null) expect(found).toEqual(expected);
      else expect(found.length).toBeGreaterThan(0);
      expect(readWhole(format(text))).toEqual(found);
    },
    TIMEOUT,
  );

  test("a file that is too large is one finding", () => {
    const line = `# ${"a".repeat(61)}\n`;
    const largest = `${line.repeat(LARGEST_SOURCE / line.length - 1)}success status 201\n`;
    expect(largest.length).toBeLessThanOrEqual(LARGEST_SOURCE);
    expect(readWhole(largest)).toEqual([]);
    const { findings } = link(
      parse("large.responses", `${largest}#`.padEnd(LARGEST_SOURCE + 1)),
      noOtherFiles,
    );
    expect(findings.map(messageOf)).toEqual([
      "the file is larger than 16 MB, more than a mapping file can be; split it with include",
    ]);
    const bytes = new Uint8Array(LARGEST_SOURCE + 1).fill(0x20);
    expect(link(parse("large.responses", bytes), noOtherFiles).findings.map(messageOf)).toEqual(
      findings.map(messageOf),
    );
  });

  test("includes inside one another to any depth", () => {
    const depth = 20_000;
    const host = {
      resolve: (_: string, include: string) => include,
      load: (path: string) =>
        parse(path, path === String(depth) ? "success status 201" : `include "${Number(path) + 1}"`),
    };
    const linked = link(parse("0", 'include "1"'), host);
    expect(linked.kind).toBe("mapping");
    if (linked.kind === "mapping") expect(linked.mapping.rules).toHaveLength(1);
  });
});
