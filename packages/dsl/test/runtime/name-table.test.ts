import { expect, test } from "vitest";
// Imports internals: what compiled modules carry is tested by itself; only hostile bodies would show it.
import { createNameTable } from "../../src/runtime/name-table.js";

test("gives what stood under the very name before", () => {
  const table = createNameTable();
  const long = "x".repeat(4096);
  const names = ["", "a", "1", "__proto__", '1"', long, `${long}x`, `${long}${long}`, `${long}${long}y`];
  for (const [index, name] of names.entries()) expect(table.put(name, index)).toBeUndefined();
  for (const [index, name] of names.entries()) expect(table.put(name, -1)).toBe(index);
});
