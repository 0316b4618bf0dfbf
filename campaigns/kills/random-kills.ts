import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { COMMAND } from "@responses/testing/command";
import { WRITING_RUNS } from "@responses/testing/kills/writing-runs";
import { WritingStates } from "@responses/testing/kills/writing-states";
import { Random } from "@responses/testing/random";

/** When the run of a seed is killed, and how. */
export interface Moment {
  readonly name: string;
  readonly signal: "SIGKILL" | "SIGTERM";
  /** From when on it is waited: the start, or the first change in the run's folder. */
  readonly from: "start" | "first change";
  readonly milliseconds: number;
}

/** What became of it. */
export interface Killed {
  readonly moment: Moment;
  /** Whether the run was still there. */
  readonly wasRunning: boolean;
  /** Whether it had done some of its work and not all. */
  readonly isHalfway: boolean;
  readonly faults: readonly string[];
}

/** Most runs write for a few milliseconds after some hundred of getting ready, so half of the moments are taken from there. */
const WRITING_MILLISECONDS = 12;

/** Kills runs that write, at the moment of each seed, and looks at what they leave. */
export class RandomKills {
  readonly #states: ReadonlyMap<string, WritingStates>;

  private constructor(states: ReadonlyMap<string, WritingStates>) {
    this.#states = states;
  }

  /** Runs each once; `remove` has to be called in the end. */
  static async prepare(): Promise<RandomKills> {
    const states = new Map<string, WritingStates>();
    for (const [name, writing] of Object.entries(WRITING_RUNS))
      states.set(name, await WritingStates.of(writing));
    return new RandomKills(states);
  }

  remove(): void {
    for (const states of this.#states.values()) states.remove();
  }

  async kill(seed: number): Promise<Killed> {
    const random = new Random(seed);
    const [name, states] = random.pick([...this.#states]);
    const from = random.chance(0.5) ? "start" : "first change";
    // What is written is written within the first of them.
    const part = from === "start" ? random.fraction() : random.fraction() ** 3;
    const most = from === "start" ? 1.2 * states.duration : WRITING_MILLISECONDS;
    const moment: Moment = {
      name,
      signal: random.chance(0.75) ? "SIGKILL" : "SIGTERM",
      from,
      milliseconds: Math.round(1000 * part * most) / 1000,
    };
    return states.inFolder(async (cwd) => {
      const exitCode = await runKilled(states.args, cwd, moment);
      const isHalfway = states.isHalfway(cwd);
      // What a run leaves that was ended, the next one removes.
      const left = exitCode === null ? [] : states.temporaryFiles(cwd);
      const faults = [
        ...left.map((path) => `${path} was left`),
        ...states.faultsOfKilled(cwd),
        ...(await states.faultsOfNextRun(cwd)),
      ];
      return { moment, wasRunning: exitCode === null, isHalfway, faults };
    });
  }
}

/** Runs the built command and sends it the signal at the moment. Gives the exit code of a run that had ended by then; null otherwise. */
function runKilled(
  args: readonly string[],
  cwd: string,
  { signal, from, milliseconds }: Moment,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const watcher = watch(cwd, () => {
      watcher.close();
      if (from === "first change") killLater();
    });
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd, stdio: "ignore" });
    const killLater = (): void => {
      // A timer takes a millisecond at least.
      if (milliseconds < 1) child.kill(signal);
      else setTimeout(() => child.kill(signal), milliseconds);
    };
    if (from === "start") killLater();
    child.on("error", reject);
    child.on("close", (exitCode) => {
      watcher.close();
      resolve(exitCode);
    });
  });
}
