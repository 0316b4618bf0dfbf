import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./stopwatch.mjs";

/* How long the command takes from its start to its end, beside a Node that does nothing. */

const RUNS = 25;

const command = fileURLToPath(new URL("../packages/cli/dist/responses.mjs", import.meta.url));
const small = fileURLToPath(new URL("../packages/cli/launcher/sample.responses", import.meta.url));

/** @type {readonly (readonly [name: string, args: readonly string[]])[]} */
const STARTS = [
  ["node -e 0", ["-e", "0"]],
  ["responses --version", [command, "--version"]],
  ["responses check SMALL", [command, "check", small]],
  ["responses test SMALL", [command, "test", small]],
];

/** @returns {import("./table.mjs").Table} */
export function benchStarting() {
  /** @type {number[][]} */
  const taken = STARTS.map(() => []);
  for (let run = 0; run < RUNS; run++) {
    STARTS.forEach(([, args], index) => {
      const start = performance.now();
      spawnSync(process.execPath, args, { stdio: "ignore" });
      taken[index]?.push(performance.now() - start);
    });
  }
  const nothing = median(taken[0] ?? []);
  return {
    title: `Cold start (median of ${RUNS} runs, taking turns)`,
    columns: ["command", "ms", "÷ node -e 0"],
    rows: STARTS.map(([name], index) => [
      name,
      median(taken[index] ?? []),
      median(taken[index] ?? []) / nothing,
    ]),
    notes: ["less than 2 is wanted"],
  };
}
