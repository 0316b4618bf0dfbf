import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative } from "node:path";
import { isAcceptedName, isBaselineName } from "@responses/dsl/editor";
import { COMMAND } from "@responses/testing/command";
import { hostileScene, SCENE_NAMES, type SceneName } from "@responses/testing/dead-output/hostile-scenes";
import { hidingLines, livingMarkup } from "@responses/testing/dead-output/living-lines";
import {
  FORMATS,
  livingIn,
  livingInReport,
  type PrintingRuns,
  printingRuns,
  REPORTS_FOLDER,
} from "@responses/testing/dead-output/printing-runs";
import { Random } from "@responses/testing/random";
import { repeatCommand } from "../one-process/repeat-command.mjs";

/*
 * A process of the campaign: `node worker.mjs FIRST SEEDS PART…`. Each seed has a round of each part: a folder of hostile files and all runs
 * that print something of them; it is told by its seed and its part. Of each a line of JSON is written to the file descriptor 3.
 */

/** What is told of a round. */
export interface Told {
  readonly texts: number;
  readonly outputs: number;
  readonly characters: number;
  /** Lines that are alive, with their seeds and runs. */
  readonly alive: readonly string[];
}

/** Statements of each kind in a mapping. */
const GROUPS = 200;
/** The same of the mappings of scenes. */
const SCENE_GROUPS = 8;
/** One mapping of so many can be run; the others are refused, which is told in a fifth of the time. */
const RUNNABLE_EVERY = 3;
const MOST_SHOWN = 300;
/** Nothing of ours colours anything but so, and no hostile text does. */
const COLOUR = new RegExp(`${"\u001b"}\\[[0-9;]*m`, "g");

const REPORTS = "reports";

const [first = "1", seeds = "1", ...parts] = process.argv.slice(2);

/** The rounds in their order. */
const planned = Array.from({ length: Number(seeds) }, (_, index) => Number(first) + index).flatMap((seed) =>
  parts.map((part) => ({ seed, part })),
);

/** A round that is under way. */
interface Round {
  readonly seed: number;
  readonly part: string;
  readonly folder: string;
  readonly hostile: PrintingRuns;
  at: number;
  characters: number;
  readonly alive: string[];
}

let at = 0;
let round = begun();
repeatCommand(
  COMMAND,
  () => {
    if (round.at === round.hostile.runs.length) {
      end(round);
      at += 1;
      if (at === planned.length) return null;
      round = begun();
    }
    return { cwd: round.folder, args: round.hostile.runs[round.at] ?? [] };
  },
  ({ stdout, stderr, exitCode }) => {
    const args = round.hostile.runs[round.at] ?? [];
    round.at += 1;
    round.characters += stdout.length + stderr.length;
    if (exitCode === undefined || exitCode > 5) note(args, [`exit code ${exitCode}`, stderr]);
    note(args, livingIn(args, stdout.replaceAll(COLOUR, ""), stderr.replaceAll(COLOUR, "")));
  },
);

function begun(): Round {
  const { seed = 1, part = REPORTS } = planned[at] ?? {};
  const hostile = hostileRuns(part, seed);
  const folder = mkdtempSync(join(tmpdir(), "responses-dead-"));
  for (const [name, content] of Object.entries(hostile.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  // A terminal's colours stand between the words of half of the mappings.
  process.env.FORCE_COLOR = seed % 4 < 2 ? "1" : "";
  process.env.NO_COLOR = seed % 4 < 2 ? "" : "1";
  return { seed, part, folder, hostile, at: 0, characters: 0, alive: [] };
}

function hostileRuns(part: string, seed: number): PrintingRuns {
  const random = new Random(seed);
  const scene: SceneName | undefined = SCENE_NAMES.find((name) => name === part);
  return scene === undefined
    ? printingRuns(random, GROUPS, seed % RUNNABLE_EVERY > 0, [random.pick(FORMATS)])
    : hostileScene(scene, random, random.pick(FORMATS), SCENE_GROUPS);
}

function note(args: readonly string[], lines: readonly string[]): void {
  for (const line of lines)
    round.alive.push(
      `--seed ${round.seed} --part ${round.part}: ${args.join(" ")}: ${JSON.stringify(line.slice(0, MOST_SHOWN))}`,
    );
}

/** Looks also at what was written into files, and tells. */
function end({ folder, hostile, characters, alive }: Round): void {
  let written = 0;
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path);
    if (name in hostile.files) continue;
    const text = readFileSync(path, "utf8");
    written += text.length;
    note([name], livingInFile(name, text));
  }
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true, force: true });
  const told: Told = {
    texts: hostile.texts,
    outputs: hostile.runs.length,
    characters: characters + written,
    alive,
  };
  writeSync(3, `${JSON.stringify(told)}\n`);
}

function livingInFile(name: string, text: string): readonly string[] {
  if (isBaselineName(name) || isAcceptedName(name)) return hidingLines(text);
  const isForPrograms = /\.(?:[mc]?[jt]s|html|json|map)$/.test(name);
  return isForPrograms && !name.startsWith(`${REPORTS_FOLDER}/`)
    ? livingMarkup(text)
    : livingInReport(extname(name).slice(1), text);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
