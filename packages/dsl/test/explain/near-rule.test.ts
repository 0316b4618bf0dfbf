import { link, noOtherFiles, parse } from "@responses/dsl";
import {
  analyseAtOnce,
  type ExampleRun,
  nearExampleForRule,
  nearMissAsHeading,
  nearMissInWords,
  nearRuleAboveDeciding,
  nearRuleAmong,
  nearRuleForExample,
  Subject,
} from "@responses/dsl/editor";
import { expect, test } from "vitest";

function run(text: string): ExampleRun {
  const { run: examples } = analyseAtOnce(link(parse("near.responses", text), noOtherFiles));
  if (examples === null) throw new Error("the mapping is refused");
  return examples;
}

/** A rule of each verdict that nearly holds stands above the deciding one, and one below it. */
const ABOVE = `reject keyword "no  demand" as "No Demand"
success keyword "demand"
`;
const BELOW = `success keyword "demand"
reject keyword "no demnd" as "No Demand"
`;
const FAILING = "example 'There is no demand' is reject\n";

function nearFor(text: string): readonly [above: number | null, anywhere: number | null] {
  const examples = run(text);
  const { rules } = examples.mapping;
  const [result] = examples.results;
  if (result === undefined) throw new Error("no example");
  const placeOf = (near: ReturnType<typeof nearRuleForExample>) =>
    near === null ? null : rules.indexOf(near.rule);
  return [
    placeOf(nearRuleAboveDeciding(result, examples.mapping)),
    placeOf(nearRuleForExample(result, examples)),
  ];
}

test.each<[string, string, readonly [number | null, number | null]]>([
  ["a rule above the deciding one", ABOVE + FAILING, [0, 0]],
  ["a rule below it, which would have to move up first", BELOW + FAILING, [null, 1]],
  ["none that gives another verdict", ABOVE + FAILING.replace("reject", "error"), [null, null]],
  ["none that gives another label", ABOVE + FAILING.replace("reject", 'reject "Full"'), [null, null]],
  ["none for an example that passes", `${ABOVE}example 'In demand' is success\n`, [null, null]],
  ["none where no verdict is expected", ABOVE + FAILING.replace("reject", "unmapped"), [null, null]],
])("near a failing example is %s", (_, text, expected) => expect(nearFor(text)).toEqual(expected));

test("near a rule is the first example that should get its verdict, then any that gets none", () => {
  const near = (text: string) => {
    const examples = run(text);
    const [rule] = examples.mapping.rules;
    if (rule === undefined) throw new Error("no rule");
    return nearExampleForRule(rule, examples)?.result.example.model.body ?? null;
  };
  const rule = 'reject keyword "no  demand"\n';
  const unmapped = "example 'no demand, says somebody' is unmapped\n";
  expect(near(`${rule}${unmapped}example 'No demand' is reject\n`)).toBe("No demand");
  expect(near(rule + unmapped)).toBe("no demand, says somebody");
  expect(near(`${rule}success keyword "demand"\nexample 'no demand' is success\n`)).toBeNull();
});

test("near a response is the first of the rules that it misses by little", () => {
  const { rules } = run(`${BELOW}reject word "demandd" as Twice\n`).mapping;
  const subject = new Subject({ body: "there is no demd" });
  const near = nearRuleAmong(rules.slice(1), subject);
  expect(near?.rule).toBe(rules[1]);
  expect(near === null ? null : nearMissInWords(near.miss, subject.body)).toBe(
    'the body has "no demd", not "no demnd"',
  );
  expect(near === null ? null : nearMissAsHeading(near.miss)).toBe("only one character differs: ");
});
