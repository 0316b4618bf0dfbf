import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";
import { recordEnding } from "../../action/parts.mjs";
import { resultsIn } from "../../action/results.mjs";

/* What the action says of a change in a few words, for what the report of the comparison counts. */

interface ReportedFile {
  readonly result: string;
  readonly leftOut: "before" | "after" | null;
  readonly accepted: string | null;
  readonly changes: readonly { readonly accepted: string | null }[];
}

const file = (result: string, more: Partial<ReportedFile> = {}): ReportedFile => ({
  result,
  leftOut: null,
  accepted: null,
  changes: [],
  ...more,
});

const OPEN = { accepted: null };
const ACCEPTED = { accepted: "so be it" };

/** What is said where the report has these files, so many of which are not decided. */
function saidOf(files: readonly ReportedFile[], undecided: number, leftOut: readonly string[] = []): string {
  const folder = folderWith({ "diff.md": "x", "diff-annotations.txt": "" });
  const differing = files.filter(({ result }) => ["differs", "added", "removed"].includes(result)).length;
  const accepted = files.filter(({ result }) => result === "accepted").length;
  const summary = { files: files.length, differing, accepted, undecided };
  writeFileSync(join(folder, "diff.json"), JSON.stringify({ summary, files, leftOut, acceptance: null }));
  recordEnding(folder, "diff", { kind: "ended", exitCode: differing > 0 ? 1 : 0 });
  return resultsIn(folder, { parts: ["diff"], failOnChange: false })
    .map(({ says }) => says)
    .join("\n");
}

test.each([
  ["nothing", [file("same")], 0, "no response changes its verdict"],
  [
    "a mapping that is only left out now",
    [file("differs", { leftOut: "after" }), file("same")],
    0,
    "mappings are left out now (1)",
  ],
  [
    "one that is left out now, with changes that are accepted",
    [file("differs", { leftOut: "after", changes: [ACCEPTED] })],
    0,
    "mappings are left out now (1); accepted differences (mappings: 1)",
  ],
  [
    "one that is left out now, with changes that are not",
    [file("differs", { leftOut: "after", changes: [ACCEPTED, OPEN] })],
    0,
    "responses get another verdict (mappings: 1); accepted differences (mappings: 1)",
  ],
  [
    "one that is left out now, which is accepted",
    [file("accepted", { leftOut: "after", accepted: "so be it" })],
    0,
    "all that differs is accepted (mappings: 1)",
  ],
  [
    "what came, went and changed",
    [file("added"), file("removed"), file("differs", { changes: [OPEN] })],
    0,
    "responses get another verdict (mappings: 1); mappings were added (1); mappings were removed (1)",
  ],
  [
    "what is not known",
    [file("undecided")],
    1,
    "whether responses get another verdict is not known (mappings: 1)",
  ],
  [
    "what is not known beside what is accepted",
    [file("undecided", { changes: [ACCEPTED] })],
    1,
    "whether other responses get another verdict is not known (mappings: 1); accepted differences (mappings: 1)",
  ],
  [
    "what is not known beside what differs",
    [file("differs", { changes: [OPEN] })],
    1,
    "responses get another verdict (mappings: 1); whether other responses get another verdict is not known (mappings: 1)",
  ],
] as const)("%s", (_, files, undecided, says) => {
  expect(saidOf(files, undecided)).toBe(says);
});

test("what was left out on both sides is no part of what was compared", () => {
  expect(saidOf([file("same")], 0, ["drafts"])).toBe("no response changes its verdict in what was compared");
});
