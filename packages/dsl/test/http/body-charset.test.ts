import { SourceText } from "@responses/dsl";
import {
  charsetNoteInPhrases,
  decodeBody,
  placeInWords,
  readHttpAnswer,
  Subject,
  textOfPhrases,
} from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

const bytesOf = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...Buffer.from(part)])));

/** The charset that is declared by a Content-Type. */
function declaredBy(contentType: string): string | null {
  const reading = readHttpAnswer(Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n\r\nx`));
  return reading.kind === "answer" ? reading.charset : "no answer";
}

describe("the charset of Content-Type", () => {
  test.each<[string, string | null]>([
    ["text/plain", null],
    ["text/plain; charset=ISO-8859-1", "ISO-8859-1"],
    ['text/plain;charset="utf-8"', "utf-8"],
    ['text/plain; charset="ut\\f-8"', "utf-8"],
    ['text/plain; charset="utf-8', "utf-8"],
    ["text/plain; charset='utf-8'", "utf-8"],
    ["text/plain; CharSet = big5 ; q=1", "big5"],
    ['text/plain; a="; charset=x"; charset=y', "y"],
    ["text/plain; charset=a; charset=b", "a"],
    ["text/plain; charset=", null],
    ["text/plain; charset", null],
    ["text/plain; charset=; charset=b", "b"],
    ["charset=b", null],
  ])("%s", (contentType, charset) => expect(declaredBy(contentType)).toBe(charset));

  test("is of the answer that counts, and of its last such header", () => {
    const text =
      "HTTP/1.1 301 Moved\nLocation: /b\nContent-Type: a/b; charset=x\n\nHTTP/1.1 200 OK\nContent-Type: a/b; charset=y\nContent-Type: a/b\n\n";
    expect(readHttpAnswer(Buffer.from(text))).toMatchObject({ status: 200, charset: null });
  });
});

describe("a body is decoded by", () => {
  test.each<[string, string | null, Uint8Array, string, string]>([
    ["nothing but UTF-8", null, bytesOf("é"), "utf-8", "é"],
    ["UTF-8 that is declared", "UTF8", bytesOf("é"), "utf-8", "é"],
    [
      "ISO-8859-1, which is windows-1252",
      "iso-8859-1",
      bytesOf(0xe9, 0x80, 0x92, 0x81),
      "windows-1252",
      "é€’\u0081",
    ],
    ["ISO-8859-15", "l9", bytesOf(0xa4), "iso-8859-15", "€"],
    ["Shift JIS", "SJIS", bytesOf(0x93, 0xfa), "shift_jis", "日"],
    ["UTF-16", "utf-16", bytesOf("a", 0, "b", 0), "utf-16le", "ab"],
    [
      "its byte order mark before what is declared",
      "iso-8859-1",
      bytesOf(0xef, 0xbb, 0xbf, "é"),
      "utf-8",
      "é",
    ],
    ["the byte order mark of UTF-16", null, bytesOf(0xfe, 0xff, 0, "a"), "utf-16be", "a"],
    ["a label that is unknown, as UTF-8", "utf8mb4", bytesOf("é"), "utf-8", "é"],
    ["one byte order mark alone", "utf-16le", bytesOf(0xff, 0xfe, 0xff, 0xfe), "utf-16le", "\ufeff"],
  ])("%s", (_name, declared, bytes, charset, text) => {
    const decoded = decodeBody(bytes, declared, TextDecoder);
    expect([decoded.charset, new Subject({ body: decoded.body }).body]).toEqual([charset, text]);
  });
});

describe("what is said of it", () => {
  const NO_CHARACTER = "can be read as no character, and no rule can look for it";
  const FIND_OUT = "find out in which charset the system writes, and decode its answers by that";

  test.each<[string, string | null, Uint8Array, readonly string[]]>([
    ["nothing of UTF-8", null, bytesOf(0xef, 0xbb, 0xbf, "é\ufffd"), []],
    ["nothing of another charset that it is in", "iso-8859-1", bytesOf(0xe9), []],
    [
      "where it is not UTF-8, behind what is",
      null,
      bytesOf(0xef, 0xbb, 0xbf, "é\ufffd\n😀", 0x80, 0xff),
      [
        `the body is not UTF-8: the byte 0x80 ("€" in windows-1252) at offset 13 (line 2, column 2 of the body) and 1 more ${NO_CHARACTER}; it begins with the byte order mark of UTF-8 all the same, so see what puts it together`,
      ],
    ],
    [
      "where it is not UTF-8, and says that it is",
      "utf-8",
      bytesOf("a", 0x81),
      [
        `the body is not UTF-8: the byte 0x81 at offset 1 (line 1, column 2 of the body) ${NO_CHARACTER}; Content-Type says UTF-8 all the same; ${FIND_OUT}`,
      ],
    ],
    [
      "an unknown charset, and where it is not UTF-8",
      "x-none",
      bytesOf(0xe9),
      [
        'Content-Type declares the charset "x-none", which is unknown here; the body was read as UTF-8',
        `the body is not UTF-8: the byte 0xE9 ("é" in windows-1252) at offset 0 (line 1, column 1 of the body) ${NO_CHARACTER}; ${FIND_OUT}`,
      ],
    ],
    [
      "UTF-16 without a mark, which is UTF-8 by chance",
      null,
      bytesOf("a", 0, "b", 0),
      [
        "the body looks like UTF-16, and is read as UTF-8, so no rule finds its words; Content-Type declares no charset, so UTF-8 was assumed; find out in which one the system writes, and decode its answers by that",
      ],
    ],
    [
      "where it is not what is declared",
      "shift_jis",
      bytesOf("a", 0xff, 0xff),
      [
        "the body holds U+FFFD, the mark of a lost character, 2 times, first at line 1, column 2 of the body: bytes there are not shift_jis, so see whether Content-Type declares the right charset",
      ],
    ],
  ])("%s", (_name, declared, bytes, expected) => {
    const { body, notes } = decodeBody(bytes, declared, TextDecoder);
    const text = new SourceText(new Subject({ body }).body);
    const placeOf = (at: number) => placeInWords(text, at);
    expect(notes.map((note) => textOfPhrases(charsetNoteInPhrases(note, placeOf, "answer")))).toEqual(
      expected,
    );
  });
});
