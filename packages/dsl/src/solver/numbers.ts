import { largestOf } from "../incremental/long-lists.js";
import type { NumberPredicate } from "../plan/predicate.js";
import { isBeyond } from "../plan/relations/number-relations.js";
import type { Decimal } from "../runtime/decimal.js";
import { numberIn } from "../text/number-in.js";

/** Numbers with more digits than these, before or behind the point, are not reckoned with. */
const MOST_DIGITS = 40;

/**
 * Numbers for which all of the required limits hold and none of the excluded ones, one of every stretch between limits that has
 * any: if there are none, then there are none at all. Null where a limit is too large to be reckoned with.
 */
export function numbersWithin(
  required: readonly NumberPredicate[],
  excluded: readonly NumberPredicate[],
): readonly string[] | null {
  const samples = samplesBetween([...required, ...excluded].map(({ number }) => number));
  if (samples === null) return null;
  return samples.filter(
    (number) =>
      required.every((limit) => isBeyond(limit, number)) &&
      !excluded.some((limit) => isBeyond(limit, number)),
  );
}

/** The limits themselves, a number between each and the next, and one beyond either end; whole ones where there are some. */
function samplesBetween(limits: readonly string[]): readonly string[] | null {
  const decimals = limits.map((limit) => numberIn(limit));
  const scale =
    largestOf(
      decimals.map((decimal) => (decimal === null ? 0 : fractionOf(decimal))),
      0,
    ) + 1;
  if (scale > MOST_DIGITS) return null;
  const scaled: bigint[] = [];
  for (const decimal of decimals) {
    const value = decimal === null ? null : scaledBy(decimal, scale);
    if (value === null) return null;
    scaled.push(value);
  }
  const ascending = [...new Set(scaled)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first = 0n, last = 0n] = [ascending[0], ascending.at(-1)];
  const one = 10n ** BigInt(scale);
  const between = ascending.slice(1).map((high, index) => {
    const low = ascending[index] ?? high;
    const whole = (floorTo(low, one) / one + 1n) * one;
    return low < whole && whole < high ? whole : (low + high) / 2n;
  });
  const ends = [floorTo(last, one) + one, floorTo(first, one) - (floorTo(first, one) === first ? one : 0n)];
  return [...ends, ...between, ...ascending].map((value) => writtenDecimal(value, scale));
}

/** Digits behind the point. */
function fractionOf({ digits, exponent }: Decimal): number {
  const places = exponent.negative ? -Number(exponent.digits) : Number(exponent.digits);
  return Math.max(0, digits.length - places);
}

/** The number times ten to the scale, which makes it whole; null where that is too long. */
function scaledBy({ negative, digits, exponent }: Decimal, scale: number): bigint | null {
  const places = exponent.negative ? -Number(exponent.digits) : Number(exponent.digits);
  if (Math.abs(places) > MOST_DIGITS) return null;
  if (digits === "") return 0n;
  const value = BigInt(digits) * 10n ** BigInt(scale + places - digits.length);
  return negative ? -value : value;
}

function floorTo(value: bigint, unit: bigint): bigint {
  const rest = ((value % unit) + unit) % unit;
  return value - rest;
}

function writtenDecimal(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  const whole = digits.slice(0, -scale);
  return `${value < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
