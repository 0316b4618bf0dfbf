import { describe, expect, test } from "vitest";
// Imports internals: where the scanner's memory and its parts end, and what it compares, no verdict shows.
import { planFewTexts } from "../../src/execution/few-texts.js";
import { searchWaysFor } from "../../src/execution/search-ways.js";
import {
  createFewTextScan,
  FEW_INPUT,
  FEW_INPUT_SIZE,
  FEW_STEPS_LEFT,
  type FewTextScanExports,
  LONGEST_OF_FEW,
} from "../../src/runtime/few-text-scan.js";
import { FEW_TEXT_SCAN_BINARY } from "../../src/runtime/few-text-scan-binary.generated.js";
import { LONGEST_ALTERNATIVE } from "../../src/runtime/ordered-expression.js";
import { NO_ANSWER } from "../../src/runtime/searched-text.js";
import { wasmExports } from "../../src/runtime/wasm-instance.js";

/** So many mappings have tables at a time. */
const MOST_TABLES = 256;

const { memory } = wasmExports(FEW_TEXT_SCAN_BINARY) as FewTextScanExports;

function scanOf(texts: readonly string[]) {
  const rows = { keywords: texts.map((text, rule) => [text, rule] as const) };
  const plan = planFewTexts(rows, searchWaysFor(rows, new Map(), null));
  const scan = plan === null ? null : createFewTextScan(plan.rows, plan.stride);
  if (scan === null) throw new Error("there is no scanner");
  return (body: string | Uint8Array, limit = texts.length): number => scan(body, limit);
}

/** Texts that the first filter finds, such as the second finds, and both. */
const LISTS = [
  ["pairs", ["needle", "zq"]],
  ["windows", ["duplicate lead", "invalid phone", "campaign is closed"]],
  ["pairs and windows", ["zq", "duplicate lead", "invalid phone", "campaign is closed", "not eligible"]],
] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.each(LISTS)("%s", (_, texts) => {
  const last = texts.at(-1) ?? "";
  const lastId = texts.length - 1;
  const none = texts.length;

  test("a body that fills the input to its last byte, and one that is empty", () => {
    const scan = scanOf(texts);
    for (const size of [FEW_INPUT_SIZE - 1, FEW_INPUT_SIZE, FEW_INPUT_SIZE + 1, FEW_INPUT_SIZE + 3]) {
      const body = "-".repeat(size - last.length) + last;
      for (const form of [body, bytesOf(body)]) {
        expect(scan(form), String(size)).toBe(lastId);
        // What stood there is no part of what comes next.
        expect(scan(form.slice(0, -1))).toBe(none);
      }
      for (const empty of ["", new Uint8Array(0), "\ufeff", bytesOf("\ufeff")])
        expect(scan(empty)).toBe(none);
    }
  });

  test("what stands behind the end of a body, or before it, is not seen", () => {
    const scan = scanOf(texts);
    for (let length = 0; length < last.length; length++) {
      expect(scan(`--${last}`)).toBe(lastId);
      expect(scan(`--${last.slice(0, length)}`), String(length)).toBe(none);
      expect(scan(`${last.slice(last.length - length)}--`), String(length)).toBe(none);
    }
  });

  test("texts behind the limit are not found, and the first one before it is", () => {
    const scan = scanOf(texts);
    const all = [...texts].reverse().join(" ");
    expect(scan(all)).toBe(0);
    texts.forEach((text, id) => {
      expect(scan(`-${text}-`, id)).toBe(id);
      expect(scan(`-${text}-`, id + 1)).toBe(id);
    });
  });

  test("writes nothing behind the input but what its gap takes", () => {
    const scan = scanOf(texts);
    scan("x");
    const behind = new Uint8Array(memory.buffer, FEW_INPUT + FEW_INPUT_SIZE + 16, 1024);
    behind.fill(0x41);
    for (const size of [FEW_INPUT_SIZE - 17, FEW_INPUT_SIZE, 3 * FEW_INPUT_SIZE + 5]) {
      const body = last
        .slice(1)
        .toUpperCase()
        .repeat(size / last.length);
      expect(scan(body)).toBe(none);
    }
    expect(behind.every((byte) => byte === 0x41)).toBe(true);
    expect(new Uint8Array(memory.buffer, 16, FEW_INPUT - 16).every((byte) => byte === 0)).toBe(true);
  });

  test("more mappings than there is room for take turns, and the memory stays as it is", () => {
    const { byteLength } = memory.buffer;
    const scan = scanOf(texts);
    const others = Array.from({ length: 2 * MOST_TABLES + 3 }, (_, number) =>
      scanOf([`text ${number}.`, "zx"]),
    );
    for (const turn of [0, 1]) {
      others.forEach((other, number) => {
        if (other(`a Text ${number}. here`) !== 0 || other(`text ${number + 1}.`) !== 2)
          expect([turn, number]).toBe("found");
        if (number % 50 === 0) expect(scan(`x ${last} x`)).toBe(lastId);
      });
    }
    expect(memory.buffer.byteLength).toBe(byteLength);
  });
});

test("the texts are no longer than what is searched again", () => {
  expect(LONGEST_OF_FEW).toBe(LONGEST_ALTERNATIVE);
});

describe("the scanner gives up once it has compared four times as many bytes as a part has", () => {
  const STORMS = [
    ["windows of all texts", ["error code 1z", "error code 2z", "error code 3z"], "error code "],
    ["the same letter", ["aaaaaaaaaaaaaaab", "aaaaaaaaaaaaac"], "a"],
    ["pairs", ["aaaab", "aac"], "a"],
    ["pairs of other letters", ["qzzx", "qzz9"], "qz"],
  ] as const;
  test.each(STORMS)("%s", (_, texts, unit) => {
    const scan = scanOf(texts);
    const numbers = new Int32Array(memory.buffer);
    for (const size of [1000, FEW_INPUT_SIZE - unit.length, 4 * FEW_INPUT_SIZE]) {
      const body = unit.repeat(size / unit.length);
      const found = scan(body);
      const left = numbers[FEW_STEPS_LEFT >> 2] ?? 0;
      // It gave up, once what it may compare was used up, or has compared no more than that.
      expect(found).toBe(left > 0 ? texts.length : NO_ANSWER);
      // The comparison after the last one is counted too, for each text and place at which it is given up.
      expect(left).toBeGreaterThanOrEqual(-1000);
      // Whatever it does, what comes then is found.
      expect(scan(`- ${texts[1]} -`)).toBe(1);
    }
  });
});
