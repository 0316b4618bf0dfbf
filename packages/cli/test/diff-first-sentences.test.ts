import { compareMappings } from "@responses/dsl/editor";
import { PLAIN_STYLE } from "@responses/reporting";
import { describe, expect, test } from "vitest";
import { concludeDiff } from "../src/report/diff-conclusion.js";
import { diffAsMarkdown } from "../src/report/diff-markdown.js";
import { diffAsText } from "../src/report/diff-text.js";
import { decideAcceptance } from "../src/runs/acceptance.js";
import type { ComparedFile, ComparedResult, MappingAlone } from "../src/runs/compared-file.js";
import type { DiffReport } from "../src/runs/diff-run.js";
import { failingExamples } from "../src/runs/failing-examples.js";
import { NOTHING_NEW } from "../src/runs/new-findings.js";
import { mappingOf, reportOf } from "./report-of-files.js";

/* What a comparison says first and last in every state that it can be in: each sentence is to be true in all of them. */

const RULES = 'success keyword "sold"\nreject keyword "no"\n';
const SOLD = "example 200 'sold' is success\n";
const NO = "example 200 'no' is reject\n";
const LATE = 'error keyword "late"\n';
const LATE_ALONE = "example 200 'late' is unmapped\n";
const REFUSED = RULES.replace("success", "reject");

const at = (path: string) => ({ before: path, after: path, renamedBy: null, leftOut: null }) as const;

function compared(before: string, after: string): ComparedFile & ComparedResult {
  const [old, now] = [mappingOf("a.responses", before), mappingOf("a.responses", after)];
  return {
    ...at("a.responses"),
    kind: "compared",
    ...compareMappings(old, now, { all: true }),
    ...NOTHING_NEW,
    failing: failingExamples(old, now),
  };
}

function alone(kind: MappingAlone["kind"], text: string): ComparedFile {
  const mapping = mappingOf("p.responses", text);
  const [rules, examples] = [mapping.rules.length, mapping.examples.length];
  const isNew = kind === "added" ? { ...NOTHING_NEW, failing: failingExamples(null, mapping) } : NOTHING_NEW;
  return { ...at("p.responses"), kind, mapping, nearName: null, rules, examples, ...isNew };
}

function undecided(file: ComparedFile & ComparedResult): ComparedFile {
  const open = [{ before: null, after: null, money: "none" as const, reason: "there were too many cases" }];
  return { ...file, comparison: { ...file.comparison, undecided: open } };
}

const broken: ComparedFile = { ...at("e.responses"), kind: "refused", refused: ["after"] };
const same = compared(RULES + SOLD, `${RULES}${SOLD}# Nothing.\n`);
const leftOut: ComparedFile = { ...same, ...at("l.responses"), leftOut: "after" };

/** The sentences below the heading, the list of counts, and the last line without what was compared. */
function saidOf(files: readonly ComparedFile[], accepted: readonly string[], more: Partial<DiffReport>) {
  const place = { file: "/x.accepted.json", folder: "/", coversFolder: true, older: null };
  const known = {
    place,
    path: "x",
    args: [],
    entries: [],
    mergedEntries: [],
    merged: new Set<string>(),
    unusable: null,
  };
  const toAccept = { kind: "accept", reason: "so be it", only: accepted } as const;
  const acceptance = accepted.length === 0 ? null : decideAcceptance(known, files, toAccept);
  expect(acceptance?.unmet ?? []).toEqual([]);
  const report = { ...reportOf(files), acceptance, ...more };
  const conclusion = concludeDiff(report, false);
  const [, ...blocks] = diffAsMarkdown(report, conclusion).split("\n\n");
  const top = blocks.slice(
    0,
    blocks.findIndex((block) => block.startsWith("From ")),
  );
  const counts = top.filter((block) => block.startsWith("- ")).join("\n");
  return {
    first: top.filter((block) => !block.startsWith("- ")),
    counts: counts === "" ? [] : counts.split("\n").map((line) => line.slice(2)),
    last: conclusion.line.replace(/^.* with the working tree: /, ""),
  };
}

interface State {
  readonly files: readonly ComparedFile[];
  readonly accepted?: readonly string[];
  readonly more?: Partial<DiffReport>;
  /** Sentences at the top of the Markdown. */
  readonly first: readonly string[];
  /** Some lines of its list. */
  readonly counts?: readonly string[];
  readonly last: string;
}

const LOST = "**No longer counted as a sale**";
const POSSIBLE = "esponses are possible that get another outcome, label or captures without a sale.";

const STATES: Readonly<Record<string, State>> = {
  "a recorded sale is lost and accepted, and others are open that nobody recorded": {
    files: [compared(RULES + SOLD + NO, REFUSED + LATE + SOLD + NO)],
    accepted: ["a.responses:1"],
    first: [`Besides what is accepted, no recorded response gets another verdict. R${POSSIBLE}`],
    counts: [
      "1 group of responses is accepted, 1 recorded response among them: **1 no longer a sale**",
      "**1 of 2 examples now fails**",
    ],
    last: "1 with other verdicts, of them 1 with examples that fail; exit code 1: responses get another verdict; besides, lost sales are accepted",
  },
  "a recorded sale is lost and accepted, and a recorded response is open": {
    files: [compared(RULES + SOLD + NO + LATE_ALONE, REFUSED + LATE + SOLD + NO + LATE_ALONE)],
    accepted: ["a.responses:1"],
    first: [
      "Besides what is accepted, of 3 recorded responses 1 gets another outcome, label or captures without a sale.",
    ],
    last: "1 with other verdicts, of them 1 with examples that fail; exit code 1: responses get another verdict; besides, lost sales are accepted",
  },
  "another kind of response is accepted, and a recorded sale is open": {
    files: [compared(RULES + SOLD, REFUSED + LATE + SOLD)],
    accepted: ["a.responses:3"],
    first: ["Of 1 recorded response **1 that counted as a sale is now rejected**."],
    counts: [`${LOST}: 1 recorded response`, "1 group of responses is accepted"],
    last: "1 with other verdicts, of them 1 with examples that fail; exit code 1: responses get another verdict",
  },
  "a mapping with sales is gone": {
    files: [alone("removed", RULES + SOLD), same],
    first: ["**All sales of 1 mapping that was removed are lost**."],
    counts: ["**1 mapping removed, and all its sales lost**"],
    last: "1 removed and 1 the same; exit code 1: mappings were removed, and all their sales are lost",
  },
  "a mapping with sales is gone, and accepted": {
    files: [alone("removed", RULES + SOLD), same],
    accepted: ["p.responses"],
    first: ["**All that differs is accepted, lost sales among it.**"],
    counts: ["**1 mapping removed, and all its sales lost**, and accepted"],
    last: "1 accepted and 1 the same; exit code 0: all that differs is accepted, lost sales among it",
  },
  "a mapping without sales is gone, and accepted": {
    files: [alone("removed", LATE), same],
    accepted: ["p.responses"],
    first: ["**All that differs is accepted.**"],
    counts: ["1 mapping removed, and accepted"],
    last: "1 accepted and 1 the same; exit code 0: all that differs is accepted",
  },
  "a mapping with recorded responses is gone, and another has none": {
    files: [alone("removed", `reject keyword "no"\n${NO}`), compared(RULES, RULES + LATE)],
    first: [
      `In the mappings that have verdicts before and after, no response is recorded in what was changed. R${POSSIBLE}`,
    ],
    counts: ["1 mapping removed"],
    last: "1 with other verdicts and 1 removed; exit code 1: responses get another verdict",
  },
  "a mapping without recorded responses is gone": {
    files: [alone("removed", 'reject keyword "no"\n'), compared(RULES + SOLD, RULES + LATE + SOLD)],
    first: [`The recorded response keeps its verdict. R${POSSIBLE}`],
    last: "1 with other verdicts and 1 removed; exit code 1: responses get another verdict",
  },
  "one has errors, and another changes": {
    files: [broken, compared(RULES + SOLD, RULES + LATE + SOLD)],
    first: [
      `In the mappings that have verdicts before and after, the recorded response keeps its verdict. R${POSSIBLE}`,
      "**A mapping with errors gives no verdicts.**",
    ],
    counts: ["**1 mapping could not be compared**"],
    last: "1 with other verdicts and 1 with errors; exit code 2: a mapping with errors gives no verdicts",
  },
  "one is new, and its examples fail": {
    files: [alone("added", RULES + SOLD.replace("success", "reject")), same],
    first: [],
    counts: ["**1 of 1 example now fails**", "1 mapping added"],
    last: "1 added and 1 the same, of them 1 with examples that fail; exit code 1: mappings were added or removed",
  },
  "an example fails as it did before": {
    files: [
      compared(RULES + NO.replace("reject", "error"), `# Text.\n${RULES}${NO.replace("reject", "error")}`),
    ],
    first: ["**No response changes its verdict (proved).**"],
    counts: ["**1 of 1 example fails, as before**"],
    last: "1 the same, of them 1 with examples that fail; exit code 0: no response changes its verdict (proved)",
  },
  "one is left out now": {
    files: [leftOut, same],
    first: [],
    counts: ["1 mapping left out now"],
    last: "1 left out now and 1 the same; exit code 1: mappings are left out now",
  },
  "one is left out now, and accepted": {
    files: [leftOut, same],
    accepted: ["l.responses"],
    first: ["**All that differs is accepted.**"],
    counts: ["1 mapping left out now, and accepted"],
    last: "1 accepted and 1 the same, of them 1 left out now; exit code 0: all that differs is accepted",
  },
  "labels alone change, and something is left out on both sides": {
    files: [compared(RULES, RULES.replace('"no"', '"no" as No'))],
    more: { leftOut: ["drafts/x.responses"] },
    first: [
      `No response is recorded in what was changed. R${POSSIBLE} No sale is lost or gained in what was compared.`,
    ],
    last: "1 with other verdicts; 1 file is left out by responses.config.json; exit code 1: responses get another verdict",
  },
  "some is accepted, and the rest is not known": {
    files: [undecided(compared(RULES, REFUSED))],
    accepted: ["a.responses:1"],
    first: [
      "**Besides what is accepted, lost sales among it, it is not known whether any response changes its verdict.**",
    ],
    counts: ["1 group of responses is accepted: **1 no longer a sale**", "**1 group not decided**"],
    last: "1 not decided; exit code 3: besides what is accepted, lost sales among it, it is not known whether any response changes its verdict",
  },
  "nothing is accepted, and nothing known": {
    files: [undecided(same)],
    first: ["**It is not known whether any response changes its verdict.**"],
    last: "1 not decided; exit code 3: it is not known whether any response changes its verdict",
  },
  "some differs, and the rest is not known": {
    files: [undecided(compared(RULES, REFUSED))],
    first: [
      "No response is recorded in what was changed. **Responses are possible that counted as sales and no longer do**.",
    ],
    last: "1 with other verdicts, of them 1 not decided in part; exit code 1: responses get another verdict",
  },
};

test.each(Object.entries(STATES))(
  "%s",
  (_, { files, accepted = [], more = {}, first, counts = [], last }) => {
    const said = saidOf(files, accepted, more);
    expect(said).toMatchObject({ first, last });
    expect(said.counts).toEqual(expect.arrayContaining([...counts]));
  },
);

describe("of a mapping that was added", () => {
  const file = alone("added", RULES + SOLD.replace("success", "reject"));

  test("examples that fail are told with what they get", () => {
    const report = reportOf([file]);
    expect(diffAsText(report, { style: PLAIN_STYLE, width: 120 })).toEqual([
      "p.responses added (2 rules, 1 example)",
      "  1 of 1 example now fails:",
      "    p.responses:3  expects reject, gets success",
      "",
    ]);
    expect(diffAsMarkdown(report, concludeDiff(report, false))).toContain(
      "#### `p.responses`\n\nThe mapping was added (2 rules, 1 example).\n\n- **1 example fails**:\n  - the example in line 3 expects `reject` and gets `success`\n",
    );
  });
});

test("a run that finds nothing says what was left out", () => {
  const report = { ...reportOf([]), leftOut: ["drafts"] };
  expect(concludeDiff(report, true).line).toContain(
    "found no mapping file; 1 folder is left out by responses.config.json; exit code 0",
  );
});
