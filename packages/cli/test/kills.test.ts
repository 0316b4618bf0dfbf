import { run } from "@responses/testing/command";
import { WRITING_RUNS } from "@responses/testing/kills/writing-runs";
import { WritingStates } from "@responses/testing/kills/writing-states";
import { oneIn } from "@responses/testing/random-runs";
import { describe, expect, onTestFinished, test } from "vitest";

/*
 * A command that is killed while it writes, before each single change of the disk: every file is as it was or as it was to be, and the
 * next run does what this one did not, and leaves nothing else behind. The campaign `kills` kills the same runs at random moments.
 */

const KILL_AT_CALL = new URL("kills/kill-at-call.mjs", import.meta.url).href;

/** No run changes the disk more often. */
const MOST_CALLS = 200;

/** Runs the command, killed just before the n-th change of the disk; false where it makes fewer. */
async function killedAt(call: number, args: readonly string[], cwd: string): Promise<boolean> {
  const env = { KILL_AT: String(call), NODE_OPTIONS: `--import=${KILL_AT_CALL}` };
  return (await run(args, { cwd, env })).exitCode === null;
}

describe.each(oneIn(3, Object.entries(WRITING_RUNS)))("%s", (_, writing) => {
  test("killed before any change of the disk, it leaves files whole, and the next run ends what it began", async () => {
    const states = await WritingStates.of(writing);
    onTestFinished(() => states.remove());
    expect(states.after).not.toEqual(states.before);

    let call = 1;
    for (; call <= MOST_CALLS; call += 1) {
      const isKilled = await states.inFolder(async (cwd) => {
        if (!(await killedAt(call, writing.args, cwd))) return false;
        expect(states.faultsOfKilled(cwd), `at call ${call}`).toEqual([]);
        expect(await states.faultsOfNextRun(cwd), `at call ${call}`).toEqual([]);
        return true;
      });
      if (!isKilled) break;
    }
    expect(call).toBeGreaterThan(3);
    expect(call).toBeLessThan(MOST_CALLS);
  });

  test("what it leaves beside its files the next run removes, also one for which nothing is left to do", async () => {
    const states = await WritingStates.of(writing);
    onTestFinished(() => states.remove());
    let left: readonly string[] = [];
    for (let call = 1; left.length === 0; call += 1) {
      await states.inFolder(async (cwd) => {
        expect(await killedAt(call, writing.args, cwd), `at call ${call}`).toBe(true);
        left = states.temporaryFiles(cwd);
        states.finish(cwd);
        await run(writing.args, { cwd });
        expect(states.temporaryFiles(cwd)).toEqual([]);
      });
    }
  });
});
