import { applyFixes, type Finding, messageOf } from "@responses/dsl";
import {
  placesOf,
  readingFindings,
  suggestedFixes,
  typicalMistakes,
  withAutomaticFixes,
} from "@responses/testing/typical-mistakes";
import { describe, expect, test } from "vitest";

const mistakes = typicalMistakes();

test("there are many mistakes, each once", () => {
  expect(mistakes.length).toBeGreaterThan(150);
  expect(new Set(mistakes.map(({ source }) => source)).size).toBe(mistakes.length);
});

describe.each(mistakes)("$source", (mistake) => {
  const findings = readingFindings(mistake.source);
  const fixed = withAutomaticFixes(mistake.source, findings);

  test("is explained, and mended where the repair is certain", () => {
    expect({
      source: mistake.source,
      messages: findings.map(messageOf),
      places: placesOf(mistake.source, findings),
      fixed: fixed === mistake.source ? null : fixed,
      suggestions: suggestedFixes(findings).map((fix) => applyFixes(mistake.source, [fix]).text),
    }).toEqual(mistake);
  });

  test("can be read where it was mended by itself", () => {
    let text = fixed;
    for (let rounds = 0; rounds < 10; rounds++) text = withAutomaticFixes(text, readingFindings(text));
    if (mistake.fixed !== null) expect(readingFindings(text).map(messageOf)).toEqual([]);
  });

  test("is not found again after the repair", () => {
    if (mistake.fixed !== null)
      expect(readingFindings(fixed).map(messageOf)).not.toContain(mistake.messages[0]);
    for (const finding of findings) {
      const isSame = (other: Finding) => messageOf(other) === messageOf(finding);
      for (const fix of suggestedFixes([finding])) {
        const after = readingFindings(applyFixes(mistake.source, [fix]).text);
        expect(after.filter(isSame).length).toBeLessThan(findings.filter(isSame).length);
      }
    }
  });
});
