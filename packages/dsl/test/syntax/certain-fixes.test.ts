import { expect, test } from "vitest";
// Imports internals: the kind of a fix is found out only when somebody asks, which makes reading quicker and shows nowhere else.
import { type LocalFinding, replaceWith } from "../../src/findings/finding.js";
import { withCertainFixes } from "../../src/syntax/faults/certain-fixes.js";

/*
 * Whether a fix is automatic is found out when somebody asks, not while reading. That cannot be seen through the public
 * door, where it only makes reading quicker.
 */

const TEXT = 'success keywrod "valid"';
const span = { from: 8, to: 15 };
const finding: LocalFinding = {
  name: "syntax",
  parameters: { problem: "needless", found: "keywrod" },
  span,
  fixes: [
    replaceWith(span, "keyword", "Write keyword", "automatic"),
    replaceWith(span, "word", "Write word", "suggested"),
    replaceWith(span, "exact", "Write exact", "automatic"),
  ],
};

function reading(left: readonly LocalFinding[]) {
  const read: string[] = [];
  const certain = withCertainFixes(
    finding,
    TEXT,
    (text) => {
      read.push(text);
      return left;
    },
    1,
  );
  return { read, certain };
}

test("the fixed statement is read when a fix's kind is asked for, and once", () => {
  const { read, certain } = reading([]);
  expect(certain.fixes.map(({ title }) => title)).toEqual(["Write keyword", "Write word", "Write exact"]);
  expect(certain.fixes[1]?.kind).toBe("suggested");
  expect(read).toEqual([]);
  expect(certain.fixes.map(({ kind }) => kind)).toEqual(["automatic", "suggested", "automatic"]);
  expect(JSON.parse(JSON.stringify(certain))).toEqual(certain);
  expect(read).toEqual(['success keyword "valid"']);
});

test("what leaves a statement that cannot be read is a suggestion", () => {
  const { certain } = reading([{ ...finding, fixes: [] }]);
  expect(certain.fixes.map(({ kind }) => kind)).toEqual(["suggested", "suggested", "suggested"]);
});
