import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LEFT_OUT } from "../scripts/quick-tests.mjs";

/* What `npm run test:quick` leaves out is there and told to contributors; everything else is in it. */

const root = fileURLToPath(new URL("..", import.meta.url));
const contributing = readFileSync(`${root}CONTRIBUTING.md`, "utf8");

describe("what a quick run leaves out", () => {
  test.each(LEFT_OUT)("$path", ({ path, reason }) => {
    expect(existsSync(root + path)).toBe(true);
    expect(contributing).toContain(`\`${path}\``);
    expect(reason).not.toBe("");
  });

  test("is named once, and nothing else is said to be left out", () => {
    const section = /^## The quick tests\n([\s\S]*?)^## /m.exec(contributing)?.[1] ?? "";
    const told = [...section.matchAll(/`((?:packages|test)\/[^`]*\.test\.ts)`/g)].map(([, path]) => path);
    expect(told).toEqual(LEFT_OUT.map(({ path }) => path));
  });
});
