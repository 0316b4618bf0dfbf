import type { Condition } from "@responses/dsl";
import { foldText, jsonFault, Subject } from "@responses/dsl/editor";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: responses are made up for witnesses alone, which show one of many.
import { statusFor } from "../../src/analysis/witnesses/status-for.js";
import { unrelatedBody } from "../../src/analysis/witnesses/unrelated-body.js";
import { testHolds } from "../../src/matching/interpret.js";
import { xmlFault } from "../../src/runtime/xml-field.js";

/* The responses that are made up for a rule, on random rules. */

function eachCondition(checkOne: (condition: Condition) => void): void {
  fc.assert(
    fc.property(mappingText, (text) => {
      for (const { model } of mappingOf(text).rules) checkOne(model.condition);
    }),
    randomRuns(300),
  );
}

test("the made-up body holds none of the rule's texts and cannot be read", () => {
  eachCondition((condition) => {
    const body = unrelatedBody(condition);
    if (body === null) throw new Error("there always is a letter left");
    expect(jsonFault(body) !== null && xmlFault(body) !== null).toBe(true);
    for (const { test: written } of condition.kind === "tests" ? condition.tests : []) {
      if (written.kind !== "text") continue;
      const pieces = written.texts
        .flatMap(({ foldedPieces }) => foldedPieces)
        .filter((piece) => piece !== "");
      for (const piece of pieces) expect(foldText(body)).not.toContain(piece);
    }
  });
});

test("the made-up status passes the rule's tests, and there is one if any status does", () => {
  const statuses = [null, ...Array.from({ length: 700 }, (_, status) => status)];
  const subjects = new Map(statuses.map((status) => [status, new Subject({ status })]));
  eachCondition((condition) => {
    const tests =
      condition.kind === "tests" ? condition.tests.filter(({ test: { kind } }) => kind === "status") : [];
    const passes = (status: number | null) => {
      const subject = subjects.get(status);
      return subject !== undefined && tests.every((one) => testHolds(one, subject));
    };
    const status = statusFor(condition);
    if (status !== undefined) expect(passes(status)).toBe(true);
    else expect(statuses.filter(passes)).toEqual([]);
  });
});
