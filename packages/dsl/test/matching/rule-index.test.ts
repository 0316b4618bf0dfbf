import type { Mapping, Response, Rule } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingTextOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: the index may only make matching quicker, which no verdict shows; the interpreter is the referee.
import { ruleHolds } from "../../src/matching/interpret.js";
import { createRuleIndex, type RuleIndex } from "../../src/matching/rule-index.js";
import { interpreterOf } from "../support/interpreter.js";

/* An index may leave out only rules that do not hold: with it, every response meets the same rules as without. */

const indexes = new WeakMap<Mapping, RuleIndex<Rule>>();

/** The index of a mapping's rules, made once. */
function indexOf(mapping: Mapping): RuleIndex<Rule> {
  const index = indexes.get(mapping) ?? createRuleIndex(mapping.rules);
  indexes.set(mapping, index);
  return index;
}

/** What the index leaves out wrongly; nothing if it is right. */
function disagreements(mapping: Mapping, response: Response): unknown {
  const subject = new Subject(response);
  const holding = mapping.rules.filter(({ model }) => ruleHolds(model, subject));
  const candidates = Array.from(indexOf(mapping).candidates(subject));
  const found = candidates.filter(({ model }) => ruleHolds(model, subject));
  const same = found.length === holding.length && found.every((rule, index) => rule === holding[index]);
  return same ? null : { response, missing: holding.filter((rule) => !found.includes(rule)) };
}

/** Rules of every kind that the index knows, each with a word of its own. */
const KINDS: readonly ((word: string) => string)[] = [
  (word) => `keyword "${word}"`,
  (word) => `word "${word}", "${word}s"`,
  (word) => `exact "*${word}*end"`,
  (word) => `json "$.code" exact "${word}"`,
  (word) => `json "$['${word}']" exact "yes"`,
  (word) => `json "$.n${word}" above 0`,
  (word) => `json "$.n${word}" exact "*"`,
  (word) => `xml "//${word}" exact "yes"`,
  (word) => `xml "//@${word}" below 0`,
  (word) => `split "${word}" part 2 keyword "yes"`,
  (word) => `split "${word}" part 1 exact "yes"`,
  (word) => `keyword "error" and json "$.code" exact "${word}"`,
  (word) => `status 400 and keyword "common ground of all these texts, and then ${word}"`,
  (word) => `not keyword "yes" and keyword "${word}"`,
];

/** Bodies for each kind; the last is one whose names are written in escapes. */
const BODIES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word}s`,
  (word) => `x ${word} x end`,
  (word) => `{"code":"${word}"}`,
  (word) => `{"${word}":"yes"}`,
  (word) => `{"n${word}":12}`,
  (word) => `{"n${word}":""}`,
  (word) => `<r><${word}>yes</${word}></r>`,
  (word) => `<r ${word}="-1"/>`,
  (word) => `no${word}yes`,
  (word) => `yes${word}no`,
  (word) => `{"code":"${word}","state":"error"}`,
  (word) => `common ground of all these texts, and then ${word}`,
  (word) => `{"\\u0077${word.slice(1)}":"yes"}`,
];

describe("the index of rules", () => {
  const words = Array.from({ length: 40 }, (_, index) => `w${index.toString(36)}`);
  const rules = KINDS.flatMap((kind) => words.map((word) => `reject ${kind(word)} as L`));
  const mapping = mappingOf(rules.join("\n"));

  test.each(BODIES.map((body) => body("w1")))("finds the rules for %s", (body) => {
    for (const word of words) {
      const response = { status: 400, body: body.replaceAll("w1", word) };
      expect(disagreements(mapping, response)).toBeNull();
      expect(interpreterOf(mapping).decide(response).rule).not.toBeNull();
    }
  });

  test("leaves out nearly all others", () => {
    const index = createRuleIndex(mapping.rules);
    for (const [number, body] of BODIES.entries()) {
      const tried = Array.from(index.candidates(new Subject({ status: 400, body: body("wx") })));
      // A body with an escape in it may hold any name of JSON, and every body has a part 1.
      const most = number === BODIES.length - 1 ? 200 : 50;
      expect(tried.length).toBeLessThan(most);
    }
  });

  test("takes texts that differ only far behind their beginning one by one", () => {
    const beginning = '{"state":"refused","why":{"kind":"validation","text":"the field number ';
    const many = Array.from({ length: 200 }, (_, number) => `reject keyword '${beginning}${number} '`);
    const index = createRuleIndex(mappingOf(many.join("\n")).rules);
    const tried = Array.from(index.candidates(new Subject({ body: `${beginning}17 is wrong"}}` })));
    expect(tried.map(({ statement }) => statement.syntax.text)).toEqual(
      [many[17]].map((rule) => `${rule}\n`),
    );
  });

  describe("of numbers between limits", () => {
    /** Limits of rules of every kind, many of them at the same places and some the wrong way round. */
    const limits = Array.from({ length: 90 }, (_, number) => {
      const [low, high] = [(number * 7) % 40, (number * 11) % 50];
      const field = number % 2 === 0 ? 'json "$.n"' : 'json "$.l[*]"';
      const [above, below] = [`${field} above ${low}`, `${field} below ${high}.50`];
      return [above, below, `${above} and ${below}`, `${above} and ${field} above 3e1`][number % 4];
    });
    const numbers = mappingOf(limits.map((condition) => `reject ${condition} as L`).join("\n"));
    const written = [-1, 0, 7, 7.5, 14, 20.49, 20.5, 20.51, 30, 39, 49.5, 1e30];

    test("meets the same rules as without it", () => {
      for (const one of written) {
        for (const body of [`{"n":${one}}`, `{"n":"$ ${one} "}`, `{"l":[${one}]}`, `{"n":"${one} EUR"}`])
          expect(disagreements(numbers, { body })).toBeNull();
        for (const other of written)
          expect(disagreements(numbers, { body: `{"l":["x",${one},{},${other},15]}` })).toBeNull();
      }
    });

    test("leaves out all others, of one number and of several", () => {
      const rules = Array.from(
        { length: 500 },
        (_, number) => `reject json "$.l[*]" above ${number} and json "$.l[*]" below ${number + 2}`,
      );
      const index = createRuleIndex(mappingOf(rules.join("\n")).rules);
      const triedOn = (list: string) =>
        Array.from(index.candidates(new Subject({ body: `{"l":${list}}` })), ({ statement }) =>
          rules.indexOf(statement.syntax.text.trimEnd()),
        );
      expect(triedOn("[17]")).toEqual([16]);
      expect(triedOn("[17.5]")).toEqual([16, 17]);
      expect(triedOn("[20,17.5,19]")).toEqual([16, 17, 18, 19]);
      expect(triedOn("[-3]")).toEqual([]);
      expect(triedOn('["none"]')).toEqual([]);
    });

    test("looks rules up by their texts where more of them share the numbers", () => {
      const rules = Array.from(
        { length: 200 },
        (_, number) =>
          `reject json "$.n" above ${number} and json "$.n" below 1000 and keyword "w${number}."`,
      );
      const index = createRuleIndex(mappingOf(rules.join("\n")).rules);
      const tried = Array.from(index.candidates(new Subject({ body: '{"n":999,"t":"w7."}' })));
      expect(tried.length).toBeLessThan(20);
    });
  });

  test("finds texts that overlap and repeat, in bodies full of their beginnings", () => {
    const texts = Array.from(
      { length: 80 },
      (_, number) => "ab".repeat(1 + (number % 40)) + (number < 40 ? "" : "c"),
    );
    const overlapping = mappingOf(texts.map((text) => `reject keyword "${text}" as L`).join("\n"));
    for (const body of ["ab".repeat(500), `${"ab".repeat(30)}c`, "ba".repeat(7), "a".repeat(300), "c"]) {
      expect(disagreements(overlapping, { body })).toBeNull();
    }
  });

  test("meets the same rules as without it, on random mappings", () => {
    fc.assert(
      fc.property(mappingTextOf({ minStatements: 90, maxStatements: 160 }), seed, (text, start) => {
        const drawn = mappingOf(text);
        const random = new Random(start);
        const draw = responsesFor(drawn);
        for (let count = 0; count < 60; count++) {
          const disagreement = disagreements(drawn, draw(random));
          if (disagreement !== null) expect(disagreement).toBeNull();
        }
      }),
      randomRuns(100),
    );
  });
});
