import { compare, link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { compareMappings } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

const NO_CHANGE = { changes: [], unlisted: 0, unlistedSales: 0, undecided: [] };

describe("compare", () => {
  test("finds nothing where layout, comments, examples and letter case of texts alone differ", () => {
    const before = mappingOf(
      'success keyword "SOLD" as A\ncapture p from json "$.p"\nexample "sold" is success',
    );
    const after = mappingOf('# new\nsuccess   keyword "sold" as A\ncapture p from json "$.p"\n');
    expect(compare(before, after)).toEqual(NO_CHANGE);
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
    expect(compare(mappingOf(before), mappingOf(after))).toEqual(NO_CHANGE);
  });

  test("tells of captures that some verdicts lose one response of each", () => {
    const { changes, undecided } = compare(mappingOf(CAPTURED), mappingOf(`${CAPTURED} for success`));
    expect(undecided).toEqual([]);
    expect(changes.map(({ verdictAfter, differs }) => [verdictAfter.outcome, differs])).toEqual([
      ["reject", "captures"],
      ["unmapped", "captures"],
    ]);
  });

  test("counts other captures of a sale as money, behind sales that are lost or gained", () => {
    const before = mappingOf(
      `reject keyword "no" as A\nsuccess keyword "sold"\nsuccess keyword "paid"\ncapture p from json "$.p"`,
    );
    const after = mappingOf(
      `reject keyword "no" as B\nsuccess keyword "sold"\nerror keyword "paid"\ncapture p from json "$.q"`,
    );
    const { changes } = compare(before, after);
    const told = changes.map(({ money, differs, verdictAfter }) => [money, differs, verdictAfter.outcome]);
    expect(told.slice(0, 3)).toEqual([
      ["success-lost", "outcome", "error"],
      ["success-captures", "captures", "success"],
      ["none", "label", "reject"],
    ]);
    expect(told.slice(3).every(([money]) => money === "none")).toBe(true);
  });

  test("counts them where the label is another, too", () => {
    const after = mappingOf('success json "$.a" exact "b" as B\ncapture p from json "$.a" for success');
    const { changes } = compare(mappingOf('success json "$.a" exact "b" as A'), after);
    expect(changes.map(({ money, differs }) => [money, differs])).toEqual([["success-captures", "label"]]);
  });

  test.each([
    ["a sale", "success", "success-captures"],
    ["a refusal that was recorded", "reject", "none"],
  ])("shows them of %s where the label is another of all that could have them", (_, outcome, money) => {
    const before = mappingOf(
      `${outcome} json "$.ok" exact "1" as A\n${outcome} exact "OK"\ncapture p from json "$.p" for ${outcome}\nexample '{"ok":1}' is ${outcome}`,
    );
    const after = mappingOf(
      `${outcome} json "$.ok" exact "1" as B\n${outcome} exact "OK"\ncapture p from json "$.q" for ${outcome}\nexample '{"ok":1}' is ${outcome}`,
    );
    const { changes, undecided } = compare(before, after);
    expect(undecided).toEqual([]);
    const [change, ...others] = changes;
    expect([change?.money, change?.differs, others]).toEqual([money, "label", []]);
    expect(change?.verdictBefore.captures).not.toEqual(change?.verdictAfter.captures);
  });

  test("puts what was recorded before what is made up, and shows no escapes where it need not", () => {
    const before = mappingOf(
      'reject keyword "a" as A\nreject keyword "b" as B\nreject json "$.x" exact "c" as C\nexample "b" is reject B',
    );
    const after = mappingOf(
      'reject keyword "a" as A2\nreject keyword "b" as B2\nreject json "$.x" exact "c" as C2',
    );
    const { changes } = compare(before, after);
    expect(changes.map(({ before: old, isRecorded }) => [old, isRecorded])).toEqual([
      [1, true],
      [0, false],
      [2, false],
    ]);
  });

  test.each([
    ["another text of the rule", 'reject json "$.a" exact "ok", "fine"', "", '{"a":"fine"}'],
    [
      "another rule that gives the same",
      'reject json "$.a" exact "ok"\nreject json "$.b" exact "fine"',
      'error json "$.c" exact "x"',
      '{"b":"fine","c":"x"}',
    ],
  ])("shows no escapes where %s does without", (_, refusing, came, body) => {
    // Where it holds "ok" in plain letters, the first rule decides.
    const old = came === "" ? "" : refusing;
    const { changes } = compare(
      mappingOf(`success keyword "ok"\n${old}`),
      mappingOf(`success keyword "ok"\n${came}\n${refusing}`),
    );
    expect(changes[0]?.witness.body).toBe(body);
  });

  test("tells what shows in escapes alone behind what shows without", () => {
    const refusing = 'reject json "$.a" exact "ok"\nreject json "$.b" exact "fine"';
    const { changes } = compare(
      mappingOf('success keyword "ok"'),
      mappingOf(`success keyword "ok"\n${refusing}`),
    );
    expect(changes.map(({ after, witness }) => [after, witness.body])).toEqual([
      [2, '{"b":"fine"}'],
      [1, '{"a":"\\u006fk"}'],
    ]);
  });

  test("tells it also behind what touches no sale, since it hardly ever comes", () => {
    const { changes } = compare(
      mappingOf('success json "$.a" exact "ok"\nreject keyword "no" as One'),
      mappingOf('success keyword "ok"\nreject keyword "no" as Two'),
    );
    const told = changes.map(({ money, witness: { body } }) => [money, `${body}`.includes("\\u")]);
    expect(told.slice(-3)).toEqual([
      ["none", false],
      ["success-lost", true],
      ["success-lost", true],
    ]);
  });

  test("takes letters that systems do write so for what comes", () => {
    const { changes } = compare(
      mappingOf('reject keyword "ung\\\\u00fcltig"\nreject keyword "no" as One'),
      mappingOf('success keyword "ung\\\\u00fcltig"\nreject keyword "no" as Two'),
    );
    expect(changes[0]).toMatchObject({ money: "success-gained", before: 0, after: 0 });
  });

  test("ends soon where all of very many rules are others", () => {
    const rules = (outcome: string): string =>
      Array.from({ length: 4_000 }, (_, n) => `${outcome} exact "E${n}" as "Reason ${n}"`).join("\n");
    const { changes, undecided } = compare(mappingOf(rules("reject")), mappingOf(rules("error")));
    expect(changes.length).toBeGreaterThan(10);
    expect(undecided.map(({ before, after }) => [before, after])).toEqual([[null, null]]);
  });

  test("tells ten groups of one rule, and how many are left", () => {
    const rejects = Array.from({ length: 15 }, (_, n) => `reject keyword "reason ${n}" as "Reason ${n}"`);
    const before = mappingOf(rejects.join("\n"));
    const after = mappingOf(['success keyword "sold"', ...rejects].join("\n"));
    const { changes, unlisted, unlistedSales, undecided } = compare(before, after);
    expect(undecided).toEqual([]);
    expect(changes.every(({ after: now, money }) => now === 0 && money === "success-gained")).toBe(true);
    expect([changes.length, unlisted, unlistedSales]).toEqual([10, 6, 6]);
    const all = compare(before, after, { all: true });
    // What holds "reason 10" to "reason 14" the rule for "reason 1" decided before.
    expect([all.changes.length, all.unlisted, all.unlistedSales, all.undecided]).toEqual([11, 0, 0, []]);
  });

  test("tells sales of a rule before the ten groups are full, and counts no others as such", () => {
    const rejects = Array.from({ length: 15 }, (_, n) => `reject keyword "reason ${n}" as "Reason ${n}"`);
    const sold = [...rejects, 'success keyword "sold"'];
    const { changes, unlisted, unlistedSales } = compare(
      mappingOf(sold.join("\n")),
      mappingOf(['reject keyword "no"', ...sold].join("\n")),
    );
    expect(changes[0]).toMatchObject({ money: "success-lost", before: 15, after: 0 });
    expect([changes.length, unlisted, unlistedSales]).toEqual([10, 7, 0]);
  });

  test("tells each rule that came, though they give one verdict, and that of one label before more of another", () => {
    const sold = 'success keyword "sold" as A\nreject keyword "sol"';
    const { changes } = compare(
      mappingOf(sold),
      mappingOf(
        'reject keyword "sold" and keyword "test"\nsuccess keyword "sold" and keyword "lead" as B\nreject keyword "sol"',
      ),
    );
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      [0, 0],
      [0, 2],
      [0, 1],
    ]);
    const tests = Array.from(
      { length: 15 },
      (_, n) => `reject keyword "sold" and keyword "test ${n}" as Test`,
    );
    const { changes: told, unlisted } = compare(
      mappingOf('success keyword "sold" as A'),
      mappingOf([...tests, 'error keyword "sold" and keyword "late"', 'reject keyword "sol"'].join("\n")),
    );
    const ofSold = told.filter(({ before }) => before === 0);
    expect(ofSold.map(({ verdictAfter: { outcome, label } }) => label ?? outcome)).toEqual([
      ...Array.from({ length: 8 }, () => "Test"),
      "error",
      "reject",
    ]);
    expect(unlisted).toBe(7);
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
    expect(compare(before, twice)).toEqual(NO_CHANGE);
    expect(compare(twice, before)).toEqual(NO_CHANGE);
  });
});
