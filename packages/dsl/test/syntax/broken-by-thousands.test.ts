import { format, link, noOtherFiles, parse } from "@responses/dsl";
import { expect, test, vi } from "vitest";
// Imports internals: how much is worked out for what nobody is told can only be counted.
import * as explaining from "../../src/syntax/faults/explain-fault.js";
import * as parsing from "../../src/syntax/statement-parser.js";

/*
 * A file of a million broken lines must not take minutes: what is counted here is the work done for such a file, of which no person is told
 * but the first thousand findings.
 */

vi.mock("../../src/syntax/faults/explain-fault.js", { spy: true });
vi.mock("../../src/syntax/statement-parser.js", { spy: true });

const TOLD = 1000;
const MORE = 2 * TOLD;

function calls(run: () => void): { readonly parsed: number; readonly explained: number } {
  vi.mocked(parsing.parseStatementTokens).mockClear();
  vi.mocked(explaining.explainFault).mockClear();
  run();
  return {
    parsed: vi.mocked(parsing.parseStatementTokens).mock.calls.length,
    explained: vi.mocked(explaining.explainFault).mock.calls.length,
  };
}

function check(text: string) {
  return link(parse("acme.responses", text), noOtherFiles).findings;
}

/** A line of broken statements, no two with the same text. */
const FAMILIES: readonly (readonly [string, (index: number) => string])[] = [
  ["an outcome with a wrong word", (index) => `error ${index}x`],
  ["a misspelled word", (index) => `success statuss ${index}`],
  ["a misspelled word of a statement", (index) => `succes statuss ${index}`],
];

function lines(line: (index: number) => string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");
}

test.each(FAMILIES)("what is wrong is worked out of those that are told alone: %s", (_, line) => {
  const few = calls(() => check(lines(line, TOLD + 1)));
  const many = calls(() => check(lines(line, MORE)));
  expect(few.explained).toBeGreaterThan(0);
  expect(many.explained).toBe(few.explained);
});

test.each(FAMILIES)("to lay them out nothing is explained: %s", (_, line) => {
  expect(calls(() => format(lines(line, 20))).explained).toBe(0);
});

test("a broken statement is parsed once", () => {
  expect(calls(() => format(lines((index) => `error ${index}x`, 50))).parsed).toBe(50);
});

test("a misspelled line is parsed once to find where the one before ends, and once to read it", () => {
  expect(calls(() => format(lines((index) => `succes statuss ${index}`, 50))).parsed).toBe(99);
});

test.each(["error", "reject", "success statuss 200", ")"])("equal lines cost as much as one: %s", (line) => {
  const one = calls(() => check(`${line}\n`.repeat(2)));
  expect(calls(() => check(`${line}\n`.repeat(MORE)))).toEqual(one);
});

test("no stack is noted of what is thrown while parsing, and of other errors as before", () => {
  const limit = Error.stackTraceLimit;
  const limits: number[] = [];
  const capture = vi.spyOn(Error, "captureStackTrace").mockImplementation(() => {
    limits.push(Error.stackTraceLimit);
  });
  try {
    check("error 1\nsuccess status 200 200\n");
  } finally {
    capture.mockRestore();
  }
  expect(limits.length).toBeGreaterThan(0);
  expect(new Set(limits)).toEqual(new Set([0]));
  expect(Error.stackTraceLimit).toBe(limit);
});
