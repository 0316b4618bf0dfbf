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

/*
 * Two copies of what reads the protocol's messages each know their own constants alone: one that meets those of the other says that they are
 * unknown.
 */
test.each(["vscode-jsonrpc", "vscode-languageserver-protocol"])(
  "there is one version of %s, for the server, its clients and the tests",
  (name) => {
    const named = linesOf("pnpm-lock.yaml").flatMap((line) => /^ {2}([^\s:]+):/.exec(line)?.[1] ?? []);
    expect([...new Set(named.filter((entry) => entry.startsWith(`${name}@`)))]).toHaveLength(1);
  },
);

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
