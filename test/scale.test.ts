import { oneIn } from "@responses/testing/random-runs";
import { beforeAll, describe, expect, test } from "vitest";
import { ALLOWED, LITTLE, MOST_GROWTH, mostGrowth } from "../campaigns/scale/allowed-growth.mjs";
import { FAMILIES } from "../campaigns/scale/families.mjs";
import {
  COMMANDS,
  growthsOf,
  type MeasuredFamily,
  measuredFamilies,
} from "../campaigns/scale/measured-families.mjs";

/*
 * What commands and the language server do for families of mapping files grows with their size and not with its square: run `npm run
 * build` first (`npm test` does). What is counted is how often functions and blocks of what was built run, so that nothing depends on the
 * machine; the campaign `scale` does the same with larger files.
 */

const SIZES = [16 * 1024, 32 * 1024];

/** Milliseconds that one run may take on a busy machine; most take a few hundred, and comparisons that use up their steps ten seconds. */
const PATIENCE = 300_000;

/** In how many parts a command's families are cut. Each run measures one of them, each time another; the campaign measures all. */
const PARTS: Readonly<Record<string, number>> = {
  check: 6,
  test: 24,
  "test --coverage": 24,
  fmt: 24,
  compile: 24,
  match: 24,
  diff: 24,
  completion: 24,
  hover: 24,
};

const families = Object.keys(FAMILIES);

describe.each(Object.entries(PARTS))("the work of %s", (command, parts) => {
  const names = oneIn(parts, families);
  const measured = new Map<string, MeasuredFamily>();
  const little = command === "completion" || command === "hover" ? LITTLE : 0;

  beforeAll(async () => {
    for (const family of await measuredFamilies({ command, names, sizes: SIZES, patience: PATIENCE }))
      measured.set(family.name, family);
  }, 2_400_000);

  test.each(names)("grows no more than it may for %s", (name) => {
    const family = measured.get(name) ?? { name, sizes: [] };
    const growths = growthsOf(family, little);
    expect(growths).toHaveLength(SIZES.length - 1);
    for (const growth of growths) expect(growth).toBeLessThanOrEqual(mostGrowth(command, name));
    // Wrong use would be quick, too.
    if (command === "check") for (const { run } of family.sizes) expect([0, 1]).toContain(run?.exitCode);
  });
});

test("work may grow by more only for families and commands that there are, with a reason", () => {
  for (const [name, { commands, growth, reason }] of Object.entries(ALLOWED)) {
    expect(families).toContain(name);
    for (const command of commands) expect(Object.keys(COMMANDS)).toContain(command);
    expect(growth).toBeGreaterThan(MOST_GROWTH);
    expect(reason).not.toBe("");
  }
});
