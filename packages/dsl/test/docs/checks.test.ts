import { readFileSync } from "node:fs";
import { CHANGE_KINDS, FINDING_NAMES } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
// Imports internals: the page is made by a script of the repository, which nobody else needs.
import { checksPage } from "../../src/findings/checks-page.js";
import { fencedBlocks } from "./fenced-blocks.js";

const page = readFileSync(new URL("../../../../docs/checks.md", import.meta.url), "utf8");

describe("docs/checks.md", () => {
  test("is what `npm run docs` makes of the catalogue", () => expect(page).toBe(checksPage()));

  test("has a section for each finding, with two mapping files in it at least, and for each kind of change", () => {
    const sections = page.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual([...FINDING_NAMES, ...CHANGE_KINDS]);
    for (const section of sections.slice(0, FINDING_NAMES.length)) {
      const mappings = fencedBlocks(section).filter(({ language }) => language === "responses");
      expect(mappings.length).toBeGreaterThanOrEqual(2);
    }
  });
});
