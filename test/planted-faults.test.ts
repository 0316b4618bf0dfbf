import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FAULTS } from "../campaigns/planted-faults/faults.mjs";
import { pathOf, planted } from "../campaigns/planted-faults/planted-source.mjs";

/* The faults that `npm run campaign -- planted-faults` plants can still be planted: what each replaces stands in its file. */

describe("planted faults", () => {
  test.each(FAULTS)("$breaks", (fault) => {
    const source = readFileSync(pathOf(fault), "utf8");
    expect(planted(source, fault)).not.toBe(source);
  });

  test("are thirty or more, each of its own", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(FAULTS.map(({ breaks }) => breaks)).size).toBe(FAULTS.length);
    expect(new Set(FAULTS.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(FAULTS.length);
  });
});
