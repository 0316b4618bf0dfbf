import type { Mapping } from "@responses/dsl";
import { finish } from "@responses/testing/finish";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
// Imports internals: what an answer costs is counted there, and no door shows it.
import { type KnownRule, knownReachability } from "../../src/reachability/known-reachability.js";
import { meaningOf } from "../support/interpreter.js";

/* Responses that are made up to show that a rule can decide are as large as what the rule wishes of them: what they cost has its own bounds. */

const MOST_STEPS_OF_A_RULE = 20_000_000;
const MOST_STEPS_OF_A_FILE = 100_000_000;

function answered({ rules }: Mapping, earlier: readonly KnownRule[] | null = null): readonly KnownRule[] {
  const models = rules.map(({ model }) => model);
  const known = earlier === null ? null : { models, rules: earlier, remarkable: [] };
  return finish(knownReachability(models, known)).rules;
}

/** A rule for responses in which so many names have a value: a response for it has them all. */
const ruleOf = (names: number) =>
  `reject ${Array.from({ length: names }, (_, index) => `json "$.k${index}" exact "v"`).join(" and ")}\n`;

describe("a rule that wishes very much of a response", () => {
  test("is decided as long as making one takes no more than 20 million steps", () => {
    const mapping = mappingOf(ruleOf(400));
    const [rule] = answered(mapping);
    expect(rule?.making).toBeGreaterThan(10_000_000);
    expect(rule?.answer.kind).toBe("reachable");
    if (rule?.answer.kind === "reachable") expect(meaningOf(mapping, rule.answer.witness).index).toBe(0);
  });

  test("is not decided beyond, and that is said with the bound", () => {
    const [rule] = answered(mappingOf(ruleOf(450)));
    expect(rule?.answer).toEqual({
      kind: "undecided",
      reason: { kind: "exhausted", steps: MOST_STEPS_OF_A_RULE },
    });
  });

  test("costs nothing where it wishes little", () => {
    expect(answered(mappingOf(ruleOf(16)))[0]?.making).toBe(0);
  });
});

test("the responses for all rules of a file take no more than 100 million steps; the rules behind are not decided", () => {
  // A response for a rule has the values of all rules above it.
  const text = Array.from({ length: 80 }, (_, index) => `reject not json "$.k${index}" exact "v"\n`).join("");
  const mapping = mappingOf(text);
  const rules = answered(mapping);
  const sum = rules.reduce((all, { making }) => all + making, 0);
  expect(sum).toBeGreaterThan(MOST_STEPS_OF_A_FILE);
  expect(sum).toBeLessThan(MOST_STEPS_OF_A_FILE + MOST_STEPS_OF_A_RULE * 1.1);
  const firstLeft = rules.findIndex(({ answer }) => answer.kind === "undecided");
  expect(firstLeft).toBeGreaterThan(40);
  for (const { answer } of rules.slice(0, firstLeft)) expect(answer.kind).toBe("reachable");
  for (const { answer } of rules.slice(firstLeft))
    expect(answer).toEqual({
      kind: "undecided",
      reason: { kind: "file-exhausted", steps: MOST_STEPS_OF_A_FILE },
    });
  // What was left is asked again after an edit, when there are steps for it.
  const cheaper = rules.map((rule, number) => (number < 30 ? { ...rule, making: 0 } : rule));
  const later = answered(mapping, cheaper).findIndex(({ answer }) => answer.kind === "undecided");
  expect(later).toBeGreaterThan(firstLeft);
});
