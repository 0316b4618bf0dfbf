import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { COMMAND } from "@responses/testing/command";
import { livingMarkup } from "@responses/testing/dead-output/living-lines";
import {
  FORMATS,
  livingIn,
  livingInReport,
  printingRuns,
  REPORTS_FOLDER,
} from "@responses/testing/dead-output/printing-runs";
import { Random } from "@responses/testing/random";
import { repeatCommand } from "../one-process/repeat-command.mjs";

/*
 * A process of the campaign: `node worker.mjs FIRST ROUNDS`. Each round is a folder of hostile files and all runs that print something of
 * them; it is told by its seed alone. Of each a line of JSON is written to the file descriptor 3.
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
/** One mapping of so many can be run; the others are refused, which is told in a fifth of the time. */
const RUNNABLE_EVERY = 3;
const MOST_SHOWN = 300;
/** Nothing of ours colours anything but so, and no hostile text does. */
const COLOUR = new RegExp(`${"\u001b"}\\[[0-9;]*m`, "g");

const [first = 1, rounds = 1] = process.argv.slice(2).map(Number);

/** A round that is under way. */
interface Round {
  readonly seed: number;
  readonly folder: string;
  readonly texts: number;
  readonly runs: readonly (readonly string[])[];
  at: number;
  characters: number;
  readonly alive: string[];
}

let round = begun(first);
repeatCommand(
  COMMAND,
  () => {
    if (round.at === round.runs.length) {
      end(round);
      if (round.seed === first + rounds - 1) return null;
      round = begun(round.seed + 1);
    }
    return { cwd: round.folder, args: round.runs[round.at] ?? [] };
  },
  ({ stdout, stderr, exitCode }) => {
    const args = round.runs[round.at] ?? [];
    round.at += 1;
    round.characters += stdout.length + stderr.length;
    if (exitCode === undefined || exitCode > 5) note(args, [`exit code ${exitCode}`, stderr]);
    note(args, livingIn(args, stdout.replaceAll(COLOUR, ""), stderr.replaceAll(COLOUR, "")));
  },
);

function begun(seed: number): Round {
  const random = new Random(seed);
  const { files, runs, texts } = printingRuns(random, GROUPS, seed % RUNNABLE_EVERY > 0, [
    random.pick(FORMATS),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "responses-dead-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  // A terminal's colours stand between the words of half of the mappings.
  process.env.FORCE_COLOR = seed % 4 < 2 ? "1" : "";
  process.env.NO_COLOR = seed % 4 < 2 ? "" : "1";
  return { seed, folder, texts, runs, at: 0, characters: 0, alive: [] };
}

function note(args: readonly string[], lines: readonly string[]): void {
  for (const line of lines)
    round.alive.push(`--seed ${round.seed}: ${args.join(" ")}: ${JSON.stringify(line.slice(0, MOST_SHOWN))}`);
}

/** Looks also at what was written into files, and tells. */
function end({ folder, texts, runs, characters, alive }: Round): void {
  let written = 0;
  for (const place of ["modules", "pages", "types"])
    for (const path of filesBelow(join(folder, place))) {
      const text = readFileSync(path, "utf8");
      written += text.length;
      note([path.slice(folder.length + 1)], livingMarkup(text));
    }
  for (const path of filesBelow(join(folder, REPORTS_FOLDER))) {
    const text = readFileSync(path, "utf8");
    written += text.length;
    note([path.slice(folder.length + 1)], livingInReport(extname(path).slice(1), text));
  }
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true, force: true });
  const told: Told = { texts, outputs: runs.length, characters: characters + written, alive };
  writeSync(3, `${JSON.stringify(told)}\n`);
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // A mapping that is refused has none.
    return [];
  }
}
