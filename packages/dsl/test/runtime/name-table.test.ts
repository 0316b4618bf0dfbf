import { expect, test } from "vitest";
// Imports internals: what compiled modules carry is tested by itself; only hostile bodies would show it.
import { createNameTable } from "../../src/runtime/name-table.js";

test("gives what stood under the very name before", () => {
  const long = "x".repeat(4096);
  const names = ["", "a", "1", "__proto__", '1"', long, `${long}x`, `${long}${long}`, `${long}${long}y`];
  const table = createNameTable((value) => names[value % names.length] ?? "");
  for (const [index, name] of names.entries()) expect(table.put(name, index)).toBeUndefined();
  for (const [index, name] of names.entries()) expect(table.put(name, index + names.length)).toBe(index);
});

test("does so of more names than an engine's Map holds", { timeout: 600_000 }, () => {
  const count = 2 ** 24 + 10;
  const table = createNameTable((value) => (value % count).toString(36));
  let known = 0;
  for (let value = 0; value < count; value++) if (table.put(value.toString(36), value) !== undefined) known++;
  expect(known).toBe(0);
  for (const value of [0, 1, 999_999, 1_000_001, 2 ** 23, count - 1])
    expect(table.put(value.toString(36), value + count)).toBe(value);
  expect(table.put("1", 1)).toBe(1 + count);
});
