import type { PositiveTest, Response } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
import { heldVector } from "../../src/exact/interpreted-test.js";
import { foldedTexts, numberedTests } from "../../src/exact/numbered-tests.js";
import { type RuleListBounds, randomRuleList } from "../../src/exact/random-rule-lists.js";
import { truthVectors } from "../../src/exact/truth-vectors.js";
import { Random } from "../../src/random.js";
import { mappingOf } from "../../src/random-mappings.js";
import { firstSeed, runs } from "../../src/random-runs.js";

/*
 * Truth vectors against the interpreter: each vector's response has just that vector, so none is too many; and no response at random has
 * another one, so far as such a search can show that none is missing.
 */

const KINDS: readonly (RuleListBounds & { readonly name: string })[] = [
  { name: "the status and the body", mostRules: 6, mostTests: 3 },
  { name: "a member", mostRules: 4, mostTests: 3, fields: ['json "$.a"'], asksBody: false },
  { name: "a list", mostRules: 3, mostTests: 2, fields: ['json "$.list[*]"'], asksBody: false },
  { name: "two members", mostRules: 2, mostTests: 2, fields: ['json "$.a"', 'json "$.b"'], asksBody: false },
  { name: "a member and the body", mostRules: 2, mostTests: 2, fields: ['json "$.a"'] },
  { name: "XML and the body", mostRules: 2, mostTests: 2, fields: ['xml "//a"'] },
];

describe.each(KINDS)("of tests of $name", (bounds) => {
  test("each vector is real, and there are no others", () => {
    const random = new Random(firstSeed(1));

    for (let run = runs(70); run > 0; run -= 1) {
      const text = randomRuleList(random, bounds);
      const { asked } = numberedTests([mappingOf(text)]);
      const known = truthVectors(asked, 20_000);
      if (known.kind === "too large") throw new Error(`this is too large: ${text}`);
      expect([text, known.areAllReal]).toEqual([text, mustBeReal(asked)]);
      for (const { holds, response } of known.vectors) {
        expect(response !== null).toBe(known.areAllReal);
        if (response !== null) {
          const held = heldVector(asked, new Subject(response));
          expect([text, response, held]).toEqual([text, response, holds]);
        }
      }
      const vectors = new Set(known.vectors.map(({ holds }) => holds));
      const texts = asked.flatMap((one) => foldedTexts(one).flat());
      for (let count = 30; count > 0; count -= 1) {
        const response = randomResponse(random, texts, bounds.fields ?? []);
        const held = heldVector(asked, new Subject(response));
        expect([text, response, vectors.has(held)]).toEqual([text, response, true]);
      }
    }
  });
});

/** With tests of the body beside those of fields, and for fields of whose values too much is supposed, not all need be real. */
function mustBeReal(asked: readonly PositiveTest[]): boolean {
  const fields = asked.flatMap((one) => (one.kind === "status" || one.field === null ? [] : [one.field]));
  const asksBody = asked.some((one) => one.kind === "text" && one.field === null);
  return fields.length === 0 || (!asksBody && fields.every(({ kind }) => kind === "json"));
}

function randomResponse(random: Random, texts: readonly string[], fields: readonly string[]): Response {
  const status = random.pick([null, 99, 100, 199, 200, 204, 205, 299, 300, 404, 599, 600]);
  return { status, body: random.chance(0.8) ? bodyFor(random, texts, fields) : nearText(random, texts) };
}

function bodyFor(random: Random, texts: readonly string[], fields: readonly string[]): string {
  if (fields.some((field) => field.startsWith("xml"))) {
    const escaped = (): string => nearText(random, texts).replaceAll("&", "").replaceAll("<", "");
    return `<r>${random.several(0, 2, () => `<a>${escaped()}</a>`).join("")}</r>`;
  }
  if (fields.length === 0) return nearText(random, texts);
  const members = {
    a: randomValue(random, texts),
    list: random.several(0, 3, () => randomValue(random, texts)),
  };
  return JSON.stringify(random.chance(0.2) ? members : { ...members, b: randomValue(random, texts) });
}

function randomValue(random: Random, texts: readonly string[]): unknown {
  return random.chance(0.3)
    ? random.pick([
        null,
        "",
        [],
        {},
        [1],
        { a: 1 },
        true,
        0,
        0.25,
        0.5,
        1,
        2.5,
        5,
        6,
        -1,
        -2,
        "1.0",
        " 5 ",
        "$ 3",
      ])
    : nearText(random, texts);
}

/** Some of the texts, or pieces of them, one behind the other, with something between them or not. */
function nearText(random: Random, texts: readonly string[]): string {
  return random
    .several(0, 4, () => {
      const text = texts.length === 0 ? "" : random.pick(texts);
      const from = random.chance(0.3) ? random.integer(0, text.length) : 0;
      const to = random.chance(0.3) ? random.integer(from, text.length) : text.length;
      const written = random.chance(0.2) ? text.toUpperCase() : text;
      return random.pick(["", "", "", " ", "\t", "x", "/"]) + written.slice(from, to);
    })
    .join(random.pick(["", "", " ", "é", "·"]));
}
