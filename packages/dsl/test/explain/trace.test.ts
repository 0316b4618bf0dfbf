import { explain, type Mapping, type RuleTrace, type Trace } from "@responses/dsl";
import { foldText, Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: the interpreter's answers to single rules and tests are the referee.
import { ruleHolds, testHolds } from "../../src/matching/interpret.js";
import { interpreterOf } from "../support/interpreter.js";

const USUAL = 300;
const MAPPINGS = runs(USUAL);

/* A trace says what the matcher does, and the places that it names hold what it says. */

test("a trace agrees with the matcher and the interpreter, rule by rule and test by test", () => {
  let found = 0;
  fc.assert(
    fc.property(mappingText, seed, (text, start) => {
      const mapping = mappingOf(text);
      const matcher = interpreterOf(mapping);
      const random = new Random(start);
      const draw = responsesFor(mapping);
      for (let count = 0; count < 25; count++) {
        const response = draw(random);
        const subject = new Subject(response);
        const trace = explain(mapping, response);
        expect({ verdict: trace.verdict, rule: trace.decidedBy }).toEqual(matcher.decide(response));
        expect(whichHold(trace, mapping)).toEqual(
          mapping.rules.map(({ model }) => ruleHolds(model, subject)),
        );
        for (const rule of trace.rules) found += checkRule(rule, trace, subject);
        for (const { name, text: part, start: from, end } of trace.captures) {
          expect(Object.hasOwn(trace.verdict.captures, name) && trace.verdict.captures[name]).toBe(part);
          expect(from >= 0 && from <= end && end <= trace.body.length).toBe(true);
        }
      }
    }),
    randomRuns(MAPPINGS),
  );
  // Were there no texts in the bodies, nothing would have been tested.
  if (MAPPINGS > 1) expect(found).toBeGreaterThan(MAPPINGS < USUAL ? 0 : 1000);
});

/** For every rule of the mapping what the trace says of it. */
function whichHold({ rules, alsoHolding }: Trace, mapping: Mapping): readonly boolean[] {
  return mapping.rules.map((rule, index) => rules[index]?.holds ?? alsoHolding.includes(rule));
}

/** Gives how many places of texts were looked at. */
function checkRule({ rule, holds, tests }: RuleTrace, { body }: Trace, subject: Subject): number {
  let found = 0;
  expect(holds).toBe(tests.every((trace) => trace.holds));
  for (const { test: written, holds: testIsTrue, evidence } of tests) {
    expect(testIsTrue).toBe(testHolds(written, subject));
    if (evidence.kind !== "found") continue;
    found++;
    // What is found is why the test without its `not` holds.
    expect(testIsTrue).toBe(!written.negated);
    const { start, end } = evidence.place;
    expect(start >= 0 && start <= end && end <= body.length).toBe(true);
    if (written.test.kind !== "text") throw new Error("only texts are found");
    const place = foldText(body.slice(start, end));
    const { field, how } = written.test;
    // Escapes and references can write a field's text in another way; elsewhere it stands there as it is.
    const isWritten = field === null || field.kind === "split" || field.kind === "between";
    if (isWritten && how !== "exact") expect(place).toBe(evidence.text.folded);
    else if (isWritten) for (const piece of evidence.text.foldedPieces) expect(place).toContain(piece);
    else if (!/[\\&<%+\r]/.test(place) && how !== "exact") expect(place).toContain(evidence.text.folded);
  }
  if (tests.length > 0) expect(tests.at(-1)?.holds ?? false).toBe(holds);
  expect(rule.model.condition.kind === "otherwise" ? tests.length : 0).toBe(0);
  return found;
}
