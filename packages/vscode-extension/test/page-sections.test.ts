import { readFileSync } from "node:fs";
import { CHANGE_KINDS, FINDING_NAMES } from "@responses/dsl/editor";
import { expect, test } from "vitest";
import { pageSections } from "../src/checks/page-sections.js";

const page = readFileSync(new URL("../../../docs/checks.md", import.meta.url), "utf8");

test("every finding and every kind of change has a page of its own, which begins with its name", () => {
  const pages = pageSections(page);
  expect([...pages.keys()]).toEqual([...FINDING_NAMES, ...CHANGE_KINDS]);
  for (const [name, text] of pages) {
    expect(text.startsWith(`# ${name}\n`)).toBe(true);
    expect(text).not.toMatch(/^## /m);
  }
  expect(pages.get("keyword-inside-word")).toContain("Wrong:");
});
