import { firstSeed } from "@responses/testing/random-runs";
import { beforeAll, describe, expect, test } from "vitest";
import { ALLOWED, MOST_GROWTH } from "../campaigns/scale/allowed-growth.mjs";
import { FAMILIES } from "../campaigns/scale/families.mjs";
import { growthsOf, type MeasuredFamily, measuredFamilies } from "../campaigns/scale/measured-families.mjs";

/*
 * What `check` does for families of mapping files grows with their size and not with its square: run `npm run build` first (`npm test`
 * does). What is counted is how often functions and blocks of the command run, so that nothing depends on the machine; the campaign
 * `scale` does the same with larger files and other commands.
 */

const SIZES = [16 * 1024, 32 * 1024];

/** Milliseconds that one run may take on a busy machine; most take a few hundred. */
const PATIENCE = 120_000;

/** A run measures a third of the families, each time another one; the campaign measures all. */
const PARTS = 3;
const PART = firstSeed(Date.now()) % PARTS;

const families = Object.keys(FAMILIES);
const names = families.filter((_, index) => index % PARTS === PART);
const measured = new Map<string, MeasuredFamily>();

beforeAll(async () => {
  for (const family of await measuredFamilies({ command: "check", names, sizes: SIZES, patience: PATIENCE }))
    measured.set(family.name, family);
}, 1_200_000);

describe("the work of check", () => {
  test.each(names)("grows no more than it may for %s", (name) => {
    const family = measured.get(name) ?? { name, sizes: [] };
    expect(growthsOf(family)).toHaveLength(SIZES.length - 1);
    for (const growth of growthsOf(family))
      expect(growth).toBeLessThanOrEqual(ALLOWED[name]?.growth ?? MOST_GROWTH);
    // Wrong use would be quick, too.
    for (const { run } of family.sizes) expect([0, 1]).toContain(run?.exitCode);
  });

  test("may grow by more only for families that there are, with a reason", () => {
    for (const [name, { growth, reason }] of Object.entries(ALLOWED)) {
      expect(families).toContain(name);
      expect(growth).toBeGreaterThan(MOST_GROWTH);
      expect(reason).not.toBe("");
    }
  });
});
