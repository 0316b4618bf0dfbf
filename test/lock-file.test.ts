import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/*
 * Whoever installs asks the registry that their npm is set up for. An address in the lock file would send them to
 * another.
 */
test("the lock file names no registry and no address", () => {
  const lines = readFileSync(new URL("../pnpm-lock.yaml", import.meta.url), "utf8").split("\n");
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => /:\/\/|tarball:|registry:/.test(line))).toEqual([]);
});
