import vm from "node:vm";
import { createMatcher } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test, vi } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/* Whatever a compiled module is given gets a verdict: that on the bytes if it is bytes, else that on an empty body. */

describe("the generated module", () => {
  test("reads no object that only says that it is bytes, and of bytes no more than they are", () => {
    const mapping = mappingOf('success exact "" as Empty\nreject keyword "x" as X\n');
    const { match } = loadCompiled(mapping);
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield 0x78;
      },
    };
    const x = () => new Uint8Array([0x78]);
    class Views extends Uint8Array {
      override get buffer(): ArrayBuffer {
        return Object.assign(Object.create(null), endless) as ArrayBuffer;
      }
    }
    const given: readonly (readonly [unknown, string])[] = [
      [{ ...endless, [Symbol.toStringTag]: "ArrayBuffer" }, "Empty"],
      [Object.create(Uint8Array.prototype, { length: { value: 2 ** 40 } }), "Empty"],
      [{ ...endless, length: 2 ** 53 }, "Empty"],
      [new Views([0x78]), "Empty"],
      [Object.defineProperty(x(), "length", { value: 2 ** 40 }), "X"],
      [Object.defineProperty(x(), "subarray", { value: () => endless }), "X"],
      [Object.defineProperty(x(), Symbol.iterator, { value: () => endless }), "X"],
      [new DataView(x().buffer), "X"],
      [vm.runInNewContext("new Uint8Array([0x78])"), "X"],
      [vm.runInNewContext("new Uint8Array([0x78]).buffer"), "X"],
      [vm.runInNewContext("new DataView(new Uint8Array([0x78]).buffer)"), "X"],
    ];
    for (const [body, label] of given) {
      expect(match({ body }).label).toBe(label);
      expect(interpreterOf(mapping).match({ body: body as string }).label).toBe(label);
    }
  });

  describe.each([
    ["the edges of the body", 'success exact "x"\nreject exact "a*x" as A\n'],
    ["few texts", 'success keyword "x"\n'],
    [
      "many texts",
      `${Array.from({ length: 40 }, (_, n) => `reject word "\u00e9${n}"\n`).join("")}success word "x"\n`,
    ],
    ["fields", 'success not json "$.a" exact "y" and not xml "/a" exact "y" and not form "y" exact "y"\n'],
  ])("asks nothing of bytes that an object can answer otherwise: %s", (_name, text) => {
    const mapping = mappingOf(text);
    const { match, classify } = loadCompiled(mapping);
    const names = [Uint8Array.prototype, Object.getPrototypeOf(Uint8Array.prototype), Object.prototype]
      .flatMap((prototype: object) => Reflect.ownKeys(prototype))
      // Of these an answer that is none makes the object one that only says that it is bytes.
      .filter((name) => !["buffer", "byteOffset", "byteLength"].includes(String(name)));
    const filled = (length: number, byte: number) => {
      const bytes = new Uint8Array(length).fill(byte);
      bytes[length - 1] = 0x78;
      return bytes;
    };
    /** Answers as bytes do so many times, and throws from then on. */
    const dishonest = (bytes: Uint8Array, times: number): PropertyDescriptorMap =>
      Object.fromEntries(
        names.map((name) => {
          let asked = 0;
          const get = () => {
            if (asked++ >= times) throw new Error(String(name));
            return Reflect.get(Uint8Array.prototype, name, bytes);
          };
          return [name, { get }];
        }),
      );

    test.each([1, 100, 300_000])("of %i bytes", (length) => {
      const expected = match({ body: new TextDecoder().decode(filled(length, 0x20)) });
      expect(expected.outcome).toBe("success");
      for (const times of [0, 1, 2]) {
        const own = filled(length, 0x20);
        const inherited = filled(length, 0x20);
        Object.defineProperties(own, dishonest(filled(length, 0x20), times));
        const between = Object.create(Uint8Array.prototype, dishonest(filled(length, 0x20), times));
        Object.setPrototypeOf(inherited, between);
        const shared = new Uint8Array(new SharedArrayBuffer(length));
        shared.set(filled(length, 0x20));
        for (const body of [
          own,
          inherited,
          shared,
          Object.defineProperties(Buffer.from(own.buffer), dishonest(shared, times)),
        ]) {
          expect(match({ body })).toEqual(expected);
          expect(classify(200, body)).toBeGreaterThanOrEqual(0);
          expect(createMatcher(mapping).match({ body: body as Uint8Array })).toEqual(expected);
          expect(interpreterOf(mapping).match({ body: body as Uint8Array })).toEqual(expected);
        }
      }
    });

    test.each([1, 100, 65_536, 300_000])(
      "and goes on where shared memory of %i bytes grows meanwhile",
      (length) => {
        const given = filled(length, 0x20);
        const expected = match({ body: given });
        const memory: SharedArrayBuffer & { grow(size: number): void } = Reflect.construct(
          SharedArrayBuffer,
          [length, { maxByteLength: 2 ** 23 }],
        );
        new Uint8Array(memory).set(given);
        // As another thread would in the moment between counting the bytes and copying them.
        const { set } = Uint8Array.prototype;
        let grown = false;
        const growing = vi.spyOn(Uint8Array.prototype, "set").mockImplementation(function (
          this: Uint8Array,
          from,
          at,
        ) {
          if (from instanceof Uint8Array && from.buffer === memory && !grown) {
            grown = true;
            memory.grow(2 ** 23);
          }
          Reflect.apply(set, this, [from, at]);
        });
        try {
          expect(["success", "reject"]).toContain(match({ body: new Uint8Array(memory) }).outcome);
        } finally {
          growing.mockRestore();
        }
        expect(match({ body: given })).toEqual(expected);
      },
    );
  });

  test("never throws, whatever it is given", () => {
    const { match, classify } = loadCompiled(
      mappingOf('success keyword "x"\nreject json "$.a" empty as Empty\ncapture a from json "$.a"\n'),
    );
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
        getPrototypeOf: () => {
          throw new Error("no");
        },
      },
    );
    const transferred = new Uint8Array([0x78]);
    structuredClone(transferred.buffer, { transfer: [transferred.buffer] });
    const odd = [
      undefined,
      null,
      0,
      Number.NaN,
      2n ** 70n,
      "x",
      Symbol("x"),
      [],
      {},
      () => "x",
      throwing,
      new Date(Number.NaN),
      transferred,
      Object.create(Uint8Array.prototype),
    ];
    for (const one of odd) {
      expect(match(one).outcome).toBe("reject");
      for (const other of odd) {
        const expected = other === "x" ? 0 : 1;
        expect([one === throwing ? "proxy" : typeof one, classify(one, other)]).toEqual([
          one === throwing ? "proxy" : typeof one,
          expected,
        ]);
        expect(match({ status: one, body: other }).outcome).toBe(expected === 0 ? "success" : "reject");
      }
    }
  });

  test.each<[string, (bytes: Uint8Array) => unknown]>([
    ["a Uint8Array", (bytes) => bytes],
    ["a Buffer", (bytes) => Buffer.from(bytes)],
    [
      "a part of a larger buffer",
      (bytes) => new Uint8Array([0x61, ...bytes, 0x62]).subarray(1, bytes.length + 1),
    ],
    ["an ArrayBuffer", (bytes) => bytes.slice().buffer],
    ["a DataView", (bytes) => new DataView(bytes.slice().buffer)],
    ["bytes of another realm", (bytes) => vm.runInNewContext(`new Uint8Array([${bytes.join()}])`)],
    ["a buffer of another realm", (bytes) => vm.runInNewContext(`new Uint8Array([${bytes.join()}]).buffer`)],
  ])("reads a body given as %s", (_name, form) => {
    const mapping = mappingOf('success exact "\u00e9t\u00e9"\n');
    const body = form(new TextEncoder().encode("\u00c9T\u00c9"));
    expect(loadCompiled(mapping).match({ body })).toMatchObject({ outcome: "success" });
    expect(interpreterOf(mapping).match({ body: body as Uint8Array })).toMatchObject({ outcome: "success" });
  });
});
