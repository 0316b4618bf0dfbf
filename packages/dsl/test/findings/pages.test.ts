import { type FindingName, messageOf, type Severity } from "@responses/dsl";
import { catalogue, FINDING_NAMES } from "@responses/dsl/editor";
import { findingsOf, MAIN_FILE } from "@responses/testing/marked-fixture";
import { describe, expect, test } from "vitest";

/* What `responses explain NAME` prints is true: the wrong example gives the finding, the right one gives none at all. */

type Page = (typeof catalogue)[FindingName]["page"];

const GRAVITY: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };

describe.each(FINDING_NAMES)("the page of %s", (name) => {
  const { severity, page } = catalogue[name];

  test("the wrong example gives the finding, and nothing graver", () => {
    const findings = findingsOfPage(page, page.wrong);
    expect(findings.map((finding) => finding.name)).toContain(name);
    const graver = findings.filter(
      (finding) => GRAVITY[catalogue[finding.name].severity] > GRAVITY[severity],
    );
    expect(graver.map(messageOf)).toEqual([]);
  });

  test("the right example gives none", () => {
    expect(findingsOfPage(page, page.right).map(({ name: found }) => found)).toEqual([]);
  });

  test("says what, why and how to fix it", () => {
    for (const text of [page.what, page.why, page.fix]) expect(text).toMatch(/^\S.{20,}[.)]$/s);
    expect(JSON.stringify(page)).not.toMatch(/todo/i);
  });

  test("is filed under its own name", () => expect(nameOf(name)).toBe(name));
});

function findingsOfPage({ files }: Page, text: string) {
  return findingsOf(new Map([[MAIN_FILE, text], ...Object.entries(files ?? {})]));
}

function nameOf(name: FindingName): string {
  return catalogue[name].name;
}
