import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test } from "vitest";
import { loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * What is made to be slow gets the right verdict, too. How time grows with these bodies is measured: npm run bench match.
 */

const SIZE = 6000;

test("no two families of hostile bodies have one name", () => {
  const names = HOSTILE_FAMILIES.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
});

test.each(HOSTILE_FAMILIES)("$name", ({ mapping: text, body: bodyOf }) => {
  const mapping = mappingOf(text);
  const body = bodyOf(SIZE);
  expect(body.length).toBeGreaterThan(SIZE * 0.9);
  expect(body.length).toBeLessThan(SIZE * 1.5);
  const other =
    typeof body === "string"
      ? new TextEncoder().encode(body)
      : new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  const expected = interpreterOf(mapping).match({ status: 200, body });
  const compiled = loadCompiled(mapping);
  // The scanner is made for the third search.
  for (const form of [body, other, body, other]) {
    expect(compiled.match({ status: 200, body: form })).toEqual(expected);
  }
});
