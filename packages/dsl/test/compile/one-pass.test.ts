import vm from "node:vm";
import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { type CompiledModule, compiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * However many rules, labels and captures read a document: the module goes over it once. What a module asks of its host is counted
 * by the host.
 */

interface Work {
  /** How often a scanner in WebAssembly was sent over something. */
  passes: number;
  /** Bytes written for scanners, and bytes made into texts by the host. */
  encoded: number;
  decoded: number;
}

type Exports = Readonly<Record<string, unknown>>;

const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: Exports };
  };
};

/** The functions of a scanner that go over what was written. */
const PASSES = ["scan", "scanWhole"];

/** The module on a host that counts. */
function loadCounting(text: string): { readonly module: CompiledModule; readonly work: Work } {
  const work: Work = { passes: 0, encoded: 0, decoded: 0 };
  const counted = (name: string, value: unknown): unknown => {
    if (typeof value !== "function" || !PASSES.includes(name)) return value;
    return (...given: readonly unknown[]): unknown => {
      work.passes += 1;
      return Reflect.apply(value, undefined, given);
    };
  };
  class Instance {
    readonly exports: Exports;

    constructor(module: object) {
      const { exports } = new WebAssembly.Instance(module);
      this.exports = Object.fromEntries(
        Object.entries(exports).map(([name, value]) => [name, counted(name, value)]),
      );
    }
  }
  class Encoder extends TextEncoder {
    override encodeInto(given: string, into: Uint8Array): { read: number; written: number } {
      const result = super.encodeInto(given, into);
      work.encoded += result.written;
      return result;
    }
  }
  class Decoder extends TextDecoder {
    override decode(bytes: Uint8Array): string {
      work.decoded += bytes.length;
      return super.decode(bytes);
    }
  }
  const host = {
    WebAssembly: { Module: WebAssembly.Module, Instance },
    TextEncoder: Encoder,
    TextDecoder: Decoder,
  };
  const { code } = compiled(mappingOf(text), { format: "cjs", source: "mapping.responses" });
  const exported: Record<string, unknown> = {};
  vm.compileFunction(code, ["exports", "globalThis"])(exported, host);
  return { module: exported as unknown as CompiledModule, work };
}

const FIELDS = ["code", "state", "reason", "id", "price"];
const READS = (path: (name: string) => string) =>
  [
    ...FIELDS.map((name) => `capture ${name} from ${path(name)}`),
    ...Array.from(
      { length: 60 },
      (_, number) => `reject ${path(FIELDS[number % 5] ?? "")} exact "is ${number}" as ${path("reason")}`,
    ),
  ].join("\n");

describe.each([
  ["JSON", READS((name) => `json "$.answer.${name}"`), (own: string) => `{"answer":{${own}}}`, '"$":"#",'],
  ["XML", READS((name) => `xml "/answer/${name}"`), (own: string) => `<answer>${own}</answer>`, "<$>#</$>"],
])("%s", (_, text, document, element) => {
  const { module, work } = loadCounting(`${text}\n`);
  const parts = FIELDS.map((name) => element.replaceAll("$", name).replace("#", `${name} is 59`)).join("");
  const filler = element.replaceAll("$", "other").replace("#", "value".repeat(20)).repeat(500);
  const body = document((filler + parts).replace(/,$/, ""));

  test.each([
    ["a text", body, 1],
    ["bytes", new TextEncoder().encode(body), 0],
  ])("%s is passed over once", (_, form, written) => {
    // What is done once for the mapping is done by now.
    module.match({ status: 200, body: "" });
    Object.assign(work, { passes: 0, encoded: 0, decoded: 0 });
    const response = { status: 200, body: form };
    const verdict = module.match(response);
    expect(verdict).toEqual(interpreterOf(mappingOf(`${text}\n`)).match(response));
    expect(Object.keys(verdict.captures)).toEqual(FIELDS);
    expect(work.passes).toBe(1);
    expect(work.encoded).toBe(written * body.length);
    // Of what is picked, not of the body.
    expect(work.decoded).toBeLessThan(200);
  });
});

/** A body is given to the scanners of texts, of JSON and of XML at most, each time once. */
const MOST_WRITTEN = 4;
/** All of it as text, and what fields pick of it. */
const MOST_DECODED = 3;

test.each(HOSTILE_FAMILIES)("$name: what the host writes and reads", ({ mapping, body: bodyOf }) => {
  const { module, work } = loadCounting(mapping);
  const body = bodyOf(65_536);
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  module.match({ status: 200, body: "" });
  for (const form of [bytes, new TextDecoder().decode(bytes)]) {
    Object.assign(work, { passes: 0, encoded: 0, decoded: 0 });
    module.match({ status: 200, body: form });
    expect(work.encoded / bytes.length, "written").toBeLessThanOrEqual(MOST_WRITTEN);
    expect(work.decoded / bytes.length, "read").toBeLessThanOrEqual(MOST_DECODED);
  }
});
