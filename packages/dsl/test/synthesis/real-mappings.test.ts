import { link, noOtherFiles, parse } from "@responses/dsl";
import { mappingFiles } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";
// Imports internals: of the bodies that are made a finding shows one, and only after others have been tried.
import { testHolds } from "../../src/matching/interpret.js";
import { Subject } from "../../src/matching/subject.js";
import { describeField } from "../../src/model/field.js";
import type { Test } from "../../src/model/mapping.js";
import { fieldOfTest, testsOf } from "../../src/model/rule-parts.js";
import { bodiesFor } from "../../src/synthesis/bodies-for.js";
import type { WantedBody, WantedField } from "../../src/synthesis/wanted-body.js";

/** The tests of a condition on texts, and what a body needs for them: the first text of each, something for a wildcard. */
function wishOfTests(tests: readonly Test[]): {
  readonly wanted: WantedBody;
  readonly asked: readonly Test[];
} {
  const fields = new Map<string, WantedField>();
  const texts: string[] = [];
  const asked: Test[] = [];
  for (const own of tests) {
    const { test: positive, negated } = own;
    const [text] = positive.kind === "text" ? positive.texts : [];
    if (negated || text === undefined) continue;
    const pieces = positive.kind === "text" && positive.how === "exact" ? text.pieces : [text.text];
    const field = fieldOfTest(positive);
    if (field !== null && fields.has(field.key)) continue;
    asked.push(own);
    if (field === null) texts.push(...pieces.filter((piece) => piece !== ""));
    else
      fields.set(field.key, {
        field: describeField(field),
        picks: [{ kind: "text", text: pieces.join("x").trim() }],
      });
  }
  return { wanted: { fields: [...fields.values()], texts }, asked };
}

test("every rule of a mapping file gets a body for its texts, with and without the file's examples", () => {
  let rules = 0;
  let bodies = 0;
  for (const { name, text } of mappingFiles()) {
    const linked = link(parse(name, text), noOtherFiles);
    // Of rules that nothing meets there are no bodies.
    if (linked.kind !== "mapping" || name.startsWith("checks/impossible-rule/")) continue;
    const shapes = linked.mapping.examples.map(({ model }) => model.body);
    for (const { model } of linked.mapping.rules) {
      const { wanted, asked } = wishOfTests(testsOf(model.condition));
      if (asked.length === 0) continue;
      rules++;
      for (const likeExamples of [shapes, []]) {
        const found = [...bodiesFor(wanted, likeExamples)];
        expect([name, wanted, found.length > 0]).toEqual([name, wanted, true]);
        for (const body of found) {
          const subject = new Subject({ body });
          // What an `exact` asks of the whole body is nobody's wish here.
          const ofFields = asked.filter(({ test: own }) => fieldOfTest(own) !== null);
          const failing = ofFields.filter((own) => !testHolds(own, subject));
          expect([name, body, failing]).toEqual([name, body, []]);
          bodies++;
        }
      }
    }
  }
  expect(rules).toBeGreaterThan(300);
  expect(bodies).toBeGreaterThan(rules * 4);
});
