import { expect } from "vitest";
// Imports internals: what compiled modules carry is compared with the scanner that it must agree with.
import type { BodyPass } from "../../src/runtime/body-pass.js";
import { type JsonSegment, pickJson } from "../../src/runtime/json-field.js";
import { createJsonPass } from "../../src/runtime/json-pass.js";
import { decodeUtf8, normaliseText } from "../../src/runtime/utf8.js";

/** What was asked and what the pass left to `pickJson`. */
export interface JsonPassOutcome {
  readonly isRead: boolean;
  readonly pathsLeft: number;
}

/** Fails if the pass reads another thing out of the body than `pickJson`; a string is also given as bytes. */
export function expectJsonPassAgrees(
  body: string | Uint8Array,
  paths: readonly (readonly JsonSegment[])[],
  pass: BodyPass = createJsonPass(paths),
): JsonPassOutcome {
  const outcome = agreeOnJson(pass, body, paths);
  if (typeof body === "string") {
    expect(agreeOnJson(pass, new TextEncoder().encode(body), paths), "string and bytes").toEqual(outcome);
  }
  return outcome;
}

function agreeOnJson(
  pass: BodyPass,
  body: string | Uint8Array,
  paths: readonly (readonly JsonSegment[])[],
): JsonPassOutcome {
  const reading = pass(body);
  if (reading === null) return { isRead: false, pathsLeft: paths.length };
  const text = typeof body === "string" ? normaliseText(body) : decodeUtf8(body);
  let pathsLeft = 0;
  paths.forEach((path, number) => {
    if (!reading.reads(number)) {
      pathsLeft += 1;
      return;
    }
    const parts = reading.parts(number);
    expect(parts.map(({ text, blank }) => ({ text, blank }))).toEqual(
      pickJson(text, path).map(({ text, blank }) => ({ text, blank })),
    );
    for (const part of parts) {
      if (part.isAscii) expect(part.text).toMatch(/^[\0-\x7f]*$/);
    }
  });
  return { isRead: true, pathsLeft };
}
