import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FAULT_SETS } from "../campaigns/planted-faults/fault-sets.mjs";
import { pathOf, planted } from "../campaigns/planted-faults/planted-source.mjs";

/*
 * The faults that `npm run campaign -- planted-faults` and `npm run campaign -- planted` plant can still be planted: what each replaces
 * stands in its file.
 */

const root = fileURLToPath(new URL("..", import.meta.url));

describe.each(Object.entries(FAULT_SETS))("%s", (_, faults) => {
  test.each(faults)("$breaks", (fault) => {
    const source = readFileSync(pathOf(fault), "utf8");
    expect(planted(source, fault)).not.toBe(source);
    expect(
      fault.tests.filter((path) => !existsSync(root + path) && !existsSync(`${root}${path}.test.ts`)),
    ).toEqual([]);
  });

  test("are thirty or more, each of its own", () => {
    expect(faults.length).toBeGreaterThanOrEqual(30);
    expect(new Set(faults.map(({ breaks }) => breaks)).size).toBe(faults.length);
    expect(new Set(faults.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(faults.length);
  });
});
