import { messageOf } from "@responses/dsl";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { treeOf } from "../support/tree-of.js";

/** The text of a file's bytes, and what is found of how they are encoded. */
function decodeSource(content: Uint8Array) {
  const { source, findings } = treeOf(content);
  const problems = findings.flatMap(({ parameters, span }) =>
    "problem" in parameters ? [{ problem: parameters.problem, at: span.from }] : [],
  );
  const invalidAt = problems.find(({ problem }) => problem === "not-utf-8")?.at ?? null;
  return { text: source.text, invalidAt, isUtf16: problems.some(({ problem }) => problem === "utf-16") };
}

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );

const utf16 = (text: string, mark: boolean, bigEndian: boolean) =>
  Uint8Array.from(
    [...(mark ? `\ufeff${text}` : text)].flatMap((character) => {
      const code = character.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

describe("bytes that are UTF-8", () => {
  test("are their text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const encoded = new TextEncoder().encode(text);
        fc.pre(!/^[\ufffe\ufeff]/.test(text) && !encoded.includes(0));
        expect(decodeSource(encoded)).toEqual({ text, invalidAt: null, isUtf16: false });
      }),
    );
  });

  test("keep their byte order mark", () => {
    expect(decodeSource(bytes([0xef, 0xbb, 0xbf], "é"))).toEqual({
      text: "\ufeffé",
      invalidAt: null,
      isUtf16: false,
    });
  });

  test("may hold U+FFFD", () => {
    expect(decodeSource(bytes("a\ufffdb")).invalidAt).toBeNull();
  });
});

describe("bytes that are no UTF-8", () => {
  test.each([
    ["Latin-1", bytes("caf", [0xe9], " noir"), 3],
    ["at the start", bytes([0xe9], "t\u00e9"), 0],
    ["behind characters of several bytes", bytes("é€😀\ufffd", [0xff]), 5],
    ["behind a byte order mark", bytes([0xef, 0xbb, 0xbf], "a", [0x80]), 2],
    ["a character that is cut off", bytes("a", [0xe2, 0x82]), 1],
    ["an overlong form", bytes("a", [0xc0, 0x80]), 1],
    ["a surrogate", bytes("a", [0xed, 0xa0, 0x80]), 1],
  ])("%s", (_, content, invalidAt) => {
    expect(decodeSource(content)).toMatchObject({ invalidAt, isUtf16: false });
  });

  test("are one finding at the first of them, and all statements are read", () => {
    const tree = treeOf(bytes("# caf", [0xe9], "\nsuccess status 201\n# caf", [0xe9], "\n"));
    expect(tree.findings.map((finding) => [messageOf(finding), finding.span])).toEqual([
      ["this is not UTF-8; save the file as UTF-8", { from: 5, to: 6 }],
    ]);
    expect(tree.statements.map(({ syntax }) => syntax.node.kind)).toEqual(["rule"]);
  });
});

describe("UTF-16", () => {
  const text = 'success keyword "caf\u00e9"\n';
  test.each([
    ["little-endian with its mark", utf16(text, true, false)],
    ["big-endian with its mark", utf16(text, true, true)],
    ["little-endian", utf16("success status 201\n", false, false)],
    ["big-endian", utf16("success status 201\n", false, true)],
  ])("%s is one finding", (_, content) => {
    const tree = treeOf(content);
    expect(tree.findings.map(messageOf)).toEqual(["the file is UTF-16; save it as UTF-8"]);
    expect(tree.statements).toEqual([]);
  });

  test("is not what holds a NUL somewhere", () => {
    expect(decodeSource(bytes("success status 201\u0000\u0000")).isUtf16).toBe(false);
    expect(decodeSource(bytes("\u0000\u0000\u0000\u0000")).isUtf16).toBe(false);
    expect(decodeSource(bytes()).isUtf16).toBe(false);
  });
});
