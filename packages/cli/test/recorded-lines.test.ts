import { isDeepStrictEqual } from "node:util";
import { createRecordedLines, type RecordedLines } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NdjsonLine, readNdjsonLine } from "../src/ndjson/ndjson-line.js";
import { randomLines } from "./support/random-lines.js";

function recordedLines(window?: number): RecordedLines {
  const lines = createRecordedLines(window);
  if (lines === null) throw new Error("there is no WebAssembly");
  return lines;
}

/** What a parsed line comes to, whatever form the body has. */
function parsed(line: Buffer): unknown {
  const read: NdjsonLine = readNdjsonLine(line);
  if (read.kind !== "response") return { kind: read.kind };
  const { status, body } = read.response;
  const { start, end, before, spaced } = read.place;
  // A lone surrogate means U+FFFD; in bytes it is that.
  const bytes = typeof body === "string" ? Buffer.from(body) : null;
  return {
    kind: "response",
    status,
    body: bytes === null ? null : textOf(bytes),
    holdsLost: read.holdsLost,
    place: [start, end],
    before: [before, spaced],
  };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** The same of a line that was taken on; null for one that has to be parsed. */
function scanned(lines: RecordedLines, line: number): unknown {
  const kind = lines.kindOf(line);
  if (kind === "other") return null;
  if (kind === "blank") return { kind };
  const body = lines.bodyOf(line);
  const start = lines.startOf(line);
  const before = lines.beforeOf(line);
  return {
    kind,
    status: lines.statusOf(line),
    body: body === null ? null : textOf(body),
    holdsLost: lines.holdsLost(line),
    place: [lines.placeStartOf(line) - start, lines.placeEndOf(line) - start],
    before: [["", '"verdict":', ',"verdict":', "", '"verdict": ', ', "verdict": '][before], before >= 3],
  };
}

/**
 * Compares the lines, which have no line feeds, with what they are if each is parsed. Gives those that are to be parsed.
 *
 * @param lineEnd what stands behind the last
 */
function compare(texts: readonly Buffer[], lines = recordedLines(), lineEnd = "\n"): readonly Buffer[] {
  const block = Buffer.concat([
    ...texts.flatMap((text, index) => (index === 0 ? [text] : [Buffer.from("\n"), text])),
    Buffer.from(lineEnd),
  ]);
  const others: Buffer[] = [];
  let number = 0;
  for (let at = 0; at < block.length; at = lines.end) {
    const count = lines.take(block, at);
    if (count === 0) throw new Error(`no line is taken on at ${at}`);
    for (let line = 0; line < count; line += 1) {
      const text = block.subarray(lines.startOf(line), lines.endOf(line));
      expect(text.equals(texts[number] ?? Buffer.alloc(0))).toBe(true);
      number += 1;
      const found = scanned(lines, line);
      if (found === null) others.push(text);
      else if (!isDeepStrictEqual(found, parsed(text))) {
        // Only now: to compare long texts for a report takes long.
        expect({ text: `${text}`, found }).toEqual({ text: `${text}`, found: parsed(text) });
      }
    }
  }
  expect(number).toBe(texts.length);
  return others;
}

/** Lines in which bytes were taken out, put in and changed. */
function changedLines(): fc.Arbitrary<Buffer> {
  const bytes = fc.constantFrom(
    ...Buffer.from('"\\{}[]:,u0dD8fn1.e-+ \t\0x\x7f', "latin1"),
    ...[0xff, 0xef, 0xc3, 0x80],
  );
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(2), bytes), { maxLength: 4 });
  return fc.tuple(randomLines(), changes).map(([line, changed]) => {
    const all = [...Buffer.from(line)];
    for (const [place, removed, byte] of changed) all.splice(place % (all.length + 1), removed, byte);
    return Buffer.from(all.filter((byte) => byte !== 0x0a));
  });
}

/** Lines with any text in the body, written in every way. */
function linesWithBodies(): fc.Arbitrary<Buffer> {
  const character = fc.oneof(
    fc.constantFrom(
      ...[
        '"',
        "\\",
        "/",
        "\n",
        "\r",
        "\t",
        "\b",
        "\f",
        "\u0000",
        "\ufffd",
        "\ufeff",
        "\ud800",
        "\udc00",
        "😀",
      ],
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constantFrom("a".repeat(13), "b".repeat(14), "c".repeat(15), "d".repeat(16), "e".repeat(33)),
  );
  const escaped = (text: string): string =>
    Array.from({ length: text.length }, (_, at) => {
      const digits = text.charCodeAt(at).toString(16).padStart(4, "0");
      return `\\u${at % 2 === 0 ? digits : digits.toUpperCase()}`;
    }).join("");
  const written = fc
    .tuple(character, fc.constantFrom("as it is", "escaped", "slashes"))
    .map(([text, how]) => {
      if (how === "escaped") return escaped(text);
      const own = JSON.stringify(text).slice(1, -1);
      return how === "slashes" ? own.replaceAll("/", "\\/") : own;
    });
  return fc.array(written).map((parts) => Buffer.from(`{"status":200,"body":"${parts.join("")}"}`));
}

describe("lines that are taken on say what they say if they are parsed", () => {
  test("and those need not be parsed that are as usual", () => {
    const usual = [
      '{"status":200,"body":"{\\"a\\":1}"}',
      '{"id":[1,{"a":"\\n"}],"body":"\\u00e9\\/","verdict":null}',
      '{"status":200.0,"body":null}',
      " { } \r",
      " \t",
      "",
    ].map((line) => Buffer.from(line));
    expect(compare(usual)).toEqual([]);
    expect(compare(usual.slice(0, 3), recordedLines(), "")).toEqual([]);
  });

  test("with random names and values", () => {
    const lines = recordedLines();
    fc.assert(
      fc.property(fc.array(randomLines(), { minLength: 1, maxLength: 8 }), (all) => {
        compare(
          all.map((line) => Buffer.from(line)),
          lines,
        );
      }),
      randomRuns(2000),
    );
  });

  test("with bytes taken out, put in and changed, however many lines are taken on at once", () => {
    fc.assert(
      fc.property(
        fc.array(changedLines(), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 150 }),
        (all, window) => {
          compare(all, recordedLines(window));
        },
      ),
      randomRuns(2000),
    );
  });

  test("with any text in the body, written in every way", () => {
    const lines = recordedLines();
    fc.assert(
      fc.property(fc.array(linesWithBodies(), { minLength: 1, maxLength: 3 }), (all) => {
        compare(all, lines);
      }),
      randomRuns(2000),
    );
  });

  test.each(["\\", '\\"', "\\n", "\\u00e9", "\\b", "\\/", "\\ud83d\\ude00", "\\x", "\\u12"])(
    "with %s at every place of a block of 16 bytes",
    (written) => {
      const lines = recordedLines();
      const all = Array.from({ length: 40 }, (_, before) =>
        [0, 1, 15, 16, 40].map((after) => {
          return Buffer.from(`{"body":"${"a".repeat(before)}${written.repeat(3)}${"b".repeat(after)}"}`);
        }),
      ).flat();
      compare(all, lines);
    },
  );

  test("also where there are more than are taken on at once, and where one is longer", () => {
    const many = Array.from({ length: 3000 }, (_, id) => Buffer.from(`{"id":${id},"body":"a\\n${id}"}`));
    const long = Buffer.from(`{"body":"${"a\\n".repeat(300_000)}"}`);
    const lines = recordedLines();
    expect(compare([...many, long, ...many], lines).length).toBe(0);
    expect(compare([long], lines, "").length).toBe(0);
  });

  test.each([
    ["deep", `{"a":${"[".repeat(40_000)}${"]".repeat(40_000)},"body":"x"}`],
    ["deep objects", `{"a":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)},"body":"x"}`],
    ["deep and not closed", `{"a":${"[".repeat(40_000)}`],
    ["a number of many digits", `{"status":${"1".repeat(100_000)},"body":"x"}`],
    ["a status of ten digits", '{"status":1234567890,"body":"x"}'],
    ["a status as it is not mostly written", '{"status":2.01e2,"body":"x"}'],
    ["a status below zero", '{"status":-0,"body":"x"}'],
    ["a mark at its beginning", '\ufeff{"body":"x"}'],
  ])("%s", (_name, line) => {
    compare([Buffer.from(line), Buffer.from('{"body":"x"}')]);
  });
});

test("a line that is longer than is held in memory is not taken on", () => {
  const line = Buffer.from(`{"body":"${"a\\n".repeat(1_700_000)}"}\n`);
  expect(recordedLines().take(line, 0)).toBe(0);
});
