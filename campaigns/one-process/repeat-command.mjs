import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileBundle, runBundle } from "../../packages/cli/launcher/bundle.mjs";

/**
 * A run of the command.
 *
 * @typedef {{ readonly cwd: string, readonly args: readonly string[] }} Run
 */

/**
 * What a run wrote, and its exit code, if it has set one.
 *
 * @typedef {{ readonly stdout: string, readonly stderr: string, readonly exitCode: number | undefined }} Ended
 */

/**
 * Runs the built command again and again in this process, as long as there are runs: without starting processes it takes a tenth of the
 * time. What is written is caught. The command is a new one in each run; what it leaves at the process is taken away behind it.
 *
 * @param {string} command the path of packages/cli/dist/responses.mjs
 * @param {() => Run | null} next gives the next run, when the one before has ended, and null where there is none
 * @param {(ended: Ended) => void} onEnd
 */
export function repeatCommand(command, next, onEnd) {
  const name = readdirSync(dirname(command)).find((file) => /^bundle-[0-9a-f]+\.cjs$/.test(file)) ?? "";
  const bundle = compileBundle(join(dirname(command), name), undefined);
  const written = { stdout: "", stderr: "" };
  for (const stream of /** @type {const} */ (["stdout", "stderr"]))
    process[stream].write = /** @type {typeof process.stdout.write} */ (
      (/** @type {string | Uint8Array} */ chunk, /** @type {unknown[]} */ ...rest) => {
        written[stream] += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
        const done = rest.at(-1);
        if (typeof done === "function") process.nextTick(done);
        return true;
      }
    );
  const own = new Map(
    process.eventNames().map((event) => [event, process.listeners(/** @type {"exit"} */ (event))]),
  );
  let isRunning = false;

  // The loop is empty when the command has ended.
  process.on("beforeExit", () => {
    if (isRunning) end();
    const run = next();
    isRunning = run !== null;
    if (run !== null) begin(run);
  });

  /** @param {Run} run */
  function begin({ cwd, args }) {
    process.argv.splice(2, Infinity, ...args);
    process.chdir(cwd);
    process.exitCode = undefined;
    written.stdout = "";
    written.stderr = "";
    runBundle(bundle, pathToFileURL(command).href);
    setImmediate(() => {});
  }

  function end() {
    const { exitCode } = process;
    process.exitCode = 0;
    for (const event of process.eventNames())
      for (const listener of process.listeners(/** @type {"exit"} */ (event)))
        if (event !== "beforeExit" && !(own.get(event) ?? []).includes(listener))
          process.removeListener(event, /** @type {() => void} */ (listener));
    onEnd({ ...written, exitCode: exitCode === undefined ? undefined : Number(exitCode) });
  }
}
