import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/findings/apply-edits.js";
import { messageOf } from "../../src/index.js";
import {
  placesOf,
  readingFindings,
  readSlips,
  suggestedFixes,
  withAutomaticFixes,
} from "../support/slips.js";

const slips = readSlips(new URL("slips.fixture", import.meta.url));

test("there are many slips, each once", () => {
  expect(slips.length).toBeGreaterThan(150);
  expect(new Set(slips.map(({ source }) => source)).size).toBe(slips.length);
});

describe.each(slips)("$source", (slip) => {
  const findings = readingFindings(slip.source);
  const fixed = withAutomaticFixes(slip.source, findings);

  test("is explained, and mended where the repair is certain", () => {
    expect({
      source: slip.source,
      messages: findings.map(messageOf),
      places: placesOf(slip.source, findings),
      mended: fixed === slip.source ? null : fixed,
      suggestions: suggestedFixes(findings).map((fix) => applyFixes(slip.source, [fix]).text),
    }).toEqual(slip);
  });

  test("can be read where it was mended by itself", () => {
    let text = fixed;
    for (let slips = 0; slips < 10; slips++) text = withAutomaticFixes(text, readingFindings(text));
    if (slip.mended !== null) expect(readingFindings(text).map(messageOf)).toEqual([]);
  });

  test("is not found again after the repair", () => {
    if (slip.mended !== null) expect(readingFindings(fixed).map(messageOf)).not.toContain(slip.messages[0]);
    for (const fix of suggestedFixes(findings)) {
      const after = readingFindings(applyFixes(slip.source, [fix]).text);
      expect(after.map(messageOf)).not.toContain(slip.messages[0]);
    }
  });
});
