import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/*
 * Whoever installs asks the registry that their npm is set up for. An address in a lock file would send them to another.
 */

const END_TO_END = "packages/vscode-extension/e2e";

function linesOf(path: string): readonly string[] {
  const lines = readFileSync(new URL(`../${path}`, import.meta.url), "utf8").split("\n");
  expect(lines.length).toBeGreaterThan(100);
  return lines;
}

test("the lock file names no registry and no address", () => {
  expect(linesOf("pnpm-lock.yaml").filter((line) => /:\/\/|tarball:|registry:/.test(line))).toEqual([]);
});

/* npm also writes down where a package's authors ask for money: that is not where it comes from. */
test.each([
  `${END_TO_END}/package-lock.json`,
  `${END_TO_END}/old/package-lock.json`,
  "packages/build/e2e/package-lock.json",
  "packages/build/e2e/campaign/package-lock.json",
  "bench/match/native/package-lock.json",
])("%s names no registry and no address of a package", (path) => {
  const addresses = linesOf(path).filter((line) => /:\/\/|"resolved"/.test(line));
  expect(addresses.filter((line) => !/^\s*(?:"url": )?"https:\/\/[^"]*",?$/.test(line))).toEqual([]);
  expect(addresses.filter((line) => /registry|\.tgz/.test(line))).toEqual([]);
});
