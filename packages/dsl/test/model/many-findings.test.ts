import { link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { expect, test } from "vitest";

const TOLD = 1000;

function findingsOf(text: string) {
  return link(parse("acme.responses", text), noOtherFiles).findings;
}

test("of thousands of errors in a file the first are told, and at the next one how many more there are", () => {
  const line = "error\n";
  const findings = findingsOf(line.repeat(TOLD + 3));
  expect(findings).toHaveLength(TOLD + 1);
  const last = findings.at(-1);
  expect(last && messageOf(last)).toBe(
    "at least 3 more errors of this file are not told, from here on; mend those above first",
  );
  expect(last?.span.start).toBe(line.length * TOLD);
});

test("where none is left out, nothing is said of more", () => {
  expect(findingsOf("error\n".repeat(TOLD)).map(messageOf)).not.toContainEqual(
    expect.stringContaining("more error"),
  );
});
