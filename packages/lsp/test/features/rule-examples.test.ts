import { expect, test } from "vitest";
import { examplesOfRuleAt, isInRule, matchesOfRuleAt } from "../../src/features/rule-examples.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";

/*
 * The cursor is in a rule: the marked stretches are what it matches in the examples. `examples` are the lines of those that it
 * decides, with the rule itself first.
 */

test.each(fixturesOf("rule-examples"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { cursor, marked } = fixture.main;
  const { positions } = document;
  const found = matchesOfRuleAt(document, cursor ?? 0).map(({ range }) => positions.spanOf(range));
  expect(found.sort((a, b) => a.start - b.start)).toEqual(marked);
  const lines = (withDefinitions: boolean) =>
    examplesOfRuleAt(document, cursor ?? 0, withDefinitions).map(({ range }) => range.start.line + 1);
  expect(lines(true).join(", ")).toBe(fixture.expected.get("examples"));
  expect(lines(false)).toEqual(lines(true).slice(1));
  expect(isInRule(document, cursor ?? 0)).toBe(lines(true).length > 0);
});
