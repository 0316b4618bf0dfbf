import { isDeepStrictEqual } from "node:util";
import {
  type ExampleResult,
  type FileModel,
  type Host,
  type Linked,
  type Located,
  link,
  parse,
} from "@responses/dsl";
import { type Analysis, analyse, analyseAtOnce, type ExampleRun } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { editedFile, INCLUDED, randomFile } from "@responses/testing/random-files";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";

/*
 * An analysis that takes over what an edit left as it was equals one that is made afresh.
 */

const RUNS = runs(25);
const SEED = firstSeed(1);
const EDITS = 40;
const MAIN = "main.responses";

/** The files of a mapping as an editor has them: read anew after each edit with what was read before. */
class EditedFiles {
  readonly #texts = new Map<string, string>();
  readonly #models = new Map<string, FileModel>();

  text(path: string): string {
    return this.#texts.get(path) ?? "";
  }

  set(path: string, text: string): void {
    this.#texts.set(path, text);
    this.#models.set(path, parse(path, text, this.#models.get(path)));
  }

  /** With what was read before. */
  linked(): Linked {
    return this.#link((path) => this.#models.get(path) ?? null);
  }

  /** As if nothing had been read before. */
  linkedAfresh(): Linked {
    return this.#link((path) => {
      const text = this.#texts.get(path);
      return text === undefined ? null : parse(path, text);
    });
  }

  #link(load: Host["load"]): Linked {
    const main = load(MAIN);
    if (main === null) throw new Error("there is no text yet");
    return link(main, { resolve: (_from, path) => path, load });
  }
}

/** All that an analysis says, with places for parts of the mapping. */
function saidBy({ findings, run }: Analysis): unknown {
  return { findings, run: run === null ? null : saidByRun(run) };
}

function saidByRun(run: ExampleRun): unknown {
  const { mapping, results } = run;
  const examples = (some: readonly ExampleResult[]) => some.map(({ example }) => placeOf(example));
  return {
    results: results.map(({ example, verdict, decidedBy, difference }) => ({
      example: placeOf(example),
      verdict,
      decidedBy: decidedBy === null ? null : placeOf(decidedBy),
      difference,
      rules: run.rulesFor(example).map(placeOf),
    })),
    rules: mapping.rules.map((rule) => ({
      rule: placeOf(rule),
      decides: examples(run.decidedBy(rule)),
      matches: examples(run.matchedBy(rule)),
    })),
  };
}

function placeOf({ statement, file }: Located<unknown>): string {
  return `${file.path} ${statement.start}`;
}

/** An analysis as the server makes one: sometimes given up on the way, since the next edit is there already. */
function analysed(linked: Linked, previous: Analysis | null, random: Random): Analysis | null {
  const steps = analyse(linked, previous);
  const most = random.chance(0.1) ? random.integer(0, 4) : Infinity;
  for (let taken = 0; taken <= most; taken++) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
  return null;
}

interface Script {
  readonly statements: number;
  readonly edits: number;
}

/** How many of the edited mappings could be run. */
function runScript(seed: number, { statements, edits }: Script): number {
  const random = new Random(seed);
  const files = new EditedFiles();
  const [common, deep] = INCLUDED;
  files.set(common, randomFile(random, random.integer(0, 6), [deep]));
  files.set(deep, randomFile(random, random.integer(0, 4), []));
  files.set(MAIN, randomFile(random, statements, [common, deep]));
  const sound = new Map<string, string>();
  let previous: Analysis | null = null;
  let running = 0;
  for (let edit = 0; edit < edits; edit++) {
    const linked = files.linked();
    const analysis = analysed(linked, previous, random);
    if (analysis !== null) {
      const said = saidBy(analysis);
      const fresh = saidBy(analyseAtOnce(files.linkedAfresh()));
      const message = `with RESPONSES_SEED=${seed} RESPONSES_RUNS=1, after edit ${edit}`;
      if (!isDeepStrictEqual(said, fresh)) expect(said, message).toEqual(fresh);
      previous = analysis;
    }
    const path = random.pick([MAIN, MAIN, MAIN, MAIN, common, deep]);
    const isRunning = linked.kind === "mapping";
    if (isRunning) running++;
    // Nobody leaves a file broken for long.
    for (const name of [MAIN, common, deep]) {
      const good = sound.get(name);
      if (isRunning) sound.set(name, files.text(name));
      else if (good !== undefined && good !== files.text(name) && random.chance(0.5)) files.set(name, good);
    }
    files.set(path, editedFile(files.text(path), random, [common, deep, "missing.responses"]));
  }
  return running;
}

test.each([
  { name: "short files", runs: RUNS, statements: 25, edits: EDITS },
  {
    name: "files in which rules and texts are looked up",
    runs: Math.ceil(RUNS / 15),
    statements: 350,
    edits: 20,
  },
])("after each of many edits of $name", ({ runs, statements, edits }) => {
  let running = 0;
  for (let seed = SEED; seed < SEED + runs; seed++) running += runScript(seed, { statements, edits });
  // Most of what is compared is a mapping that runs.
  if (runs > 1) expect(running).toBeGreaterThan(runs * edits * 0.3);
});
