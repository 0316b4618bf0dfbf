import { expect } from "vitest";
// Imports internals: what compiled modules carry is compared with the scanner that it must agree with.
import type { BodyPass } from "../../src/runtime/body-pass.js";
import { decodeUtf8, normaliseText } from "../../src/runtime/utf8.js";
import { pickXml, type XmlPath } from "../../src/runtime/xml-field.js";
import { createXmlPass } from "../../src/runtime/xml-pass.js";

/**
 * Fails if the pass reads another thing out of the body than `pickXml`; a string is also given as bytes. Gives whether it reads
 * the body.
 */
export function xmlPassAgrees(
  body: string | Uint8Array,
  paths: readonly XmlPath[],
  pass: BodyPass = createXmlPass(paths),
): boolean {
  const isRead = agreesOnXml(pass, body, paths);
  if (typeof body === "string") {
    expect(agreesOnXml(pass, new TextEncoder().encode(body), paths), "string and bytes").toBe(isRead);
  }
  return isRead;
}

function agreesOnXml(pass: BodyPass, body: string | Uint8Array, paths: readonly XmlPath[]): boolean {
  const reading = pass(body);
  if (reading === null) return false;
  const text = typeof body === "string" ? normaliseText(body) : decodeUtf8(body);
  paths.forEach((path, number) => {
    const parts = reading.parts(number) ?? [];
    expect(parts.map(({ text, blank }) => ({ text, blank }))).toEqual(
      pickXml(text, path).map(({ text, blank }) => ({ text, blank })),
    );
    for (const part of parts) {
      if (part.isAscii) expect(part.text).toMatch(/^[\0-\x7f]*$/);
    }
  });
  return true;
}
