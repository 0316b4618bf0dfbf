import { expect, test } from "vitest";
import { xmlPassAgrees } from "./xml-pass-agreement.js";
import { pathOf } from "./xml-picks.js";

const agrees = (body: readonly number[]) => xmlPassAgrees(Uint8Array.from(body), [pathOf("//a")]);
const inElement = (...bytes: readonly number[]) => [0x3c, 0x61, 0x3e, ...bytes, 0x3c, 0x2f, 0x61, 0x3e];

test("bytes that break off begin like U+FFFE and are not it, before whichever byte", () => {
  for (let byte = 0x41; byte < 0x100; byte++) expect(agrees(inElement(0xef, 0xbf, byte))).toBe(true);
  expect(agrees(inElement(0xef, 0xbf, 0xc3, 0xa9))).toBe(true);
});
