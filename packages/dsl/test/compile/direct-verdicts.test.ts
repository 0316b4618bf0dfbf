import type { Mapping, Response } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compiled, loadCompiled, loadWithoutWasm } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * Modules whose rules ask about no field decide directly, and read a body's fields only for the verdict: captures and labels are the
 * interpreter's, with and without WebAssembly.
 */

const MORE = mappingOf(`error keyword "sold out" as json "$.a"
capture a from json "$.a"
capture b from json "$.a" form "b" for error
capture c from form "c" split "\u00e9" part 2
`);

/** The mapping with more captures and one rule more, and without the rules that ask for anything but a text of the body or a status. */
function directRules(mapping: Mapping): Mapping {
  const rules = mapping.rules.filter(({ model: { condition } }) => {
    if (condition.kind === "otherwise") return false;
    const [first, ...others] = condition.tests;
    if (first === undefined || first.negated || others.length > 0) return false;
    const { test } = first;
    return test.kind === "status" || (test.kind === "text" && test.field === null && test.how !== "exact");
  });
  return { ...mapping, rules: [...rules, ...MORE.rules], captures: [...mapping.captures, ...MORE.captures] };
}

function asBytes({ status, body }: Response): Response {
  return { status, body: typeof body === "string" ? new TextEncoder().encode(body) : body };
}

test("modules that decide directly give the interpreter's captures and labels", () => {
  fc.assert(
    fc.property(mappingText, seed, (text, start) => {
      const mapping = directRules(mappingOf(text));
      const { code } = compiled(mapping, { format: "cjs", source: "mapping.responses" });
      // A text that no search can look for is asked by itself.
      fc.pre(!code.includes("decideBy("));
      const interpreter = interpreterOf(mapping);
      const modules = [loadCompiled(mapping), loadWithoutWasm(mapping)];
      const random = new Random(start);
      const draw = responsesFor(mapping);
      for (let count = 0; count < 20; count++) {
        const response = draw(random);
        const expected = JSON.stringify(interpreter.decide(response).verdict);
        for (const { match } of modules) {
          for (const form of [response, asBytes(response)]) {
            const given = JSON.stringify(match(form));
            if (given !== expected) expect({ text, form, given }).toEqual({ text, form, given: expected });
          }
        }
      }
    }),
    randomRuns(60),
  );
});
