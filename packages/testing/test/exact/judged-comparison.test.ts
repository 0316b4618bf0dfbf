import { type Comparison, compare } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { missedChanges } from "../../src/exact/judged-comparison.js";
import { mappingOf } from "../../src/random-mappings.js";

/*
 * Whoever judges comparisons finds what one leaves out, also beside what it says it does not know.
 */

const BEFORE = mappingOf('reject keyword "a" as A\nreject keyword "b" as B\nreject keyword "c" as C\n');
const AFTER = mappingOf('error keyword "a" as A\nerror keyword "b" as B\nreject keyword "c" as C\n');
const COMPARISON = compare(BEFORE, AFTER);
const CHANGING = COMPARISON.changes.map((change) => ({ old: change.before, new: change.after }));

/** The comparison without the change of the first rule into itself, which has a verdict of its own. */
function withoutFirst(more: Partial<Comparison>): Comparison {
  const changes = COMPARISON.changes.filter(({ before, after }) => before !== 0 || after !== 0);
  expect(changes.length).toBe(COMPARISON.changes.length - 1);
  return { ...COMPARISON, changes, ...more };
}

function missed(comparison: Comparison): readonly string[] {
  return missedChanges(BEFORE, AFTER, comparison, CHANGING);
}

const UNKNOWN = { money: "none", reason: "it is not known" } as const;

describe("a comparison that leaves out a change", () => {
  test("is noticed, and one that tells all is not", () => {
    expect(missed(COMPARISON)).toEqual([]);
    expect(missed(withoutFirst({}))).toEqual(["rules 0 0 change and are not told"]);
  });

  test("is noticed where another pair is undecided, or so many others are unlisted", () => {
    const other = { before: 1, after: 1, ...UNKNOWN };
    expect(missed(withoutFirst({ undecided: [other] }))).toEqual(["rules 0 0 change and are not told"]);
    const none = { ...COMPARISON, changes: [], unlisted: CHANGING.length - 1 };
    expect(missed(none).length).toBe(CHANGING.length);
  });

  test("is not blamed for what it says is undecided, or unlisted, or too much", () => {
    expect(missed(withoutFirst({ undecided: [{ before: 0, after: 0, ...UNKNOWN }] }))).toEqual([]);
    expect(missed(withoutFirst({ unlisted: 1 }))).toEqual([]);
    expect(missed(withoutFirst({ undecided: [{ before: null, after: null, ...UNKNOWN }] }))).toEqual([]);
  });
});
