import { link, noOtherFiles, parse } from "@responses/dsl";
import { catalogue, FINDING_NAMES, refuses } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
import { findingPage } from "../../src/features/hover/finding-page.js";
import { LANGUAGE_WORDS } from "../../src/features/presentation/language-words.js";
import { renderPreview } from "../../src/features/presentation/preview-text.js";

describe("the words of the language", () => {
  test.each(Object.entries(LANGUAGE_WORDS))("%s: the snippet has the word and is a mapping", (word, page) => {
    expect(page.snippet.split(/[^a-z]+/)).toContain(word);
    const { findings } = link(parse("snippet.responses", page.snippet), noOtherFiles);
    const wrong = findings.filter(({ name }) => refuses(name) && name !== "include-missing");
    expect(wrong).toEqual([]);
    expect(page.sentence).toMatch(/^[A-Z"].*[.]$/s);
  });
});

test.each(FINDING_NAMES)("the page of %s is shown whole", (name) => {
  const shown = renderPreview(findingPage(name), "plaintext");
  const { what, why, fix } = catalogue[name].page;
  expect(shown).toBe(`${name} · ${what}\n${why}\n${fix}`);
});
