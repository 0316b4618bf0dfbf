import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
// Imports internals: where the scanner's memory, its parts and its counters end, no verdict shows.
import { planExecution } from "../../src/execution/plan-execution.js";
import { planScan } from "../../src/execution/scan-places.js";
import { planMapping } from "../../src/plan/plan-mapping.js";
import { NO_ANSWER, NO_RULE, type SearchedText } from "../../src/runtime/searched-text.js";
import { createTextAutomaton } from "../../src/runtime/text-automaton.js";
import { searchedTexts } from "../../src/runtime/text-meaning.js";
import { createTextScan } from "../../src/runtime/text-scan.js";
import { TEXT_SCAN_BINARY } from "../../src/runtime/text-scan-binary.generated.js";
import { SCAN_INPUT, SCAN_INPUT_SIZE, type TextScanExports } from "../../src/runtime/text-scan-exports.js";
import { wasmExports } from "../../src/runtime/wasm-instance.js";
import { loadCompiled } from "../support/compiled-module.js";

const scanner = wasmExports(TEXT_SCAN_BINARY) as TextScanExports;

/** Texts of which the one that stands earlier decides for the lower rule. */
const deciding = (...texts: readonly string[]): readonly SearchedText[] =>
  texts.map((text, rank) => ({ text, word: false, rank, decides: true }));

function scanOf(texts: readonly SearchedText[]) {
  const plan = planScan(texts, new Map());
  const scan = plan === null ? null : createTextScan(texts, plan, null);
  if (scan === null) throw new Error("there is no scanner");
  return scan;
}

/** Texts that the first filter finds, and such as the second finds. */
const FEW = deciding("needle", "zq");
const MANY = deciding(...Array.from({ length: 40 }, (_, number) => `the text of rule ${number + 100}`));
const LISTS = [
  ["the first filter", FEW],
  ["the second filter", MANY],
] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.each(LISTS)("%s", (_, texts) => {
  const [first, last] = [texts[0]?.text ?? "", texts.at(-1)?.text ?? ""];
  const lastRank = texts.length - 1;

  test("reads a body that fills the input to its last byte, and one that is empty", () => {
    const scan = scanOf(texts);
    for (const size of [SCAN_INPUT_SIZE - 1, SCAN_INPUT_SIZE, SCAN_INPUT_SIZE + 1, SCAN_INPUT_SIZE + 3]) {
      const body = "-".repeat(size - last.length) + last;
      for (const form of [body, bytesOf(body)]) {
        expect(scan.search(form, NO_RULE), String(size)).toBe(lastRank);
        // What stood there is no part of what comes next.
        expect(scan.search(form.slice(0, -1), NO_RULE)).toBe(NO_RULE);
      }
      for (const empty of ["", new Uint8Array(0), "\ufeff", bytesOf("\ufeff")]) {
        expect(scan.search(empty, NO_RULE)).toBe(NO_RULE);
      }
    }
  });

  test("does not see what stands behind the end of a body", () => {
    const scan = scanOf(texts);
    for (let length = 0; length < last.length; length++) {
      expect(scan.search(`--${last}`, NO_RULE)).toBe(lastRank);
      expect(scan.search(`--${last.slice(0, length)}`, NO_RULE), String(length)).toBe(NO_RULE);
    }
  });

  test("writes nothing behind the input but what its gap takes, and nothing before it", () => {
    const scan = scanOf(texts);
    scan.search("x", NO_RULE);
    const { buffer } = scanner.memory;
    const before = new Uint8Array(buffer, 0, SCAN_INPUT);
    const behind = new Uint8Array(buffer, SCAN_INPUT + SCAN_INPUT_SIZE + 128, 1024 - 128);
    before.fill(0x41);
    behind.fill(0x41);
    for (const size of [SCAN_INPUT_SIZE - 17, SCAN_INPUT_SIZE, 3 * SCAN_INPUT_SIZE + 5]) {
      scan.search(
        last
          .slice(1)
          .toUpperCase()
          .repeat(size / last.length),
        NO_RULE,
      );
    }
    expect(before.every((byte) => byte === 0x41)).toBe(true);
    expect(behind.every((byte) => byte === 0x41)).toBe(true);
  });

  test("takes turns with another on the same memory, which grows meanwhile", () => {
    const scan = scanOf(texts);
    const long = deciding(...Array.from({ length: 4000 }, (_, number) => `another text ${number + 1000}`));
    for (let turn = 0; turn < 6; turn++) {
      const other = scanOf(long);
      expect(other.search(`x another text ${1000 + turn} x`, NO_RULE)).toBe(turn);
      expect(scan.search(`x ${last} x`, NO_RULE)).toBe(lastRank);
      expect(scan.search(`x ${last} x ${first}`, NO_RULE)).toBe(0);
      expect(other.search(`x ${last} x`, NO_RULE)).toBe(NO_RULE);
    }
  });

  test("counts its searches beyond what a stamp can hold", () => {
    const scan = scanOf(texts);
    scan.search("x", NO_RULE);
    const noted = texts.map((text) => ({ ...text, decides: false }));
    const notedScan = scanOf(noted);
    notedScan.search("x", NO_RULE);
    // The stamp is the first number of the tables, which were made one after the other, at multiples of 16.
    const numbers = new Uint32Array(scanner.memory.buffer);
    const heads: number[] = [];
    for (let at = (SCAN_INPUT + SCAN_INPUT_SIZE + 1024) >> 2; at < numbers.length; at += 4) {
      const isHead = numbers[at] === 1 && numbers[at + 1] === 0 && (numbers[at + 9] ?? 1) === 0;
      if (isHead && [0, 2, 40].includes(numbers[at + 2] ?? -1)) heads.push(at);
    }
    expect(heads.length).toBeGreaterThanOrEqual(2);
    for (const head of heads) numbers[head] = 0xffff_fffd;
    for (let turn = 0; turn < 6; turn++) {
      expect(scan.search(last, NO_RULE)).toBe(lastRank);
      const found: number[] = [];
      expect(notedScan.search(`${last} ${last}`, NO_RULE)).toBe(NO_RULE);
      notedScan.addHits(found);
      expect(found).toEqual([lastRank]);
    }
  });
});

test("tables that there is no memory for are given up once, and take nothing from others", () => {
  const small = scanOf(FEW);
  expect(small.search("needle", NO_RULE)).toBe(0);
  const generation = scanner.currentGeneration();
  const plan = planScan(FEW, new Map());
  if (plan === null) throw new Error("there is no plan");
  const large = createTextScan(FEW, { ...plan, codeBytes: 0x7fff_0000 }, null);
  for (let turn = 0; turn < 3; turn++) expect(large?.search("needle", NO_RULE)).toBe(NO_ANSWER);
  expect(scanner.currentGeneration()).toBe(generation);
  expect(small.search("needle", NO_RULE)).toBe(0);
});

test("the automaton notes each text once, however many searches there were", () => {
  const automaton = createTextAutomaton(
    FEW.map((text) => ({ ...text, decides: false })),
    new Map(),
    null,
  );
  automaton.searches = 2 ** 31 - 2;
  for (let turn = 0; turn < 4; turn++) {
    const found: number[] = [];
    automaton.search("needle needle needle", NO_RULE, found);
    expect(found).toEqual([0]);
  }
});

describe("bodies that are hardly bodies", () => {
  const { classify, match } = loadCompiled(
    mappingOf(
      'reject keyword "needle"\nerror json "$.a" exact "b"\nsuccess exact "*d*l*"\nerror status 200\n',
    ),
  );
  const NEEDLE = bytesOf("a needle");
  const shared = new SharedArrayBuffer(8);
  new Uint8Array(shared).set(NEEDLE);
  const resizable = new (ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer)(8, {
    maxByteLength: 64,
  });
  new Uint8Array(resizable).set(NEEDLE);
  class Throwing extends Uint8Array {
    override get byteLength(): number {
      throw new Error("no length");
    }
  }
  const detached = new ArrayBuffer(8);
  const detachedView = new Uint8Array(detached);
  structuredClone(detached, { transfer: [detached] });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = (name: string | symbol): object =>
    Object.defineProperty({}, name, {
      get() {
        throw new Error("no property");
      },
    });

  test.each([
    ["shared memory", new Uint8Array(shared), 0],
    ["memory that can be resized", new Uint8Array(resizable), 0],
    ["a buffer that can be resized", resizable, 0],
    ["a view of two bytes each", new Uint16Array(NEEDLE.slice().buffer), 0],
    ["a DataView", new DataView(NEEDLE.slice().buffer), 0],
    ["a view in the middle of memory", bytesOf("a needle is here").subarray(2, 8), 0],
    ["a view that ends in the text", bytesOf("a needle").subarray(0, 7), 2],
    ["a view whose length throws", new Throwing(8), 3],
    ["memory that is gone", detached, 3],
    ["a view of memory that is gone", detachedView, 3],
    ["a proxy that is revoked", revoked.proxy, 3],
    ["an object whose name throws", throwing(Symbol.toStringTag), 3],
    ["what only says that it is a buffer", { [Symbol.toStringTag]: "ArrayBuffer", length: 1e15 }, 3],
    ["a function", () => "needle", 3],
    ["a number", 17, 3],
  ])("%s", (_, body, rule) => {
    expect(classify(200, body)).toBe(rule);
    expect(() => match({ status: 200, body })).not.toThrow();
  });

  test("responses that are hardly responses", () => {
    for (const response of [throwing("body"), throwing("status"), null, undefined, revoked.proxy]) {
      expect(match(response).outcome).toBe("unmapped");
    }
  });
});

test("a long body of texts with notes has the interpreter's hits in each part", () => {
  const plan = planExecution(planMapping(mappingOf('reject keyword "lead" and keyword "refused"\n')));
  const texts = searchedTexts(plan.bodyTexts?.rows.keywords ?? [], []);
  const scan = scanOf(texts);
  for (const filler of ["-", "\u00e9", "\u{1f600}"]) {
    const gap = filler.repeat(SCAN_INPUT_SIZE);
    const body = `lead${gap}refused`;
    for (const form of [body, bytesOf(body)]) {
      expect(scan.search(form, NO_RULE)).toBe(NO_RULE);
      const found: number[] = [];
      scan.addHits(found);
      expect(new Set(found)).toEqual(new Set(texts.map((_, id) => id)));
    }
  }
});
