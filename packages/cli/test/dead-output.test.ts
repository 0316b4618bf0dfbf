import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { hostileScene, SCENE_NAMES } from "@responses/testing/dead-output/hostile-scenes";
import { livingLines } from "@responses/testing/dead-output/living-lines";
import {
  FORMATS,
  livingIn,
  type PrintingRuns,
  printingRuns,
} from "@responses/testing/dead-output/printing-runs";
import { folderWith } from "@responses/testing/folder";
import { Random } from "@responses/testing/random";
import { firstSeed, oneIn } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
import { deadLine } from "../src/terminal/dead-line.js";

/*
 * No text of a file, a body or a name begins a line that a runner, a terminal or a browser obeys, and none hides something. Each run of
 * these tests tries a part of the runs of the command; the campaign dead-output prints a million texts in all of them.
 */

/** Statements of each kind in a mapping: the largest of all runs, and those of a scene. */
const [GROUPS, SCENE_GROUPS] = [24, 6];

test.each([
  { mapping: "that can be run", isRefused: false },
  { mapping: "that is refused", isRefused: true },
])(
  "no text of a hostile mapping $mapping is alive in any output",
  { timeout: 300_000 },
  async ({ isRefused }) => {
    const seed = firstSeed(isRefused ? 2 : 1);
    const { files, runs } = printingRuns(new Random(seed), GROUPS, isRefused, FORMATS);
    const { alive, printed } = await printedBy(seed, files, oneIn(3, runs));
    expect(alive).toEqual([]);
    expect(printed).toBeGreaterThan(20_000);
  },
);

test.each(oneIn(3, SCENE_NAMES))(
  "nothing is alive in what is printed of %s",
  { timeout: 300_000 },
  async (name) => {
    const seed = firstSeed(Math.floor(Date.now() / 1_000));
    const random = new Random(seed);
    const { files, runs } = hostileScene(name, random, random.pick(FORMATS), SCENE_GROUPS);
    expect((await printedBy(seed, files, runs)).alive).toEqual([]);
  },
);

/** The lines that are alive in what the runs print, one after another, and how much they print. */
async function printedBy(
  seed: number,
  files: PrintingRuns["files"],
  all: PrintingRuns["runs"],
): Promise<{ readonly alive: readonly string[]; readonly printed: number }> {
  const cwd = folderWith(files);
  const alive: string[] = [];
  let printed = 0;
  for (const args of all) {
    const { stdout, stderr } = await run(args, { cwd });
    printed += stdout.length;
    for (const line of livingIn(args, stdout, stderr))
      alive.push(`seed ${seed}: ${args.join(" ")}: ${JSON.stringify(line.slice(0, 300))}`);
  }
  return { alive, printed };
}

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
