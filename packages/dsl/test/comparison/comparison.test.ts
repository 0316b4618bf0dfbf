import { compare, link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { compareMappings } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

describe("compare", () => {
  test("finds nothing where layout, comments, examples and letter case of texts alone differ", () => {
    const before = mappingOf(
      'success keyword "SOLD" as A\ncapture p from json "$.p"\nexample "sold" is success',
    );
    const after = mappingOf('# new\nsuccess   keyword "sold" as A\ncapture p from json "$.p"\n');
    expect(compare(before, after)).toEqual({ changes: [], unlisted: 0, undecided: [] });
  });

  test.each([
    ["an outcome", 'success keyword "a"', 'reject keyword "a"'],
    ["a label", 'success keyword "a" as A', 'success keyword "a" as a'],
    ["a text", 'success keyword "a"', 'success keyword "b"'],
    ["a negation", 'success keyword "a"', 'success not keyword "a"'],
    ["a capture", 'capture p from json "$.p"', 'capture p from json "$.q"'],
    ["whom a capture is for", 'capture p from json "$.p"', 'capture p from json "$.p" for success'],
    [
      "the order of rules",
      'success keyword "a"\nreject keyword "b"',
      'reject keyword "b"\nsuccess keyword "a"',
    ],
  ])("never says that nothing changes where %s does", (_, before, after) => {
    const { changes, undecided } = compare(mappingOf(before), mappingOf(after));
    expect(changes.length + undecided.length).toBeGreaterThan(0);
  });

  test("puts money first, and gives a response of each group with both verdicts", () => {
    const before = mappingOf(
      'reject keyword "dup" as D\nsuccess keyword "sold"\nexample "dup" is reject D\nexample "sold" is success',
    );
    const after = mappingOf('reject keyword "dup" as Duplicate\nreject keyword "sold"');
    const { changes } = compare(before, after);
    expect(changes.map(({ money, differs, before: old, after: now }) => [money, differs, old, now])).toEqual([
      ["success-lost", "outcome", 1, 1],
      ["none", "label", 0, 0],
    ]);
    expect(changes[0]?.witness).toEqual({ status: null, body: "sold" });
    expect(changes[1]?.verdictBefore).toEqual({ outcome: "reject", label: "D", captures: {} });
    expect(changes[1]?.verdictAfter).toEqual({ outcome: "reject", label: "Duplicate", captures: {} });
  });

  const CAPTURED = 'success keyword "sold"\nreject keyword "dup" as Duplicate\ncapture p from json "$.p"';

  test.each([
    [
      "of the same verdicts in another order",
      `${CAPTURED} for success, reject`,
      `${CAPTURED} for reject, success`,
    ],
    ["for verdicts that no rule gives, too", `${CAPTURED} for success`, `${CAPTURED} for success, error`],
    [
      "for all verdicts there are",
      `${CAPTURED} for success, reject, error\nsuccess otherwise`,
      `${CAPTURED}\nsuccess otherwise`,
    ],
  ])("knows that captures %s change nothing", (_, before, after) => {
    expect(compare(mappingOf(before), mappingOf(after))).toEqual({ changes: [], unlisted: 0, undecided: [] });
  });

  test("tells of captures that some verdicts lose one response of each", () => {
    const { changes, undecided } = compare(mappingOf(CAPTURED), mappingOf(`${CAPTURED} for success`));
    expect(undecided).toEqual([]);
    expect(changes.map(({ verdictAfter, differs }) => [verdictAfter.outcome, differs])).toEqual([
      ["reject", "captures"],
      ["unmapped", "captures"],
    ]);
  });

  test("ends soon where all of very many rules are others", () => {
    const rules = (outcome: string): string =>
      Array.from({ length: 4_000 }, (_, n) => `${outcome} exact "E${n}" as "Reason ${n}"`).join("\n");
    const { changes, undecided } = compare(mappingOf(rules("reject")), mappingOf(rules("error")));
    expect(changes.length).toBeGreaterThan(10);
    expect(undecided.map(({ before, after }) => [before, after])).toEqual([[null, null]]);
  });

  test("tells ten groups of one rule, and how many pairs of verdicts are left", () => {
    const rejects = Array.from({ length: 15 }, (_, n) => `reject keyword "reason ${n}" as "Reason ${n}"`);
    const before = mappingOf(rejects.join("\n"));
    const after = mappingOf(['success keyword "sold"', ...rejects].join("\n"));
    const { changes, unlisted, undecided } = compare(before, after);
    expect(undecided).toEqual([]);
    expect(changes.every(({ after: now, money }) => now === 0 && money === "success-gained")).toBe(true);
    expect([changes.length, unlisted]).toEqual([10, 6]);
  });

  test("tells rules that give one verdict once", () => {
    const rejects = Array.from({ length: 15 }, (_, n) => `reject keyword "reason ${n}" as Refused`);
    const { changes, unlisted } = compare(
      mappingOf(rejects.join("\n")),
      mappingOf(['success keyword "sold"', ...rejects].join("\n")),
    );
    expect(changes.map(({ verdictBefore }) => verdictBefore.label)).toEqual(["Refused", null]);
    expect(unlisted).toBe(0);
  });
});

describe("the examples of a comparison", () => {
  test("runs the examples of both sides in both, each response once", () => {
    const before = mappingOf(
      'success keyword "a"\nexample "a" is success\nexample 200 "a1" is success\nexample "z" is unmapped',
    );
    const after = mappingOf('reject keyword "a"\nexample again "a" is reject\nexample 404 "a1" is reject');
    const { count, changes } = compareMappings(before, after).examples;
    expect(count).toBe(4);
    expect(
      changes.map(({ example, recordedIn, before: old, after: now }) => [
        example.model.name,
        example.model.status,
        example.model.body,
        recordedIn,
        old.place,
        old.verdict.outcome,
        now.verdict.outcome,
      ]),
    ).toEqual([
      ["again", null, "a", "both", 0, "success", "reject"],
      [null, 404, "a1", "after", 0, "success", "reject"],
      [null, 200, "a1", "before", 0, "success", "reject"],
    ]);
  });
});

describe("a rule whose responses another one takes", () => {
  /** Rules that can hold for one response each with each other. */
  const rejects = Array.from({ length: 40 }, (_, n) => `reject keyword "reason ${n}" as "Reason ${n}"`);
  const before = mappingOf(rejects.join("\n"));

  test("is compared with that one alone where it only got another label", () => {
    const after = mappingOf(rejects.with(5, 'reject keyword "reason 5" as Other').join("\n"));
    const { changes, unlisted, undecided } = compare(before, after);
    expect(changes.map((change) => [change.before, change.after])).toEqual([[5, 5]]);
    expect([unlisted, undecided]).toEqual([0, []]);
  });

  test("is compared with that one alone where it was made wider", () => {
    const after = mappingOf(rejects.with(39, 'reject keyword "reason" as "Reason 39"').join("\n"));
    const { changes, unlisted, undecided } = compare(before, after);
    // What it takes now no rule took before.
    expect(changes.map((change) => [change.before, change.after])).toEqual([[null, 39]]);
    expect([unlisted, undecided]).toEqual([0, []]);
  });

  test("is compared with those that stood above it where it came to stand first", () => {
    const moved = rejects.at(3) ?? "";
    const after = mappingOf([moved, ...rejects.toSpliced(3, 1)].join("\n"));
    const { changes, unlisted, undecided } = compare(before, after);
    expect(changes.map((change) => [change.before, change.after])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect([unlisted, undecided]).toEqual([0, []]);
  });

  test("is nothing to compare where the one above it goes on taking all of it", () => {
    const twice = mappingOf([...rejects, 'error keyword "reason 7"'].join("\n"));
    expect(compare(before, twice)).toEqual({ changes: [], unlisted: 0, undecided: [] });
    expect(compare(twice, before)).toEqual({ changes: [], unlisted: 0, undecided: [] });
  });
});
