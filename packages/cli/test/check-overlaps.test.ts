import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

describe("what is certain of rules", () => {
  const OVERLAPPING =
    'success json "$.ok" exact "true"\nreject keyword "late" as Late\nreject json "$.ok" exact "false" as No\nexample \'{"ok":true}\' is success\nexample "too late" is reject Late\nexample \'{"ok":false}\' is reject No\n';
  const UNDECIDED =
    'success json "$.n" above 5 and json "$.n" below 6 and json "$.n" exact "7*"\nreject json "$.m" exact "x" as X\nexample \'{"m":"x"}\' is reject X\n';

  const DECIDED = 'success exact "lead sold"\nexample "lead sold" is success\n';

  test("--all-overlaps lists the pairs of rules that hold for one response, each with one", async () => {
    const cwd = folderWith({ "a.responses": OVERLAPPING });
    const { stdout, exitCode } = await run(["check", "--all-overlaps", "a.responses"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      [
        "a.responses 2 pairs of rules of different verdicts can hold for one response",
        "  a.responses:1:9 success, a.responses:2:8 reject Late",
        '    for example \'{"ok":true,"message":"late"}\'',
        "  a.responses:2:8 reject Late, a.responses:3:8 reject No",
      ].join("\n"),
    );
    const json = await run(["check", "--all-overlaps", "--format", "json", "a.responses"], { cwd });
    const { overlaps, undecided } = JSON.parse(json.stdout);
    expect(undecided).toBeUndefined();
    expect(overlaps).toMatchObject([
      {
        file: "a.responses",
        pairs: [
          {
            upper: { file: "a.responses", line: 1, column: 9, endLine: 1, endColumn: 33 },
            lower: { line: 2 },
            witness: { status: null, body: '{"ok":true,"message":"late"}' },
            upperVerdict: "success",
            lowerVerdict: "reject Late",
          },
          { upper: { line: 2 }, lower: { line: 3 } },
        ],
        undecided: [],
        left: 0,
      },
    ]);
  });

  test("of a rule that decides an example it is known that it can, and the last line says how to see the others", async () => {
    const rule = `reject json "$.c" exact "G*" and json "$.c" split "G" part 2 above 0 and json "$.c" split "G" part 2 below 100 as Far
`;
    const cwd = folderWith({
      "open.responses": rule,
      "shown.responses": `${rule}example '{"c":"G07"}' is reject Far\n`,
    });
    const open = await run(["check", "open.responses"], { cwd });
    expect(open.stdout).toContain("; 1 question about rules not decided (--verbose says which); exit code 0");
    const shown = await run(["check", "--verbose", "shown.responses"], { cwd });
    expect(shown.stdout).toContain("for every rule it is known whether it can ever decide");
    expect(shown.stdout).not.toContain("not decided");
  });

  test("--verbose tells of which rules it is not decided, and why", async () => {
    const cwd = folderWith({ "a.responses": UNDECIDED, "b.responses": DECIDED });
    const { stdout } = await run(["check", "--verbose", "a.responses"], { cwd });
    expect(stdout).toContain(
      "a.responses:1:9 not decided\n  it is not known whether this rule can ever decide: only a number with an exponent",
    );
    const clean = await run(["check", "--verbose", "b.responses"], { cwd });
    expect(clean.stdout).toContain("for every rule it is known whether it can ever decide");
    const json = await run(["check", "--verbose", "--format", "json", "a.responses"], { cwd });
    const { overlaps, undecided } = JSON.parse(json.stdout);
    expect(overlaps).toBeUndefined();
    expect(undecided).toMatchObject([{ file: "a.responses", line: 1, column: 9, question: "reach" }]);
    const both = await run(["check", "--all-overlaps", "a.responses"], { cwd });
    expect(both.stdout).toContain(
      "a.responses:1:9, a.responses:2:8 not decided: only a number with an exponent",
    );
  });

  test("--verbose tells of which rules the order was not gone into, once a file has taken all its steps", async () => {
    const count = 60;
    const successes = Array.from({ length: count }, (_, index) => `success keyword "sold${index}x"\n`);
    const refusals = Array.from(
      { length: 20 },
      (_, index) => `reject json "$.reason${index}" exact "no" as "Reason ${index}"\n`,
    );
    const cwd = folderWith({ "a.responses": [...successes, ...refusals].join("") });
    const { stdout } = await run(["check", "--verbose", "a.responses"], { cwd });
    const lines = stdout.split("\n");
    expect(lines).toContain("for every rule it is known whether it can ever decide");
    const told = lines
      .flatMap((line) => /^a\.responses:(\d+):9 not decided$/.exec(line)?.[1] ?? [])
      .map(Number);
    // The search goes from above: the first rules are done, and from one on the others are left.
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(count);
    expect(told).toEqual(Array.from({ length: told.length }, (_, index) => count - told.length + 1 + index));
    expect(lines[lines.indexOf(`a.responses:${count}:9 not decided`) + 1]).toBe(
      "  not every rule below was compared with this success rule, which may take responses that they are meant for: the rules above it used up the 3,000,000 steps that a file may take",
    );
    const json = await run(["check", "--verbose", "--format", "json", "a.responses"], { cwd });
    const { undecided } = JSON.parse(json.stdout);
    expect(undecided).toHaveLength(told.length);
    expect(undecided[0]).toMatchObject({ line: told[0], column: 9, question: "order" });
  });

  test("--verbose tells the same of refusals that were not held against a success above", async () => {
    const refusals = Array.from(
      { length: 800 },
      (_, index) => `reject json "$[*].status" exact "no ${index}" as "Reason ${index}"\n`,
    );
    const cwd = folderWith({
      "a.responses": ['success json "$[*].status" exact "sent"\n', ...refusals].join(""),
    });
    const { stdout } = await run(["check", "--verbose", "a.responses"], { cwd });
    expect(stdout).toContain(
      "a.responses:801:8 not decided\n  not every success rule above was compared with this rule, and one may take responses that it is meant for: the rules above it used up the 3,000,000 steps that a file may take\n",
    );
    expect(stdout).not.toContain("a.responses:2:8 not decided");
  });
});
