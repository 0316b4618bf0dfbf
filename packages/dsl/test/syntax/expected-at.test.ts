import { type CodePlace, type Expectation, expectedAt, isSpecialWord, lex } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: the parser is the referee of what may follow, and no file shows where it would have gone on.
import { cutStatements } from "../../src/syntax/statement-cutter.js";
import { parseStatementTokens } from "../../src/syntax/statement-parser.js";

/** The place of ‸ in a statement's text. */
function placeAt(marked: string): CodePlace {
  const place = expectedAt(marked.replace("‸", ""), marked.indexOf("‸"));
  if (place.kind !== "code") throw new Error("this is a comment");
  return place;
}

function nameOf(expectation: Expectation): string {
  switch (expectation.kind) {
    case "word":
      return expectation.word;
    case "part":
      return `<${expectation.role}>`;
    case "mark":
      return expectation.mark;
  }
}

const expectedIn = (marked: string) => placeAt(marked).expectations.map(nameOf).join(" ");

/** The words that begin a field, a question about a text and a condition. */
const FIELD = "json xml form split between";
const TEXT_TEST = "keyword word exact";
const CONDITION = `otherwise not status ${FIELD} ${TEXT_TEST}`;

describe("what the grammar allows", () => {
  test.each([
    ["system ‸", "<system name>"],
    ["include ‸", "<include path>"],
    ["success ‸", CONDITION],
    ["success not ‸", `status ${FIELD} ${TEXT_TEST}`],
    ["success status ‸", "<status>"],
    ["success status 200.. ‸", "<range end>"],
    ["success status 200 ‸", ".. , and as"],
    ["success json ‸", "<json path>"],
    ['success json "$" ‸', `${FIELD} ${TEXT_TEST} above below empty`],
    ['success json "$" form ‸', "<form name>"],
    ['success json "$" form "a" ‸', `${FIELD} ${TEXT_TEST} above below empty`],
    ['success between "a" ‸', "and"],
    ['success between "a" and ‸', "last <end marker> end"],
    ['success between "a" and last ‸', "<end marker>"],
    ['success between "a" and "b" ‸', `, ${FIELD} ${TEXT_TEST} above below empty`],
    ['success between "a" and end, ‸', "<end marker> end"],
    ['success json "$" above ‸', "<limit>"],
    ['success xml "/a" exact ‸', "<searched text>"],
    ['success split "|" ‸', "part"],
    ['success split "|" part ‸', "<part>"],
    ['success split ‸ part 2 exact "0"', "<separator>"],
    ['reject keyword "a", ‸', "<searched text>"],
    ['reject keyword "a" ‸', ", and as"],
    ['reject keyword "a" as ‸', `${FIELD} <label>`],
    ['reject keyword "a" as json ‸', "<json path>"],
    ['reject keyword "a" as json "$" ‸', `${FIELD} or`],
    ['reject keyword "a" as json "$" or ‸', "<fallback label>"],
    ["capture ‸", "<capture name>"],
    ["capture price ‸", "from"],
    ["capture price from ‸", FIELD],
    ["capture price from between ‸", "<start marker>"],
    ['capture price from between "a" ‸', "and"],
    ['capture price from between "a" and ‸', "last <end marker> end"],
    ['capture price from json "$" ‸', `${FIELD} for`],
    ['capture price from json "$" for ‸', "success reject error"],
    ['capture price from json "$" for success ‸', ","],
    ['capture price from json "$" for success, ‸', "success reject error"],
    ["example ‸", "<example name> <example status> <example body>"],
    ["example 200 ‸", "<example status> <example body>"],
    ['example 200 "a" ‸', "is"],
    ['example "a" ‸', "<example status> <example body> is"],
    ['example 200 "a" is ‸', "unmapped success reject error"],
    ['example 200 "a" is reject ‸', "<verdict label> with"],
    ['example 200 "a" is reject with ‸', "<expected name>"],
    ['example 200 "a" is reject with with ‸', "<expected value>"],
    ['example 200 "a" is reject with price ‸', "<expected value>"],
    ['example 200 "a" is reject with price "1", ‸', "<expected name>"],
    ['example 200 "a" is unmapped ‸', ""],
  ])("%s", (marked, expected) => expect(expectedIn(marked)).toBe(expected));

  test.each([
    ["behind a line end a label can no longer follow as", 'reject keyword "a" as\n  ‸', FIELD],
    ["nor can an example's label follow its outcome", 'example 200 "a" is reject\n  ‸', "with"],
    ["a word that is being written is left aside", "success js‸", CONDITION],
    ["what stands behind is left aside", 'success ‸ exact "a" as', CONDITION],
    ["inside a text its role is expected", 'success json "$.re‸sult" exact "ok"', "<json path>"],
    ["also while it is open", 'success json "$.a" exact "o‸ as Sold', "<searched text>"],
    ["a path without quotes is one", "success json $.a.b‸", "<json path>"],
    ["a mark is no word", 'reject keyword "a",‸', "<searched text>"],
    ["words that leave the grammar are passed over", 'reject jsn "$.a" exact ‸', "<searched text>"],
    ["… up to the last word from which on it makes sense", 'reject if body has "a" as ‸', `${FIELD} <label>`],
    ["… in captures", "capture the price from ‸", FIELD],
    ["… in examples", "example 200 {not quoted} is ‸", "unmapped success reject error"],
    ["where nothing makes sense nothing is expected", "system ??? ‸", ""],
    ["before the first word of a statement nothing but its beginning is expected", "‸", ""],
  ])("%s", (_, marked, expected) => expect(expectedIn(marked)).toBe(expected));
});

describe("what stands in the place", () => {
  test.each([
    ["success «»‸", "nothing"],
    ["success «js‸on» exact", "word"],
    ["success json «$.a‸»", "word"],
    ['success json "«$.re‸sult»" exact', "string, closed"],
    ["success json '«‸»'", "string, closed"],
    ['success exact "«so‸ld» as Sold', "string, open"],
    ['reject exact "«so‸», "sold"', "string, open"],
    ['reject json "«$.a‸» exact "sold"', "string, open"],
    ['reject exact "«so‸ld»", "b"', "string, closed"],
    ['success exact """«so‸ld»"""', "block, closed"],
    ['success exact ""«»‸', "nothing"],
  ])("%s", (marked, kind) => {
    const { written } = placeAt(marked.replace(/[«»]/g, ""));
    const state =
      written.kind === "string" || written.kind === "block" ? (written.isClosed ? ", closed" : ", open") : "";
    expect(written.kind + state).toBe(kind);
    const from = marked.replace("‸", "").indexOf("«");
    const to = marked.replace("‸", "").indexOf("»") - 1;
    expect(written.span).toEqual({ from, to });
  });
});

test.each([
  ["‸", true],
  ["\t‸", true],
  ["\ufeff‸", true],
  ["suc‸", true],
  ['reject keyword "a"\n‸', true],
  ['reject keyword "a"\r  rej‸', true],
  ["reject ‸", false],
  ['reject keyword\n"‸', false],
])("a statement can begin at %j: %s", (marked, expected) => expect(placeAt(marked).canBegin).toBe(expected));

test.each([
  ['reject keyword "a"‸', true],
  ['reject keyword "a" as‸', true],
  ["example 1 '' is reject with ‸", true],
  ['reject keyword "a" and ‸', false],
  ["reject ‸", false],
  ["‸", false],
])("the statement can end before %s: %s", (marked, expected) =>
  expect(placeAt(marked).canEnd).toBe(expected),
);

test("comments are told from code, and those above a statement from others", () => {
  const text = "# above\nsuccess status 201 # behind\n";
  expect(expectedAt(text, 3)).toEqual({ kind: "comment", span: { from: 0, to: 7 }, isAboveStatement: true });
  expect(expectedAt(text, 30)).toEqual({
    kind: "comment",
    span: { from: 27, to: 35 },
    isAboveStatement: false,
  });
  expect(expectedAt(text, 27).kind).toBe("code");
});

/** One word or mark of every kind, each as a file writes it. */
const SAMPLES = (
  "system include success reject error capture example otherwise as or and not status keyword word exact above below empty " +
  'json xml form split between last end part from for is with unmapped other 200 -2 1e5 1.50 5xx "text" , .. ?'
).split(" ");

/** Whether the parser takes one more token behind some; at times it looks at the one behind that as well. */
function parserTakes(before: string, sample: string): boolean {
  return [sample, `${sample} "t"`].some((more) => {
    const { fault } = parseStatementTokens(lex(`${before} ${more}`).tokens);
    return fault === null || fault.tokenIndex > lex(before).tokens.length;
  });
}

/** Whether one of the expectations allows the token. */
function isExpected(expectations: readonly Expectation[], sample: string): boolean {
  const isText = sample.startsWith('"');
  const isWord = /^[\w-]+$/.test(sample);
  return expectations.some((expectation) => {
    if (expectation.kind === "word") return expectation.word === sample;
    if (expectation.kind === "mark") return expectation.mark === sample;
    switch (expectation.role) {
      case "status":
        return sample === "200" || sample === "5xx";
      case "range end":
      case "example status":
        return sample === "200";
      case "part":
        return sample === "200" || sample === "-2";
      case "limit":
        return /^-?\d[\de.]*$/.test(sample);
      case "label":
      case "fallback label":
      case "capture name":
      case "example name":
      case "verdict label":
      case "expected name":
        return isText || isWord;
      default:
        return isText;
    }
  });
}

test("what is expected is what the parser takes, behind each word of random statements", () => {
  fc.assert(
    fc.property(mappingText, (text) => {
      for (const { start, end } of cutStatements(text).statements) {
        const images = lex(text.slice(start, end)).tokens.map(({ image }) => image);
        for (let count = 1; count <= images.length; count++) {
          const before = images.slice(0, count).join(" ");
          const { expectations, canEnd } = placeAt(`${before} ‸`);
          const taken = SAMPLES.filter((sample) => parserTakes(before, sample));
          expect(
            SAMPLES.filter((sample) => isExpected(expectations, sample)),
            before,
          ).toEqual(taken);
          expect(canEnd, before).toBe(parseStatementTokens(lex(before).tokens).fault === null);
        }
      }
    }),
    randomRuns(10),
  );
});

test("there is an answer at every place of every file", () => {
  expect(SAMPLES.filter(isSpecialWord)).toHaveLength(32);
  for (const { text } of mappingFiles()) {
    for (let offset = 0; offset <= text.length; offset += 31) {
      const place = expectedAt(text.slice(0, 4000), Math.min(offset, 4000));
      if (place.kind !== "code" || place.written.kind === "block") continue;
      expect(place.written.span.from).toBeLessThanOrEqual(offset);
    }
  }
});

test("a list of many texts is passed over quickly", () => {
  const texts = Array.from({ length: 50_000 }, (_, n) => `"text ${n}"`).join(", ");
  expect(expectedIn(`reject exact ${texts} ‸`)).toBe(", and as");
  expect(expectedIn(`reject exact ${texts}, ‸`)).toBe("<searched text>");
});
