import { createMatcher } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * More bytes than a text of V8 can have units are refused in every shape of a module and by the interpreter, before anything is read.
 * No such bytes are made here: a view only says that it has so many.
 */

const MOST = 0x1fffffe8;

function sayingLength(length: number): Uint8Array {
  return Object.defineProperty(new Uint8Array(1), "byteLength", { value: length });
}

const SHAPES: readonly (readonly [string, string])[] = [
  ["status", "reject status 400 as A\n"],
  ["status before texts", 'reject status 200 as A\nreject keyword "x" as B\n'],
  ["one text", 'reject keyword "xyz" as A\n'],
  ["many texts", Array.from({ length: 60 }, (_, n) => `reject keyword "reason ${n}" as "${n}"\n`).join("")],
  ["a whole text", 'reject exact "x" as A\n'],
  ["wildcards", 'reject exact "*a*b*" as A\n'],
  ["JSON", 'reject json "$.a" exact "x" as A\n'],
  ["XML", 'reject xml "//a" exact "x" as A\n'],
  ["a form", 'reject form "a" exact "x" as A\n'],
  ["a part", 'reject split "," part 2 exact "x" as A\n'],
  ["a capture", 'capture c from json "$.c"\nreject status 400 as A\n'],
];

describe.each(SHAPES)("%s", (_, text) => {
  const mapping = mappingOf(text);
  const { match, classify } = loadCompiled(mapping);
  const calls: readonly (readonly [string, (body: Uint8Array) => unknown])[] = [
    ["match", (body) => match({ status: 200, body })],
    ["classify", (body) => classify(200, body)],
    ["the matcher", (body) => createMatcher(mapping).match({ status: 200, body })],
    ["the interpreter", (body) => interpreterOf(mapping).match({ status: 200, body })],
  ];

  test.each(calls)("%s refuses one byte more than there may be", (_call, call) => {
    const error = new RangeError(`The body has ${MOST + 1} bytes; it may have ${MOST} at most.`);
    expect(() => call(sayingLength(MOST + 1))).toThrow(error);
    expect(() => call(sayingLength(2 ** 40))).toThrow(RangeError);
  });

  test.each(calls)("%s does not throw for so many, nor for what only says so", (_call, call) => {
    // There are not so many bytes behind it: it counts as an empty body.
    expect(() => call(sayingLength(MOST))).not.toThrow();
    const pretending = { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 2 ** 40 };
    expect(() => call(pretending as unknown as Uint8Array)).not.toThrow();
  });
});

test("a buffer is refused, too", () => {
  // Memory that nobody touches takes no room.
  const body = new ArrayBuffer(MOST + 1);
  const { classify } = loadCompiled(mappingOf('reject keyword "x" as A\n'));
  expect(() => classify(200, body)).toThrow(RangeError);
  expect(classify(200, new ArrayBuffer(8))).toBe(-1);
});
