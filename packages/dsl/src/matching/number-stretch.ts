import type { Field } from "../model/field.js";
import type { Condition } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { compareDecimals, type Decimal } from "../runtime/decimal.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import { numberIn } from "../text/number-in.js";

/** Some number above the one limit, and some, perhaps another, below the other one; null where there is no such limit. */
export interface NumberStretch {
  readonly above: Decimal | null;
  readonly below: Decimal | null;
}

/** What a condition cannot hold without: numbers among what a field picks. */
export interface NeededNumbers {
  readonly field: Field;
  readonly stretch: NumberStretch;
}

/** What the condition's tests need of numbers, once for each field. Linear in the tests. */
export function neededNumbers(condition: Condition): readonly NeededNumbers[] {
  let needed: Map<string, NeededNumbers> | null = null;
  for (const { negated, test } of testsOf(condition)) {
    if (negated || test.kind !== "number") continue;
    const limit = numberIn(test.number);
    if (limit === null) continue;
    needed ??= new Map();
    const { above, below } = needed.get(test.field.key)?.stretch ?? WITHOUT_LIMITS;
    const stretch =
      VOCABULARY[test.how].direction > 0
        ? { above: fartherOf(above, limit, 1), below }
        : { above, below: fartherOf(below, limit, -1) };
    needed.set(test.field.key, { field: test.field, stretch });
  }
  return needed === null ? NONE : [...needed.values()];
}

const WITHOUT_LIMITS: NumberStretch = { above: null, below: null };
const NONE: readonly NeededNumbers[] = [];

/** The limit that goes farther in a direction, which is the one that tells more. */
function fartherOf(known: Decimal | null, limit: Decimal, direction: 1 | -1): Decimal {
  return known === null || compareDecimals(limit, known) === direction ? limit : known;
}
