import type { Capture, Mapping } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import { fnvHash } from "../text/fnv-hash.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { areEqualRules } from "./equal-rules.js";

/**
 * Whether two mappings ask and give the same in the same order, however they are laid out: then every response gets the same
 * verdict of both. Mappings that do not can still be equal. Linear in both.
 */
export function haveSameMeaning(before: Mapping, after: Mapping): boolean {
  return areEqual(before.rules, after.rules, areEqualRules) && haveSameCaptures(before, after);
}

/** Whether two mappings hand the same back of every response that gets the same verdict. */
export function haveSameCaptures(before: Mapping, after: Mapping): boolean {
  return areEqual(before.captures, after.captures, (one, other) => captureKey(one) === captureKey(other));
}

/** Equal for mappings that ask and give the same in the same order, however they are laid out. Linear in the mapping. */
export function meaningKeyOf({ rules, captures }: Mapping): string {
  const keys = [...rules.map(({ model }) => ruleKeyOf(model)), "", ...captures.map(captureKey)];
  return fnvHash(keys.map(lengthPrefixed).join(""));
}

function captureKey({ model: { name, field, outcomes } }: Capture): string {
  return `${lengthPrefixed(name)} ${lengthPrefixed(field.key)} ${outcomes?.join() ?? "every"}`;
}

function areEqual<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isEqual: (one: Item, other: Item) => boolean,
): boolean {
  return (
    before.length === after.length &&
    before.every((item, place) => {
      const other = after[place];
      return other !== undefined && isEqual(item, other);
    })
  );
}
