import { FileError } from "@responses/node-host";
import { expect, test } from "vitest";
// Imports internals: a run leaves files out only behind twenty million rules.
import { whyUnusable } from "../src/report/why-unusable.js";
import { leftOutTogether } from "../src/runs/left-out-files.js";
import { UsageError } from "../src/terminal/usage-error.js";

const leftOut = (path: string) =>
  new FileError({ kind: "too-many-rules-before", path, others: 0, rules: 20_000_000 });

test("files that a run left out are told once, with their number", () => {
  const other = new UsageError("something else");
  const problems = leftOutTogether([other, leftOut("b.responses"), leftOut("c"), other, leftOut("d")]);
  expect(problems.map(({ message }) => message)).toEqual([
    "something else",
    "b.responses and 2 other files were left out: with all that they include, the mapping files before have more than 20,000,000 rules; name fewer files at once",
    "something else",
  ]);
  expect(leftOutTogether([leftOut("b"), leftOut("c")])[0]?.message).toMatch(
    /^b and 1 other file were left out: /,
  );
  expect(leftOutTogether([leftOut("b")])[0]?.message).toMatch(/^b was left out: /);
});

test("a run that left files out says why it did less than was asked for", () => {
  expect(whyUnusable(leftOutTogether([leftOut("b"), leftOut("c")]))).toBe(
    "there is more to go through than one run does",
  );
});
