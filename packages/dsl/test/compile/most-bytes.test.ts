import { createMatcher } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * More bytes than a text of V8 can have units count as an empty body in every shape of a module and for the interpreter.
 */

const MOST = 0x1fffffe8;

/** Memory that nobody touches takes no room. */
const ONE_TOO_MANY = new Uint8Array(MOST + 1);

/** A view that only says that it has so many bytes. */
function sayingLength(length: number): DataView {
  return Object.defineProperty(new DataView(new ArrayBuffer(1)), "byteLength", { value: length });
}

/** Gives an empty body another verdict than any other. */
const OF_EMPTY = 'error exact "" as Empty\n';

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
  const mapping = mappingOf(OF_EMPTY + text);
  const { match, classify } = loadCompiled(mapping);
  const calls: readonly (readonly [string, (body: Uint8Array | DataView) => unknown])[] = [
    ["match", (body) => match({ status: 200, body: body as Uint8Array })],
    ["classify", (body) => classify(200, body as Uint8Array)],
    ["the matcher", (body) => createMatcher(mapping).match({ status: 200, body: body as Uint8Array })],
    ["the interpreter", (body) => interpreterOf(mapping).match({ status: 200, body: body as Uint8Array })],
  ];

  test.each(calls)("%s takes one byte more than there may be for an empty body", (_call, call) => {
    const ofNone = call(new Uint8Array());
    expect(call(new Uint8Array(1))).not.toEqual(ofNone);
    expect(call(ONE_TOO_MANY)).toEqual(ofNone);
    expect(call(new DataView(ONE_TOO_MANY.buffer))).toEqual(ofNone);
    expect(call(sayingLength(2 ** 40))).toEqual(ofNone);
  });

  test.each(calls)("%s does not throw for so many, nor for what only says so", (_call, call) => {
    // There are not so many bytes behind it: it counts as an empty body.
    expect(() => call(sayingLength(MOST))).not.toThrow();
    const pretending = { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 2 ** 40 };
    expect(() => call(pretending as unknown as Uint8Array)).not.toThrow();
  });
});

test.each([
  ["bytes", (length: number) => new Uint8Array(length)],
  ["a buffer", (length: number) => new ArrayBuffer(length)],
] as const)("%s of so many count as an empty body, too", (_, make) => {
  // Memory that nobody touches takes no room.
  const text = 'error exact "" as Empty\nsuccess json "$.a" exact "b"\nreject not keyword "x" as A\n';
  const { classify } = loadCompiled(mappingOf(text));
  expect(classify(200, make(MOST + 1))).toBe(0);
  expect(classify(200, make(8))).toBe(2);
});
