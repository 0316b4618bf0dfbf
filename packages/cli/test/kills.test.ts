import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, onTestFinished, test } from "vitest";
import { WRITING_RUNS, type WritingRun } from "./kills/writing-runs.js";

/*
 * A command that is killed while it writes, before each single change of the disk: every file is as it was or as it was to be, and the
 * next run does what this one did not, and leaves nothing else behind.
 */

const KILL_AT_CALL = new URL("kills/kill-at-call.mjs", import.meta.url).href;

/** No run changes the disk more often. */
const MOST_CALLS = 200;

const isTemporary = (path: string): boolean => path.endsWith(".responses-tmp");

/** What stands in a folder, by path. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** A folder in which the run can begin. */
async function folderFor({ args, files, earlier }: WritingRun): Promise<string> {
  const cwd = folderWith(earlier ?? files);
  if (earlier !== undefined) await run(args, { cwd });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return cwd;
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "responses-test-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Runs the command, killed just before the n-th change of the disk; false where it makes fewer. */
async function killedAt(call: number, args: readonly string[], cwd: string): Promise<boolean> {
  const env = { KILL_AT: String(call), NODE_OPTIONS: `--import=${KILL_AT_CALL}` };
  return (await run(args, { cwd, env })).exitCode === null;
}

describe.each(Object.entries(WRITING_RUNS))("%s", (_, writing) => {
  test("killed before any change of the disk, it leaves files whole, and the next run ends what it began", async () => {
    const begun = await folderFor(writing);
    const before = contentsOf(begun);
    const whole = copyOf(begun);
    await run(writing.args, { cwd: whole });
    const after = contentsOf(whole);
    expect(after).not.toEqual(before);

    let call = 1;
    for (; call <= MOST_CALLS; call += 1) {
      const cwd = copyOf(begun);
      if (!(await killedAt(call, writing.args, cwd))) break;
      const left = contentsOf(cwd);
      expect([...left.keys()]).toEqual(expect.arrayContaining([...before.keys()]));
      for (const [path, text] of left) {
        if (!isTemporary(path)) expect([before.get(path), after.get(path)], path).toContain(text);
      }
      await run(writing.args, { cwd });
      expect(contentsOf(cwd), `after call ${call} and the next run`).toEqual(after);
    }
    expect(call).toBeGreaterThan(3);
    expect(call).toBeLessThan(MOST_CALLS);
  });
});
