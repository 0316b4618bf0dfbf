import { check, link, noOtherFiles, parse } from "@responses/dsl";
import { writeString } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

/** Whether two rules with these labels are found to spell one label in two ways. */
function areOneLabel(one: string, other: string): boolean {
  const rules = [one, other].map((label, index) => `reject status 40${index} as ${writeString([label])}\n`);
  const linked = link(parse("labels.responses", rules.join("")), noOtherFiles);
  // A refused mapping is not checked, and would spell every label in one way.
  if (linked.kind === "refused") throw new Error(`refused: ${rules.join("")}`);
  return check(linked).some(({ name }) => name === "label-spelling");
}

describe("labels that are one label", () => {
  test.each([
    ["No Demand", "no-demand", "NoDemand", "no_demand", " NO  DEMAND!", "no\u00a0demand"],
    ["Müller’s", "müllers", "MÜLLER'S"],
    ["2024-01", "2024 01", "2024/01"],
    ["Code -1", "CODE: -1"],
  ])("%j and the like", (first, ...others) => {
    for (const other of others) expect([other, areOneLabel(first, other)]).toEqual([other, true]);
  });
});

describe("labels that are not", () => {
  test.each([
    ["1.5", "15"],
    ["Code 1", "Code -1"],
    ["-1", "1"],
    ["< 18", "> 18"],
    ["A+", "A"],
    ["!", "?"],
    ["resume", "résumé"],
    ["Duplicate", "Duplicates"],
  ])("%j and %j", (one, other) => expect(areOneLabel(one, other)).toBe(false));
});
