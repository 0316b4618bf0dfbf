import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import { compareDecimals, type Decimal, readDecimal } from "../../src/runtime/decimal.js";
import { isCurrencySign } from "../../src/text/character-classes.js";

const read = (text: string): Decimal | null => readDecimal(text, isCurrencySign);

function compareTexts(a: string, b: string): number | null {
  const first = read(a);
  const second = read(b);
  return first === null || second === null ? null : compareDecimals(first, second);
}

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: bigint | null;
}

function textOf({ negative, whole, fraction, exponent }: Parts): string {
  const scale = exponent === null ? "" : `e${exponent}`;
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}${scale}`;
}

/** The number as mantissa × 10^exponent, both BigInt. */
function numberOf({ negative, whole, fraction, exponent }: Parts): readonly [bigint, bigint] {
  const mantissa = BigInt(whole + fraction);
  return [negative ? -mantissa : mantissa, (exponent ?? 0n) - BigInt(fraction.length)];
}

/** By arithmetic: both brought to the smaller exponent. A gap wider than all digits is decided by the sign. */
function compareByArithmetic(a: Parts, b: Parts): number {
  const [aMantissa, aExponent] = numberOf(a);
  const [bMantissa, bExponent] = numberOf(b);
  const gap = aExponent - bExponent;
  const scaled = (mantissa: bigint, by: bigint): bigint =>
    mantissa * 10n ** (by < 0n ? 0n : by > 200n ? 200n : by);
  const difference = scaled(aMantissa, gap) - scaled(bMantissa, -gap);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const digits = (minLength: number) =>
  fc
    .array(fc.constantFrom("0", "0", "1", "9", "5"), { minLength, maxLength: 6 })
    .map((list) => list.join(""));
const smallExponent = fc.bigInt({ min: -12n, max: 12n });
/** Around the sizes at which sums carry into further digits or leave what a JavaScript number holds exactly. */
const largeExponent = fc
  .tuple(
    fc.constantFrom(0n, 15n, 16n, 18n, 30n, 40n),
    fc.constantFrom(1n, 5n, 10n),
    smallExponent,
    fc.boolean(),
  )
  .map(([power, factor, offset, negative]) => (negative ? -1n : 1n) * (factor * 10n ** power + offset));
const parts: fc.Arbitrary<Parts> = fc.record({
  negative: fc.boolean(),
  whole: digits(1),
  fraction: digits(0),
  exponent: fc.oneof(fc.constant(null), smallExponent, largeExponent),
});
/** Pairs that are often close: the same number written otherwise, or beside it. */
const pair = fc.oneof(
  fc.tuple(parts, parts),
  fc.tuple(parts, fc.nat({ max: 5 }), fc.bigInt({ min: -2n, max: 2n })).map(([number, zeros, nudge]) => {
    const shifted: Parts = {
      ...number,
      whole: number.whole + "0".repeat(zeros),
      fraction: "",
      exponent: (number.exponent ?? 0n) - BigInt(zeros) + nudge,
    };
    return [number, shifted] as const;
  }),
);

describe("compareDecimals", () => {
  test("agrees with BigInt arithmetic", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(compareTexts(textOf(a), textOf(b))).toBe(compareByArithmetic(a, b));
        expect(compareTexts(textOf(b), textOf(a))).toBe(compareByArithmetic(b, a));
      }),
      randomRuns(20_000),
    );
  });

  test.each([
    ["0.1", "0.10000000000000000000000001", -1],
    ["9007199254740993", "9007199254740992", 1],
    ["1.0", "1", 0],
    ["-0", "0", 0],
    ["0e5", "-0.0e-99999999999999999999", 0],
    ["007", "7", 0],
    ["1e3", "1000", 0],
    ["1E+3", "1000.00", 0],
    ["-1", "1", -1],
    ["-2", "-1", -1],
    ["-10", "-9", -1],
    ["1e999999999", "1e1000000000", -1],
    ["1e-999999999", "0", 1],
    ["-1e-999999999", "0", -1],
    ["10e999999999999999999999", "1e1000000000000000000000", 0],
    ["0.1e1000000000000000000000", "1e999999999999999999999", 0],
    ["0.01e-999999999999999999999", "1e-1000000000000000000001", 0],
    ["10e-1000000000000000", "1e-999999999999999", 0],
    ["1e00000000000000000000000000002", "100", 0],
    ["1e-00000000000000000000000000000", "1", 0],
    ["$ 12.50", "12.5", 0],
  ])("%s to %s is %i", (a, b, order) => {
    expect(compareTexts(a, b)).toBe(order);
  });

  test("gives equal numbers equal parts", () => {
    for (const [a, b] of [
      ["1200", "1.2e3"],
      ["-0.00", "0e9"],
      ["100e999999999999999999", "1e1000000000000000001"],
    ] as const) {
      expect(read(a)).toEqual(read(b));
    }
  });
});

describe("readDecimal", () => {
  test.each([
    "0",
    "12",
    "-12",
    "12.50",
    "-0.5",
    "1e5",
    "1E5",
    "1e+5",
    "1e-5",
    "1.5e05",
    " 12 ",
    "\n12\t",
    "\uFEFF12",
    "$12",
    "$ 12",
    " $\t12.50 ",
    "€ 5",
    "$-5",
    "\u{1E2FF}7",
    "£0.01",
  ])("%j is a number", (text) => {
    expect(read(text)).not.toBeNull();
  });

  test.each([
    "",
    " ",
    "$",
    "$ ",
    "-",
    "+5",
    ".5",
    "5.",
    "1,000",
    "1e",
    "1e+",
    "1e-",
    "e5",
    "1.e5",
    "1e5.",
    "1e5.0",
    "--5",
    "- 5",
    "-$5",
    "$$5",
    "5$",
    "$ $5",
    "1 2",
    "0x10",
    "1_000",
    "Infinity",
    "NaN",
    "٣",
    "１",
    "5\u00A0",
    "\u00A05",
    "5%",
    "1ee5",
    "1e--5",
    "1.2.3",
    "null",
    "12a",
    "1e ",
    "1 e5",
  ])("%j is none", (text) => {
    expect(read(text)).toBeNull();
  });

  test("reads what the grammar says and nothing else", () => {
    const grammar = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;
    const letters = fc.array(fc.constantFrom("0", "7", "-", "+", ".", "e", "E"), { maxLength: 8 });
    fc.assert(
      fc.property(letters, (list) => {
        const text = list.join("");
        expect(read(text) !== null).toBe(grammar.test(text));
      }),
      randomRuns(20_000),
    );
  });

  test.each([
    ["digits", "9".repeat(2_000_000), 1],
    ["zeros", `${"0".repeat(1_000_000)}.${"0".repeat(1_000_000)}`, -1],
    ["an exponent", `1e${"9".repeat(2_000_000)}`, 1],
    ["a negative exponent", `0.1e-${"9".repeat(2_000_000)}`, -1],
    ["a borrow", `0.01e1${"0".repeat(2_000_000)}`, 1],
  ])("millions of characters: %s", (_name, text, comparedToOne) => {
    expect(compareTexts(text, text)).toBe(0);
    expect(compareTexts(text, "1")).toBe(comparedToOne);
  });

  test("carries and borrows through any length", () => {
    const nines = "9".repeat(100);
    const power = `1${"0".repeat(100)}`;
    expect(compareTexts(`10e${nines}`, `1e${power}`)).toBe(0);
    expect(compareTexts(`0.1e${power}`, `1e${nines}`)).toBe(0);
    expect(compareTexts(`0.1e-${nines}`, `1e-${power}`)).toBe(0);
    expect(compareTexts(`10e-${power}`, `1e-${nines}`)).toBe(0);
    expect(compareTexts(`1e${nines}`, `1e${power}`)).toBe(-1);
  });
});
