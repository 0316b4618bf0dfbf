import type { Mapping, Response } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, mappingTextOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { firstSeed, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledModule, loadCompiled, loadSharing } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * Every response gets the same verdict from the interpreter and from the compiled module, with the body as text and as
 * bytes; also from modules that all share one runtime.
 */
const RESPONSES_EACH = 50;
const MAPPINGS = runs(1000);
const LONG_MAPPINGS = runs(10);
const SHARING_MAPPINGS = runs(200);
const SEED = firstSeed(Date.now() & 0x7fffffff);

/** The body in the other form: as bytes if it is text, as text if it is bytes. */
function inOtherForm({ status, body }: Response): Response {
  if (typeof body === "string") return { status, body: new TextEncoder().encode(body) };
  return { status, body: body == null ? "" : new TextDecoder("utf-8", { ignoreBOM: true }).decode(body) };
}

function comparePairs(
  mapping: Mapping,
  start: number,
  load: (mapping: Mapping) => CompiledModule = loadCompiled,
): void {
  const matcher = interpreterOf(mapping);
  const compiled = load(mapping);
  const random = new Random(start);
  const draw = responsesFor(mapping);
  for (let count = 0; count < RESPONSES_EACH; count++) {
    const response = draw(random);
    const { verdict, rule } = matcher.decide(response);
    const other = inOtherForm(response);
    const expected = JSON.stringify(verdict);
    for (const form of [response, other]) {
      const given = JSON.stringify(compiled.match(form));
      // A plain comparison first: an assertion for each of so many pairs would take longer than the rest.
      if (given !== expected) expect({ form, given }).toEqual({ form, given: expected });
      const index = compiled.classify(form.status, form.body);
      const deciding = rule === null ? -1 : mapping.rules.indexOf(rule);
      if (index !== deciding) expect({ form, index }).toEqual({ form, index: deciding });
    }
  }
}

describe(`interpreter and compiled module agree (seed ${SEED})`, () => {
  test(`on ${MAPPINGS * RESPONSES_EACH} pairs of mappings and responses`, () => {
    fc.assert(
      fc.property(mappingText, seed, (text, start) => comparePairs(mappingOf(text), start)),
      { seed: SEED, numRuns: MAPPINGS },
    );
  });

  test("on mappings of so many rules that both divide them", () => {
    const long = mappingTextOf({ minStatements: 260, maxStatements: 420 });
    fc.assert(
      fc.property(long, seed, (text, start) => comparePairs(mappingOf(text), start)),
      { seed: SEED, numRuns: LONG_MAPPINGS },
    );
  });

  test("whichever mappings share the runtime with a module", () => {
    fc.assert(
      fc.property(mappingText, seed, (text, start) => comparePairs(mappingOf(text), start, loadSharing)),
      { seed: SEED, numRuns: SHARING_MAPPINGS },
    );
  });
});
