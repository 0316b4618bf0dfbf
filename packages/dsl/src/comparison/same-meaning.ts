import type { Capture, Mapping } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import { lengthPrefixed } from "../text/length-prefixed.js";

/**
 * Whether two mappings ask and give the same in the same order, however they are laid out: then every response gets the same
 * verdict of both. Mappings that do not can still be equal. Linear in both.
 */
export function haveSameMeaning(before: Mapping, after: Mapping): boolean {
  return (
    areEqual(before.rules, after.rules, ({ model }) => ruleKeyOf(model)) &&
    areEqual(before.captures, after.captures, captureKey)
  );
}

function captureKey({ model: { name, field, outcomes } }: Capture): string {
  return `${lengthPrefixed(name)} ${lengthPrefixed(field.key)} ${outcomes?.join() ?? "every"}`;
}

function areEqual<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): boolean {
  return (
    before.length === after.length &&
    before.every((item, place) => {
      const other = after[place];
      return other !== undefined && keyOf(item) === keyOf(other);
    })
  );
}
