import type { Mapping, Response } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingTextOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: looking rules up may only make answers quicker, which no answer shows; the interpreter is the referee.
import { ruleHolds } from "../../src/matching/interpret.js";
import { RulesByText } from "../../src/reachability/rules-by-text.js";

function modelsOf({ rules }: Mapping) {
  return rules.map(({ model }) => model);
}

/** What is looked up for the response, and what the interpreter says; null where nothing may be looked up. */
function bothWays(byText: RulesByText, mapping: Mapping, response: Response) {
  const subject = new Subject(response);
  if (byText.canHideTexts(subject.body)) return null;
  const count = mapping.rules.length;
  const holding = modelsOf(mapping).flatMap((model, number) => (ruleHolds(model, subject) ? [number] : []));
  const below = holding.at(-1) ?? count;
  return {
    lookedUp: {
      first: byText.firstHolding(subject, count),
      firstAbove: byText.firstHolding(subject, below),
      all: byText.allHolding(subject, count),
      allAbove: byText.allHolding(subject, below),
    },
    right: {
      first: holding[0] ?? null,
      firstAbove: holding.find((number) => number < below) ?? null,
      all: holding,
      allAbove: holding.filter((number) => number < below),
    },
  };
}

/** Rules of every kind, each with a word of its own, and a body that it holds for. */
const KINDS: readonly (readonly [rule: (word: string) => string, body: (word: string) => string])[] = [
  [(word) => `keyword "${word}"`, (word) => `the ${word.toUpperCase()}!`],
  [(word) => `word "${word}", "${word}s"`, (word) => `${word}s`],
  [(word) => `exact "*${word}*end"`, (word) => `x ${word} x end`],
  [(word) => `json "$.code" exact "${word}"`, (word) => `{"code":"${word}"}`],
  [(word) => `json "$['${word}']" exact "yes"`, (word) => `{"${word}":"Yes"}`],
  [(word) => `json "$.n${word}" above 0`, (word) => `{"n${word}":12}`],
  [(word) => `json "$.n${word}" exact "*"`, (word) => `{"n${word}":""}`],
  [(word) => `xml "//code" exact "${word}"`, (word) => `<r><code> ${word} </code></r>`],
  [(word) => `xml "//@${word}" below 0`, (word) => `<r ${word}="-1"/>`],
  [(word) => `form "code" exact "${word}"`, (word) => `state=1&code=${word}`],
  [(word) => `split "${word}" part 2 keyword "yes"`, (word) => `no${word}yes`],
  [(word) => `json "$.d" json "$.code" exact "${word}"`, (word) => `{"d":{"code":"${word}"}}`],
  [
    (word) => `keyword "error" and json "$.code" exact "${word}"`,
    (word) => `{"code":"${word}","state":"error"}`,
  ],
  [(word) => `not keyword "yes" and keyword "${word}"`, (word) => `no ${word}`],
];

const WORDS = Array.from({ length: 40 }, (_, index) => `w${index.toString(36)}`);

describe("rules that are looked up by the texts of a body", () => {
  const mapping = mappingOf(
    [
      ...KINDS.flatMap(([rule]) => WORDS.map((word) => `reject ${rule(word)}`)),
      'reject json "$.z" empty and not keyword "w"',
    ].join("\n"),
  );
  const byText = new RulesByText(modelsOf(mapping));

  test.each(KINDS.map(([, body]) => body("w1")))("are those that hold for %s", (body) => {
    for (const word of WORDS) {
      const both = bothWays(byText, mapping, { body: body.replaceAll(/w1/gi, word) });
      expect(both?.lookedUp).toEqual(both?.right);
    }
  });

  test.each([
    ["an escape of JSON", '{"\\u0063ode":"w1"}'],
    ["a reference in XML", "<r><code>w&#49;</code></r>"],
    ["a section in XML", "<r><code>w<![CDATA[1]]></code></r>"],
    ["a comment in XML", "<r><code>w<!-- -->1</code></r>"],
    ["an instruction in XML", "<r><code>w<?a?>1</code></r>"],
    ["elements whose texts make one", "<r><code><b>w</b><i>1</i></code></r>"],
    ["a line end in an attribute", '<r a="w\n1"/>'],
    ["a byte of a form", "code=w%31"],
    ["a space of a form", "code=w+1"],
    ["half a character that could be cut off", "w1\u{1f600}"],
  ])("are not looked up where a text can be hidden by %s", (_, body) => {
    expect(byText.canHideTexts(body)).toBe(true);
    expect(new RulesByText(modelsOf(mappingOf('reject keyword "w1"'))).canHideTexts(body)).toBe(false);
  });

  test("are the right ones where texts begin, end and contain one another", () => {
    const texts = Array.from({ length: 80 }, (_, n) => "ab".repeat(1 + (n % 40)) + (n < 40 ? "" : "c"));
    const overlapping = mappingOf(texts.map((text) => `reject keyword "${text}"`).join("\n"));
    const lookedUp = new RulesByText(modelsOf(overlapping));
    for (const body of ["ab".repeat(500), `${"ab".repeat(30)}c`, "ba".repeat(7), "a".repeat(300), "c"]) {
      const both = bothWays(lookedUp, overlapping, { body });
      expect(both?.lookedUp).toEqual(both?.right);
    }
  });

  test("are the right ones for texts that are alike for very long", () => {
    const long = "xy".repeat(2_000);
    const alike = mappingOf(["1", "2", "3"].map((end) => `reject keyword "${long}${end}"`).join("\n"));
    const both = bothWays(new RulesByText(modelsOf(alike)), alike, { body: `${long}2` });
    expect(both?.lookedUp).toEqual(both?.right);
    expect(both?.right.all).toEqual([1]);
  });

  test("are the right ones for numbers between limits of one field", () => {
    const limits = Array.from(
      { length: 100 },
      (_, n) => `json "$.n" above ${n} and json "$.n" below ${n + 3}${n % 3 === 0 ? ".5" : ""}`,
    );
    const between = mappingOf(limits.map((limit) => `reject ${limit}`).join("\n"));
    const lookedUp = new RulesByText(modelsOf(between));
    for (const number of [-1, 0, 1, 2.25, 3, 3.5, 50, 77.7, 102, 102.4, 103, 1e9]) {
      const both = bothWays(lookedUp, between, { body: `{"n":${number}}` });
      expect(both?.lookedUp).toEqual(both?.right);
    }
  });

  test("are those that hold, on random mappings", () => {
    let lookedUp = 0;
    fc.assert(
      fc.property(mappingTextOf({ minStatements: 20, maxStatements: 80 }), seed, (text, start) => {
        const drawn = mappingOf(text);
        const rules = new RulesByText(modelsOf(drawn));
        const random = new Random(start);
        const draw = responsesFor(drawn);
        for (let count = 0; count < 40; count++) {
          const response = draw(random);
          const both = bothWays(rules, drawn, response);
          if (both === null) continue;
          lookedUp++;
          expect(both.lookedUp, JSON.stringify(response)).toEqual(both.right);
        }
      }),
      randomRuns(150),
    );
    expect(lookedUp).toBeGreaterThan(runs(150) * 4);
  });
});
