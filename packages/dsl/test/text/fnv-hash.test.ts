import { fnvHash } from "@responses/dsl/editor";
import fc from "fast-check";
import { expect, test } from "vitest";

/** The same by its definition, in whole numbers of any size. */
function byDefinition(text: string): string {
  const bytes = Buffer.from(text, "utf16le");
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

test("is FNV-1a of 64 bits", () => {
  expect(fnvHash("")).toBe("cbf29ce484222325");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(fnvHash(text)).toBe(byDefinition(text));
    }),
  );
});
