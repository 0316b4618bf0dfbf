import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: what many fields pick together is what each picks by itself.
import { type BetweenEnd, pickBetween } from "../../src/runtime/between-field.js";
import { type BetweenTexts, betweenTexts } from "../../src/runtime/between-texts.js";
import { foldWith } from "../../src/runtime/text-matching.js";

/** Letters of few kinds, so that texts stand in one another and overlap; of one the other case is outside ASCII. */
const VARIANTS = new Map([
  ["É", "é"],
  ["\u{10400}", "\u{10428}"],
]);
const folded = fc.string({
  unit: fc.constantFrom("a", "b", ";", "é", "\u{10428}"),
  minLength: 1,
  maxLength: 5,
});
const end: fc.Arbitrary<BetweenEnd> = fc.oneof(
  fc.record({
    kind: fc.constant("nearest" as const),
    closers: fc.array(folded, { maxLength: 3 }),
    orEnd: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("last" as const), closer: folded }),
);
const body = fc.string({
  unit: fc.constantFrom("a", "A", "b", ";", " ", "é", "É", "\u{10400}", "\u{10428}"),
  maxLength: 40,
});

function expectSame(fields: readonly BetweenTexts[], bodies: readonly string[]): void {
  const { read } = betweenTexts(fields, VARIANTS);
  for (const text of bodies) {
    const reading = read(text);
    const foldedText = foldWith(text, VARIANTS);
    const together = fields.map((_, field) => reading.parts(field));
    const alone = fields.map(([open, closing]) => pickBetween(foldedText, text, open, closing));
    // A plain comparison first: an assertion for each of so many would take longer than the rest.
    if (JSON.stringify(together) !== JSON.stringify(alone)) expect(together).toEqual(alone);
  }
}

test("many fields between texts pick together what each picks by itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(folded, end), { minLength: 1, maxLength: 40 }),
      fc.array(body, { minLength: 1, maxLength: 5 }),
      expectSame,
    ),
    randomRuns(3000),
  );
});

/** Counts the characters of a text that are looked at. */
class CountedText {
  looks = 0;
  readonly length: number;

  constructor(private readonly text: string) {
    this.length = text.length;
  }

  charCodeAt(index: number): number {
    this.looks += 1;
    return this.text.charCodeAt(index);
  }

  codePointAt(index: number): number | undefined {
    this.looks += 1;
    return this.text.codePointAt(index);
  }
}

test.each<[string, (number: number) => BetweenTexts, string]>([
  [
    "none of which begins",
    (number) => [`k${number}:`, { kind: "nearest", closers: [";"], orEnd: false }],
    "k".repeat(100_000),
  ],
  [
    "none of which ends",
    (number) => [`k${number}:`, { kind: "nearest", closers: [`e${number};`], orEnd: true }],
    `${Array.from({ length: 500 }, (_, number) => `k${number}:`).join("")}${"e".repeat(100_000)}`,
  ],
])("500 fields, %s, are read in one pass", (_, fieldOf, text) => {
  const counted = new CountedText(text);
  betweenTexts(
    Array.from({ length: 500 }, (_, number) => fieldOf(number)),
    VARIANTS,
  ).read(counted as unknown as string);
  expect(counted.looks).toBeLessThanOrEqual(text.length);
});

test("texts that stand in one another begin and end fields as each would alone", () => {
  const nested = Array.from({ length: 60 }, (_, number) => "a".repeat(number + 1));
  const fields = nested.map(
    (open): BetweenTexts => [open, { kind: "nearest", closers: nested, orEnd: false }],
  );
  const bodies = ["a".repeat(500), `${"a".repeat(30)}b${"a".repeat(500)}`];
  expectSame([...fields, ["b", { kind: "nearest", closers: nested, orEnd: true }]], bodies);
});
