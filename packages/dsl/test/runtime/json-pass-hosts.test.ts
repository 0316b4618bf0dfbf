import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is run as they run it, on hosts that lack something.
import { RUNTIME_PIECES, type RuntimeName } from "../../src/compile/javascript/runtime-text.generated.js";
import type { JsonSegment } from "../../src/runtime/json-field.js";
import { createJsonPass } from "../../src/runtime/json-pass.js";
import { expectJsonPassAgrees } from "./json-pass-agreement.js";

/** The runtime's function as a compiled module has it, on a host with these globals beside the language's own. */
function onHost(globals: Readonly<Record<string, unknown>>, before = ""): typeof createJsonPass {
  const needed = new Set<RuntimeName>(["createJsonPass"]);
  for (const name of needed) {
    for (const need of RUNTIME_PIECES.find((piece) => piece.name === name)?.needs ?? []) needed.add(need);
  }
  const lines = RUNTIME_PIECES.filter(({ name }) => needed.has(name)).flatMap((piece) => piece.lines);
  return runInContext(`${before}\n${lines.join("\n")}\ncreateJsonPass`, createContext({ ...globals }));
}

const HOST = { TextEncoder, TextDecoder, atob };
const paths: readonly (readonly JsonSegment[])[] = [[{ kind: "name", name: "a" }]];
const texts = (create: typeof createJsonPass, body: string | Uint8Array) =>
  create(paths)(body)
    ?.parts(0)
    ?.map(({ text }) => text);

describe("hosts", () => {
  const bodies = ['{"a":"x"}', new TextEncoder().encode('{"a":"x"}')];

  test.each([
    ["all that it uses", onHost(HOST)],
    ["no TextDecoder", onHost({ TextEncoder, atob })],
    ["a frozen global object", onHost(HOST, "Object.defineProperty = () => { throw new TypeError(); };")],
  ])("with %s", (_, create) => {
    for (const body of bodies) expect(texts(create, body)).toEqual(["x"]);
    const long = `{"a":"${"é long ".repeat(20)}"}`;
    expect(texts(create, new TextEncoder().encode(long))).toEqual(["é long ".repeat(20)]);
  });

  test.each([
    ["no TextEncoder", onHost({ atob })],
    ["no atob", onHost({ TextEncoder })],
    ["no WebAssembly", onHost(HOST, "delete globalThis.WebAssembly;")],
    [
      "WebAssembly forbidden",
      onHost(HOST, "WebAssembly.Module = class { constructor() { throw new Error(); } };"),
    ],
  ])("with %s nothing is read", (_, create) => {
    for (const body of bodies) expect(create(paths)(body)).toBeNull();
  });
});

test("bytes in shared memory", () => {
  const text = `{"a":"${"é long ".repeat(20)}"}`;
  const encoded = new TextEncoder().encode(text);
  const shared = new Uint8Array(new SharedArrayBuffer(encoded.length));
  shared.set(encoded);
  expect(texts(createJsonPass, shared)).toEqual(["é long ".repeat(20)]);
});

/* Anything worse than linear in such bodies would not end in time. */
describe("bodies of megabytes", () => {
  const MILLION = 1_000_000;

  test.each([
    ["a string", `{"a":"${"x".repeat(8 * MILLION)}"}`],
    ["escapes", `{"a":"${"\\n".repeat(4 * MILLION)}"}`],
    ["a number", `{"a":${"1".repeat(8 * MILLION)}}`],
    ["white space", `${" ".repeat(8 * MILLION)}{"a":1}`],
    ["names that begin like one on the path", `{${'"a2":[1],'.repeat(MILLION / 2)}"a":[2]}`],
    ["empty arrays", `{"b":[${"[],".repeat(2 * MILLION)}7],"a":1}`],
    ["brackets", "[".repeat(MILLION)],
    ["quotes", '"'.repeat(MILLION)],
    ["characters of three bytes", `{"a":"${"\u20ac".repeat(2 * MILLION)}"}`],
  ])("%s", (_, body) => {
    expect(expectJsonPassAgrees(body, paths)).toEqual({ isRead: true, pathsLeft: 0 });
  });

  test("an object that has one name a million times", () => {
    expect(expectJsonPassAgrees(`{${'"a":[1],'.repeat(MILLION)}"a":[2]}`, paths).isRead).toBe(false);
  });
});
