import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is run as they run it, on hosts that lack something.
import { RUNTIME_PIECES, type RuntimeName } from "../../src/compile/javascript/runtime-text.generated.js";
import type { JsonSegment } from "../../src/runtime/json-field.js";
import { createJsonPass } from "../../src/runtime/json-pass.js";
import type { XmlPath } from "../../src/runtime/xml-field.js";
import type { createXmlPass } from "../../src/runtime/xml-pass.js";
import { expectJsonPassAgrees } from "./json-pass-agreement.js";

interface Passes {
  readonly createJsonPass: typeof createJsonPass;
  readonly createXmlPass: typeof createXmlPass;
}

/** The runtime's functions as a compiled module has them, on a host with these globals beside the language's own. */
function onHost(globals: Readonly<Record<string, unknown>>, before = ""): Passes {
  const needed = new Set<RuntimeName>(["createJsonPass", "createXmlPass"]);
  for (const name of needed) {
    for (const need of RUNTIME_PIECES.find((piece) => piece.name === name)?.needs ?? []) needed.add(need);
  }
  const lines = RUNTIME_PIECES.filter(({ name }) => needed.has(name)).flatMap((piece) => piece.lines);
  const code = `${before}\n${lines.join("\n")}\n({ createJsonPass, createXmlPass })`;
  return runInContext(code, createContext({ ...globals }));
}

const HOST = { TextEncoder, TextDecoder };
const paths: readonly (readonly JsonSegment[])[] = [[{ kind: "name", name: "a" }]];
const texts = (create: typeof createJsonPass, body: string | Uint8Array) =>
  create(paths)(body)
    ?.parts(0)
    ?.map(({ text }) => text);

describe("hosts", () => {
  const bodies = ['{"a":"x"}', new TextEncoder().encode('{"a":"x"}')];
  const documents = ["<a>x</a>", new TextEncoder().encode("<a>x</a>")];
  const xmlPath: XmlPath = { steps: [{ deep: false, name: "a" }], attribute: null };
  const xmlTexts = (create: typeof createXmlPass, body: string | Uint8Array) =>
    create([xmlPath])(body)
      ?.parts(0)
      ?.map(({ text }) => text);

  test.each([
    ["all that it uses", onHost(HOST)],
    ["no TextDecoder", onHost({ TextEncoder })],
    ["a frozen global object", onHost(HOST, "Object.defineProperty = () => { throw new TypeError(); };")],
  ])("with %s", (_, passes) => {
    for (const body of bodies) expect(texts(passes.createJsonPass, body)).toEqual(["x"]);
    const long = `{"a":"${"é long ".repeat(20)}"}`;
    expect(texts(passes.createJsonPass, new TextEncoder().encode(long))).toEqual(["é long ".repeat(20)]);
    for (const body of documents) expect(xmlTexts(passes.createXmlPass, body)).toEqual(["x"]);
  });

  test.each([
    ["no TextEncoder", onHost({})],
    ["a TextEncoder that only gives bytes", onHost({ ...HOST, TextEncoder: class {} })],
    ["no WebAssembly", onHost(HOST, "delete globalThis.WebAssembly;")],
    [
      "WebAssembly forbidden",
      onHost(HOST, "WebAssembly.Module = class { constructor() { throw new Error(); } };"),
    ],
  ])("with %s nothing is read", (_, passes) => {
    for (const body of bodies) expect(passes.createJsonPass(paths)(body)).toBeNull();
    for (const body of documents) expect(passes.createXmlPass([xmlPath])(body)).toBeNull();
  });
});

test("a pass that could get no memory when it was made reads nothing later, rather than with the table of another", () => {
  const refusing = `let refused = false;
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (refused) return grow.call(this, pages);
  refused = true;
  throw new RangeError();
};`;
  const passes = onHost(HOST, refusing);
  const pass = passes.createJsonPass(paths);
  expect(texts(passes.createJsonPass, '{"a":"y"}')).toEqual(["y"]);
  expect(pass('{"a":"x"}')).toBeNull();
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
