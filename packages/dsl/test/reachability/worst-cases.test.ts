import type { Mapping } from "@responses/dsl";
import { worstCases } from "@responses/testing/exact/worst-case-lists";
import { finish } from "@responses/testing/finish";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
// Imports internals: what an answer costs is counted there, and no door shows it.
import { type KnownRule, knownReachability } from "../../src/reachability/known-reachability.js";
import { meaningOf } from "../support/interpreter.js";

/*
 * Lists made to be slow end within the bounds on steps, which are those that known-reachability.ts states, and then say that they have not
 * decided. A step that is begun is ended, so that the last one of a rule may go somewhat beyond.
 */

const MOST_STEPS_OF_A_RULE = 1_000_000;
const MOST_STEPS_OF_A_FILE = 8_000_000;
const BEYOND = 1.1;

const CASES = worstCases().map((one) => ({ ...one, mapping: mappingOf(one.text) }));

function answered({ rules }: Mapping): readonly KnownRule[] {
  const models = rules.map(({ model }) => model);
  return finish(knownReachability(models, null)).rules;
}

describe("lists that are made to be slow", () => {
  const kinds = new Set<string>();

  test.each(CASES)("$name", ({ mapping, isLastReachable }) => {
    const rules = answered(mapping);
    const steps = rules.map((rule) => rule.steps);
    const allSteps = steps.reduce((sum, some) => sum + some, 0);
    expect(Math.max(...steps)).toBeLessThan(MOST_STEPS_OF_A_RULE * BEYOND);
    expect(allSteps).toBeLessThan(MOST_STEPS_OF_A_FILE + MOST_STEPS_OF_A_RULE * BEYOND);
    for (const [place, { answer }] of rules.entries()) {
      if (answer.kind === "reachable") expect(meaningOf(mapping, answer.witness).index).toBe(place);
      if (answer.kind === "undecided")
        expect(["exhausted", "file-exhausted", "many-rules-above"]).toContain(answer.reason.kind);
    }
    const last = rules.at(-1)?.answer.kind ?? "none";
    kinds.add(last);
    if (last !== "undecided" && isLastReachable !== null) expect(last === "reachable").toBe(isLastReachable);
  });

  test("are decided or not, according to how large they are", () => {
    expect([...kinds].sort()).toEqual(["reachable", "undecided", "unreachable"]);
  });
});
