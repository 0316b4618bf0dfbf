// npm run campaign -- planted-faults [NAME…] [--threads N]: whether the tests of exact answers about rules notice wrong shortcuts.
//
// Each fault of planted-faults/faults.mjs is planted by itself, in what vitest reads of the sources and not in them, and the tests are run
// until one fails. Those that no test notices are told at the end. Names leave only faults of which they are a part.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FAULTS } from "./planted-faults/faults.mjs";
import { pathOf, planted } from "./planted-faults/planted-source.mjs";

/** @typedef {import("./planted-faults/faults.mjs").Fault} Fault */

/** What must notice them. */
const TESTS = ["reachability", "comparison", "solver", "synthesis", "fixtures"].map(
  (room) => `packages/dsl/test/${room}`,
);

const root = fileURLToPath(new URL("..", import.meta.url));

const { values, positionals } = parseArgs({
  options: { threads: { type: "string", default: String(availableParallelism()) } },
  allowPositionals: true,
});
const chosen = FAULTS.filter(
  ({ breaks }) => positionals.length === 0 || positionals.some((part) => breaks.includes(part)),
);
// All that can be planted, before minutes go by.
for (const fault of chosen) planted(readFileSync(pathOf(fault), "utf8"), fault);

const folder = mkdtempSync(join(tmpdir(), "responses-faults-"));
/** @type {Fault[]} */
const unnoticed = [];
try {
  const failing = await noticed(null);
  if (failing !== null) throw new Error(`without any fault there fails: ${failing}`);
  const queue = [...chosen];
  await Promise.all(Array.from({ length: Number(values.threads) }, () => runThread(queue)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const { breaks, file } of unnoticed) process.stdout.write(`not noticed: ${breaks} (${file})\n`);
process.stdout.write(`${chosen.length - unnoticed.length} of ${chosen.length} faults noticed\n`);
process.exitCode = chosen.length > 0 && unnoticed.length === 0 ? 0 : 1;

/**
 * Plants faults, one after the other, until there are no more.
 *
 * @param {Fault[]} queue
 */
async function runThread(queue) {
  for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
    const start = Date.now();
    const failing = await noticed(fault);
    if (failing === null) unnoticed.push(fault);
    const seconds = Math.round((Date.now() - start) / 1000);
    process.stdout.write(`${fault.breaks}: ${failing ?? "NOT NOTICED"} (${seconds} s)\n`);
  }
}

/**
 * The first test that fails with the fault, or with none; null where all pass.
 *
 * @param {Fault | null} fault
 * @returns {Promise<string | null>}
 */
async function noticed(fault) {
  const number = fault === null ? "none" : String(FAULTS.indexOf(fault));
  const [seen, report] = [join(folder, `${number}.seen`), join(folder, `${number}.json`)];
  const output = await runTests({ RESPONSES_FAULT: number, RESPONSES_FAULT_SEEN: seen }, report);
  if ((fault !== null && !existsSync(seen)) || !existsSync(report))
    throw new Error(`the fault was not planted:\n${output}`);
  /** @type {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.find((result) => result.status === "failed");
    if (failed !== undefined) return failed.fullName.trim();
    if (status === "failed") return `${name.slice(root.length)} ${message.split("\n")[0]}`;
  }
  return null;
}

/**
 * @param {Readonly<Record<string, string>>} environment
 * @param {string} report
 * @returns {Promise<string>} what they print
 */
function runTests(environment, report) {
  const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
  const config = "campaigns/planted-faults/vitest.config.mjs";
  const words = [
    "run",
    "--config",
    config,
    "--root",
    root,
    "--reporter",
    "json",
    "--outputFile",
    report,
    ...TESTS,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...words], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}
