import { check, type Linked, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { analyse, analyseAtOnce, type ExampleRun, nearRuleForExample } from "@responses/dsl/editor";
import { finish } from "@responses/testing/finish";
import { describe, expect, test } from "vitest";

/* What would be a product of rules or captures and examples is cut: these are the bounds, and what is said within and beyond them. */

const linked = (text: string): Linked => link(parse("bounds.responses", text), noOtherFiles);

function runOf(text: string): ExampleRun {
  const { run } = analyseAtOnce(linked(text));
  if (run === null) throw new Error("the mapping is refused");
  return run;
}

function firstResult({ results: [result] }: ExampleRun) {
  if (result === undefined) throw new Error("no example");
  return result;
}

const repeated = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join("");

describe("of the rules that hold for an example the first 100 are known", () => {
  const example = "example 200 'all of them' is error l0\n";
  const rules = (count: number) => repeated(count, (index) => `error keyword "them" as l${index}\n`);

  test.each([
    [99, 99],
    [100, 100],
    [101, 100],
    [250, 100],
  ])("of %i %i", (count, known) => {
    const run = runOf(rules(count) + example);
    const result = firstResult(run);
    expect(run.rulesFor(result.example)).toEqual(run.mapping.rules.slice(0, known));
    expect(result.decidedBy).toBe(run.mapping.rules[0]);
    expect(result.difference).toBeNull();
  });

  test("of rules that are equal, too", () => {
    const run = runOf(repeated(250, () => 'error keyword "them" as l0\n') + example);
    expect(run.rulesFor(firstResult(run).example)).toEqual(run.mapping.rules.slice(0, 100));
  });

  test.each<[string, string, string]>([
    ["one that goes", rules(150), rules(150).slice(rules(1).length)],
    ["one that comes", rules(150), `error keyword "of" as l0\n${rules(150)}`],
    ["the last ones that were known going", rules(150), rules(150).replaceAll(/^.* l9\d\n/gm, "")],
    ["none that is known", rules(150), `${rules(150)}error keyword "of"\n`],
  ])("are those that a fresh start knows after an edit: %s", (_, before, after) => {
    const first = finish(analyse(linked(before + example), null));
    const { run } = finish(analyse(linked(after + example), first));
    const afresh = runOf(after + example);
    const known = run?.rulesFor(firstResult(run).example).map(({ statement }) => statement.start);
    expect(known).toEqual(
      afresh.rulesFor(firstResult(afresh).example).map(({ statement }) => statement.start),
    );
    expect(known).toHaveLength(100);
  });
});

describe("the first 5,000 rules are looked at for one that nearly gives a failing example its verdict", () => {
  const textWithNearRuleAt = (place: number) =>
    `${repeated(place, (index) => `error keyword "x${index}x"\n`)}reject keyword "no demnd"\nexample 'no demand' is reject\n`;

  test.each([
    [4_999, true],
    [5_000, false],
  ])("behind %i rules: %s", (place, isFound) => {
    const run = runOf(textWithNearRuleAt(place));
    const near = nearRuleForExample(firstResult(run), run);
    expect(near?.rule ?? null).toBe(isFound ? run.mapping.rules[place] : null);
  });
});

describe("one change states 50 captures in an example at most", () => {
  const captures = (count: number) =>
    repeated(count, (index) => `capture c${index} from json "$.k${index}"\n`);
  const body = (count: number) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, `v${index}`])),
    );

  test.each([
    [2, 2],
    [50, 50],
    [51, 1],
    [200, 1],
  ])("of %i captures the fix of each states %i", (count, stated) => {
    const mapping = linked(`success status 200\n${captures(count)}example 200 '${body(count)}' is success\n`);
    if (mapping.kind === "refused") throw new Error(mapping.findings.map(messageOf).join("\n"));
    const unchecked = check(mapping).filter(({ name }) => name === "unchecked-capture");
    expect(unchecked).toHaveLength(count);
    for (const { fixes } of unchecked) {
      expect(fixes).toHaveLength(1);
      const written = fixes[0]?.edits.map(({ newText }) => newText).join("") ?? "";
      expect(written.match(/"v\d+"|\bv\d+/g)).toHaveLength(stated);
    }
  });
});
