import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: findings are made of these answers, which no door shows yet.
import { reachability } from "../../src/reachability/reachability.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * A field that is asked for a number and for a text at once. What is said to be impossible is met by none of all short texts, what is
 * said to be possible is shown, and of what is met by a short text without an exponent nothing stays undecided.
 */

function answerOf(tests: readonly string[]) {
  const condition = tests.map((one) => one.replace(/^(not )?/, '$1json "$.n" ')).join(" and ");
  const mapping = mappingOf(`reject ${condition} as N\n`);
  return { mapping, answer: reachability(mapping)[0] };
}

function bodyOf(text: string): string {
  return JSON.stringify({ n: text });
}

test.each([
  { tests: ["above 5", 'keyword "7"'], text: "7" },
  { tests: ["above 5", "below 7", 'keyword "7"'], text: null },
  { tests: ["above 100", 'keyword "7"', 'not keyword "1"'], text: null },
  { tests: ["below -3", 'word "2"'], text: null },
  { tests: ["above 12", 'exact "$*.50"'], text: null },
  { tests: ["not above 5", 'exact "7*"'], text: null },
  { tests: ["above 13", "below 15.5", 'keyword "5"', 'not keyword "."', 'not keyword "e"'], text: "15" },
  { tests: ["below 0", 'keyword "7"', 'not keyword "-"', 'not keyword "e"'], text: "none" },
  { tests: ["above 3", 'keyword "zz"'], text: "none" },
  { tests: ["above 3", 'exact "1*2"', 'not keyword "."', "below 10", 'not keyword "e"'], text: "none" },
])("$tests", ({ tests, text }) => {
  const { mapping, answer } = answerOf(tests);
  if (text === "none") {
    expect(answer?.kind).toBe("impossible");
    return;
  }
  expect(answer?.kind).toBe("reachable");
  if (answer?.kind !== "reachable") return;
  expect(interpreterOf(mapping).holding(answer.witness)).toHaveLength(1);
  if (text !== null) expect(answer.witness.body).toBe(`{"n":${text}}`);
});

test("of numbers with an exponent nothing is said that is not so", () => {
  // 9e9 passes, and there is no other way.
  expect(answerOf(["above 5", 'keyword "e"']).answer?.kind).not.toBe("impossible");
  expect(answerOf(["not below 5", "above 4", 'exact "0*e*"']).answer?.kind).not.toBe("impossible");
});

const LETTERS = [..."057.-$e "];

/** All texts of so many letters at most. */
function* textsUpTo(length: number): Iterable<string> {
  yield "";
  if (length === 0) return;
  for (const rest of textsUpTo(length - 1))
    if (rest.length === length - 1) for (const letter of LETTERS) yield letter + rest;
  if (length > 1) for (const shorter of textsUpTo(length - 1)) if (shorter !== "") yield shorter;
}

const TEXTS = [...new Set(textsUpTo(3))];

test("is decided as all short texts show", () => {
  const random = new Random(firstSeed(1));
  const counts = { reachable: 0, impossible: 0, unreachable: 0, undecided: 0 };
  for (let run = 0; run < runs(150); run++) {
    const tests = Array.from({ length: random.integer(2, 4) }, (_, index) => randomTest(random, index === 0));
    const { mapping, answer } = answerOf(tests);
    const { holding } = interpreterOf(mapping);
    const right = TEXTS.filter((text) => holding({ status: null, body: bodyOf(text) }).length > 0);
    const said = `RESPONSES_SEED=${firstSeed(1)}: ${tests.join(" and ")}, met by ${right.slice(0, 3).join(", ")}`;
    if (answer === undefined) throw new Error(said);
    counts[answer.kind]++;
    if (answer.kind === "impossible") expect(right, said).toEqual([]);
    if (answer.kind === "reachable") expect(holding(answer.witness), said).toHaveLength(1);
    if (answer.kind === "undecided")
      expect(
        right.filter((text) => !text.includes("e")),
        said,
      ).toEqual([]);
  }
  expect(counts.impossible).toBeGreaterThan(0);
  expect(counts.undecided).toBeLessThan(counts.reachable);
});

function randomTest(random: Random, isNumber: boolean): string {
  const not = random.chance(0.25) ? "not " : "";
  if (isNumber || random.chance(0.3))
    return `${not}${random.pick(["above", "below"])} ${random.pick(["5", "0", "-5", "0.5", "57", "7.05", "5e1"])}`;
  const text = Array.from({ length: random.integer(1, 2) }, () => random.pick(LETTERS)).join("");
  const how = random.pick(["keyword", "word", "exact"]);
  const written =
    how !== "exact" ? text : random.pick([`${text}*`, `*${text}`, `${text.slice(0, 1)}*${text.slice(1)}`]);
  return `${not}${how} "${written}"`;
}
