import type { Response, Verdict } from "@responses/dsl";
import { createRecordedLines } from "@responses/dsl/editor";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BlockClassifier } from "../src/ndjson/block-classifier.js";
import { BlockSplitter } from "../src/ndjson/block-splitter.js";
import { NO_LINES, sumOf, type Tally } from "../src/ndjson/tally.js";
import { randomLines } from "./support/random-lines.js";

/** A verdict that depends on all of the response: with captures or without, with short labels and with long ones. */
function match({ status, body }: Response): Verdict {
  const bytes = typeof body === "string" ? Buffer.from(body) : (body ?? new Uint8Array());
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const outcome = (["success", "reject", "error", "unmapped"] as const)[text.length % 4] ?? "unmapped";
  const label = text.length % 3 === 0 ? null : `${status} ${text.length % 5 === 4 ? "é".repeat(400) : text}`;
  const captures = text.length % 7 === 3 ? { text } : {};
  return outcome === "unmapped" ? { outcome, label: null, captures } : { outcome, label, captures };
}

interface Classified {
  readonly output: string;
  readonly bad: readonly unknown[];
  readonly tally: Tally;
}

/** What comes out where the stream is cut at these places. */
function classified(stream: Buffer, cuts: readonly number[], classifier: BlockClassifier): Classified {
  const splitter = new BlockSplitter(10_000_000);
  const output: string[] = [];
  const bad: unknown[] = [];
  let tally = NO_LINES;
  const take = (bytes: Buffer): void => {
    const block = classifier.classify(bytes, tally.bytes === 0);
    output.push(block.output.toString("latin1"));
    bad.push(...block.bad.map((line) => ({ ...line, line: tally.lines + line.line })));
    tally = sumOf(tally, block.tally);
  };
  let from = 0;
  for (const to of [...cuts, stream.length].sort((one, other) => one - other)) {
    for (const block of splitter.push(stream.subarray(from, to)))
      if (block.kind === "lines") take(block.bytes);
    from = to;
  }
  const last = splitter.end();
  if (last?.kind === "lines") take(last.bytes);
  return { output: output.join(""), bad, tally };
}

/** What comes out where each line is parsed. */
function parsed(stream: Buffer): Classified {
  return classified(stream, [], new BlockClassifier(match, null));
}

function scanning(window?: number): BlockClassifier {
  const lines = createRecordedLines(window);
  if (lines === null) throw new Error("there is no WebAssembly");
  return new BlockClassifier(match, lines);
}

/** Of every kind one line. */
const EVERY_KIND = Buffer.from(
  [
    '\ufeff{"status":200,"body":"valid"}\r',
    "",
    '{ "verdict": null, "body": "sold out" }',
    '{"body":"{\\"price\\":12.50}","id":1} \t',
    " \t",
    '{"status":"200","body":null,"verdict":{"outcome":"old"},"last":"caf\\u00e9"}',
    "oops",
    '{"body":1}',
    '{"body":"a","body":"lost \\ufffd"}',
    '{"b\\u006fdy":"verk\u00e4uflich","verdict":1,"verdict":2}',
    '{"status":2.0e2,"body":"lost \ufffd"}',
    "[]",
    '{"body":"long label...."}',
    "{}",
    '{"body":"x"}',
  ].join("\n"),
);

describe("lines that are taken on together come out as if each were parsed", () => {
  test("wherever the stream is cut", () => {
    const expected = parsed(EVERY_KIND);
    expect(expected.tally).toMatchObject({ lines: 15, bad: 3, lost: { bodies: 2, firstLine: 9 } });
    const classifier = scanning();
    for (let cut = 0; cut <= EVERY_KIND.length; cut += 1) {
      expect([cut, classified(EVERY_KIND, [cut], classifier)]).toEqual([cut, expected]);
    }
  });

  test("however many bytes are taken on at once", () => {
    const expected = parsed(EVERY_KIND);
    for (let window = 1; window <= EVERY_KIND.length + 1; window += 1) {
      expect([window, classified(EVERY_KIND, [], scanning(window))]).toEqual([window, expected]);
    }
  });

  test("random ones, with bytes changed", () => {
    const line = fc.oneof(
      { weight: 6, arbitrary: randomLines() },
      {
        weight: 1,
        arbitrary: fc.constantFrom("", " ", "oops", '{"body":1}', '{"body":"\ufffd"}', "\ufeff{}"),
      },
    );
    const place = fc.nat({ max: 2000 });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom("", "\n"),
        fc.array(fc.tuple(place, fc.nat({ max: 255 })), { maxLength: 3 }),
        fc.array(place, { maxLength: 5 }),
        fc.integer({ min: 1, max: 300 }),
        (lines, end, changes, cuts, window) => {
          const stream = Buffer.from(`${lines.join("\n")}${end}`);
          for (const [at, byte] of changes) if (at < stream.length) stream[at] = byte;
          const inside = cuts.filter((cut) => cut < stream.length);
          expect(classified(stream, inside, scanning(window))).toEqual(parsed(stream));
        },
      ),
      randomRuns(1000),
    );
  });

  test("with more verdicts than are kept, and lines in between that are long", () => {
    const lines = Array.from(
      { length: 3000 },
      (_, id) => `{"id":${id},"body":"${"b".repeat(id % 50)}${id}"}`,
    );
    lines.splice(1500, 0, `{"body":"${"a\\n".repeat(200_000)}"}`, `{"body":"${"a\\n".repeat(1_700_000)}"}`);
    const stream = Buffer.from(lines.join("\n"));
    const found = classified(stream, [], scanning());
    const expected = parsed(stream);
    expect(found.output === expected.output).toBe(true);
    expect(found.tally).toEqual(expected.tally);
  });

  test("by two that take turns in the same memory", () => {
    const [one, other] = [scanning(), scanning(50)];
    const long = Buffer.from(`{"body":"${"a".repeat(1_000_000)}"}\n{"body":"xx"}\n`);
    for (const stream of [EVERY_KIND, long, EVERY_KIND]) {
      const expected = parsed(stream).output;
      expect(classified(stream, [], one).output === expected).toBe(true);
      expect(classified(stream, [40], other).output === expected).toBe(true);
    }
  });
});
