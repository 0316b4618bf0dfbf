import { describe, expect, test } from "vitest";
import { labelKey } from "../../src/analysis/words/label-key.js";

describe("labels that are one label", () => {
  test.each([
    ["No Demand", "no-demand", "NoDemand", "no_demand", " NO  DEMAND!", "no\u00a0demand"],
    ["Müller’s", "müllers", "MÜLLER'S"],
    ["2024-01", "2024 01", "2024/01"],
    ["Code -1", "CODE: -1"],
  ])("%j and the like", (...labels) => expect(new Set(labels.map(labelKey)).size).toBe(1));
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
  ])("%j and %j", (one, other) => expect(labelKey(one)).not.toBe(labelKey(other)));
});
