import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { livingLines } from "@responses/testing/dead-output/living-lines";
import { FORMATS, livingIn, printingRuns } from "@responses/testing/dead-output/printing-runs";
import { folderWith } from "@responses/testing/folder";
import { Random } from "@responses/testing/random";
import { firstSeed, oneIn } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { deadLine } from "../src/terminal/dead-line.js";

/*
 * No text of a file, a body or a name begins a line that a runner, a terminal or a browser obeys, and none hides something. A run
 * prints some of the formats; the campaign dead-output prints a million texts in all of them.
 */

/** Statements of each kind in a mapping. */
const GROUPS = 24;

test.each([
  { mapping: "that can be run", isRefused: false, formats: FORMATS },
  { mapping: "that is refused", isRefused: true, formats: ["pretty", "github", "markdown"] as const },
])(
  "no text of a hostile mapping $mapping is alive in any output",
  {
    timeout: 300_000,
  },
  async ({ isRefused, formats }) => {
    const seed = firstSeed(isRefused ? 2 : 1);
    const { files, runs } = printingRuns(new Random(seed), GROUPS, isRefused, oneIn(3, formats));
    const folder = folderWith(files);
    const alive: string[] = [];
    let printed = 0;
    for (const args of runs) {
      const { stdout, stderr } = await run(args, { cwd: folder });
      printed += stdout.length;
      for (const line of livingIn(args, stdout, stderr))
        alive.push(`seed ${seed}: ${args.join(" ")}: ${JSON.stringify(line.slice(0, 300))}`);
    }
    expect(alive).toEqual([]);
    expect(printed).toBeGreaterThan(20_000);
  },
);

test("a report for people that goes into a file is dead, too", async () => {
  const folder = folderWith({ "a.responses": 'reject keyword "##[error]x" accept\n' });
  await run(["check", "--format", "pretty", "--output", "report.txt"], { cwd: folder });
  const report = readFileSync(join(folder, "report.txt"), "utf8");
  expect(report).toContain("\\u{23}#[error]x");
  expect(livingLines(report, false)).toEqual([]);
});

test.each([
  ["  ::error::x", "  \\u{3A}:error::x"],
  ["\u001b[1m \u001b[0m::error::x", "\u001b[1m \u001b[0m\\u{3A}:error::x"],
  ["\u3000::error::x", "\u3000\\u{3A}:error::x"],
  ["a ##[add-mask]x ##vso[b]", "a \\u{23}#[add-mask]x \\u{23}#vso[b]"],
  ["###[x]", "#\\u{23}#[x]"],
  ["a::b ## c #[d]", "a::b ## c #[d]"],
])("%j is printed as %j", (line, printed) => {
  expect(deadLine(line)).toBe(printed);
  expect(livingLines(printed.replaceAll(/\p{Cc}\[[0-9;]*m/gu, ""), false)).toEqual([]);
});
