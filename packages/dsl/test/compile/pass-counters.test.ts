import vm from "node:vm";
import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
// Imports internals: work is counted where it is done, since time depends on the machine.
import { planExecution } from "../../src/execution/plan-execution.js";
import { planMapping } from "../../src/plan/plan-mapping.js";
import { pickJsonPaths } from "../../src/runtime/json-field.js";
import { decodeUtf8, normaliseText } from "../../src/runtime/utf8.js";
import { pickXmlPaths } from "../../src/runtime/xml-field.js";
import { type CompiledModule, compiled } from "../support/compiled-module.js";
import { countingBinary, LOADS } from "../support/counting-binary.js";

/*
 * How much work the passes over JSON and XML do with bodies that are made to be slow, in WebAssembly and in JavaScript.
 * docs/performance.md promises these numbers.
 */

const SIZES = [65_536, 524_288];

/** A pass in WebAssembly loads at most so often from memory for each byte of the body: 1 to 16 bytes each time, the tables' too. */
const LOADS_A_BYTE = 6;
/** A pass in JavaScript looks at so many characters at most for each one of the body: most where elements have one character. */
const LOOKS_A_CHARACTER = 16;

const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  };
};

/** The module on a host whose scanners count, and how often they have loaded. */
function loadCounting(text: string): { readonly module: CompiledModule; readonly loads: () => number } {
  const counters: { value: number }[] = [];
  class Module extends WebAssembly.Module {
    constructor(bytes: Uint8Array) {
      super(countingBinary(bytes));
    }
  }
  class Instance extends WebAssembly.Instance {
    constructor(module: object) {
      super(module);
      counters.push(this.exports[LOADS] as { value: number });
    }
  }
  const host = { WebAssembly: { Module, Instance }, TextEncoder, TextDecoder, atob };
  const { code } = compiled(mappingOf(text), { format: "cjs", source: "mapping.responses" });
  const exported: Record<string, unknown> = {};
  vm.compileFunction(code, ["exports", "globalThis"])(exported, host);
  return {
    module: exported as unknown as CompiledModule,
    loads: () => counters.reduce((sum, { value }) => sum + (value >>> 0), 0),
  };
}

/** The paths of JSON and XML that the mapping reads of the body. */
function passesOf(text: string) {
  const { paths } = planExecution(planMapping(mappingOf(text))).fields;
  return paths.flatMap((own) => {
    if (own.kind === "form" || own.kind === "between") return [];
    return [
      own.kind === "json"
        ? (body: string) =>
            pickJsonPaths(
              body,
              own.parts.map(({ path }) => path),
            )
        : (body: string) =>
            pickXmlPaths(
              body,
              own.parts.map(({ path }) => path),
            ),
    ];
  });
}

const families = HOSTILE_FAMILIES.filter(({ mapping }) => passesOf(mapping).length > 0);

test("many families read fields of JSON and XML", () => {
  expect(families.length).toBeGreaterThan(30);
});

test.each([
  ["JSON", 'reject json "$.a" exact "x" as A\n', `{"b":"${"y".repeat(1600)}","a":"x"}`],
  ["XML", 'reject xml "//a" exact "x" as A\n', `<r><b>${"y".repeat(1600)}</b><a>x</a></r>`],
])("what a scanner of %s loads is counted", (_, mapping, body) => {
  const { module, loads } = loadCounting(mapping);
  expect(module.match({ status: 200, body }).outcome).toBe("reject");
  expect(loads()).toBeGreaterThan(body.length / 16);
});

describe.each(families)("$name", ({ mapping, body: bodyOf }) => {
  const { module, loads } = loadCounting(mapping);

  test.each(SIZES)("%i: what the scanners load", (size) => {
    const body = bodyOf(size);
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    module.match({ status: 200, body: "" });
    for (const form of [body, bytes]) {
      const before = loads();
      module.match({ status: 200, body: form });
      expect((loads() - before) / bytes.length).toBeLessThanOrEqual(LOADS_A_BYTE);
    }
  });

  test.each(SIZES)("%i: what is looked at in JavaScript", (size) => {
    const body = bodyOf(size);
    const text = typeof body === "string" ? normaliseText(body) : decodeUtf8(body);
    for (const pick of passesOf(mapping)) {
      const counted = new CountedText(text);
      pick(counted as unknown as string);
      expect(counted.looks / text.length).toBeLessThanOrEqual(LOOKS_A_CHARACTER);
    }
  });
});

/** A text that counts the characters that are looked at. */
class CountedText {
  looks = 0;
  readonly length: number;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  charAt(at: number): string {
    this.looks += 1;
    return this.#text.charAt(at);
  }

  charCodeAt(at: number): number {
    this.looks += 1;
    return this.#text.charCodeAt(at);
  }

  codePointAt(at: number): number | undefined {
    this.looks += 1;
    return this.#text.codePointAt(at);
  }

  startsWith(wanted: string, at: number): boolean {
    this.looks += wanted.length;
    return this.#text.startsWith(wanted, at);
  }

  indexOf(wanted: string, from: number): number {
    const found = this.#text.indexOf(wanted, from);
    this.looks += found < 0 ? this.length - from : found - from + wanted.length;
    return found;
  }

  /** What is cut out is read, once. */
  slice(start: number, end: number): string {
    const part = this.#text.slice(start, end);
    this.looks += part.length;
    return part;
  }

  /** For the expressions that stand at one place, which read on as far as they match. */
  toString(): string {
    return this.#text;
  }
}
