import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleCommand } from "../../scripts/build-command.mjs";
import { FAULT_SETS } from "./fault-sets.mjs";
import { pathOf, planted, plantedInBundle } from "./planted-source.mjs";

/** @typedef {import("./fault-sets.mjs").PlantedFault} PlantedFault */
/** @typedef {import("./fault-sets.mjs").FaultSet} FaultSet */

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "packages/cli/dist");

/**
 * Plants the faults of a set one at a time, in what vitest reads of the sources, or in a command that is built with it, and not in the
 * sources; runs the tests of each until one fails, and tells at the end which no test notices. What the command line names leaves only
 * faults of which it is a part.
 *
 * @param {FaultSet} set
 * @param {Readonly<Record<string, string>>} environment of the tests
 */
export async function plantFaults(set, environment) {
  const faults = FAULT_SETS[set];
  const { values, positionals } = parseArgs({
    options: { threads: { type: "string", default: String(availableParallelism()) } },
    allowPositionals: true,
  });
  const chosen = faults.filter(
    ({ breaks }) => positionals.length === 0 || positionals.some((part) => breaks.includes(part)),
  );
  // All that can be planted, before minutes go by.
  for (const fault of chosen) planted(readFileSync(pathOf(fault), "utf8"), fault);

  const folder = mkdtempSync(join(tmpdir(), "responses-faults-"));
  /** @type {PlantedFault[]} */
  const unnoticed = [];

  /** @param {PlantedFault | null} fault */
  const noticed = (fault) => {
    const name = fault === null ? "none" : `${set} ${faults.indexOf(fault)}`;
    const tests = fault === null ? [...new Set(chosen.flatMap(({ tests }) => tests))] : fault.tests;
    return firstFailing(fault, name, tests, folder, environment);
  };
  /** @param {PlantedFault[]} queue */
  const runThread = async (queue) => {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
      const start = Date.now();
      const failing = await noticed(fault);
      if (failing === null) unnoticed.push(fault);
      const seconds = Math.round((Date.now() - start) / 1000);
      process.stdout.write(`${fault.breaks}: ${failing ?? "NOT NOTICED"} (${seconds} s)\n`);
    }
  };

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
}

/**
 * The first of the tests that fails with the fault, or with none; null where all pass.
 *
 * @param {PlantedFault | null} fault
 * @param {string} name of the fault, for vitest
 * @param {readonly string[]} tests
 * @param {string} folder for what is made on the way
 * @param {Readonly<Record<string, string>>} environment
 * @returns {Promise<string | null>}
 */
async function firstFailing(fault, name, tests, folder, environment) {
  const own = join(folder, name.replace(" ", "-"));
  mkdirSync(own);
  const [seen, report] = [join(own, "seen"), join(own, "report.json")];
  const command = fault?.isOfCommand === true ? { RESPONSES_COMMAND: await buildWith(fault, own, seen) } : {};
  const output = await runTests(
    tests,
    { ...environment, ...command, RESPONSES_FAULT: name, RESPONSES_FAULT_SEEN: seen },
    report,
  );
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
 * Builds the command with the fault, beside no other: what it finds beside itself is that of the built command.
 *
 * @param {PlantedFault} fault
 * @param {string} folder
 * @param {string} seen
 * @returns {Promise<string>} its path
 */
async function buildWith(fault, folder, seen) {
  const worker = readdirSync(dist).find((name) => name.startsWith("bundle-worker-"));
  if (worker === undefined) throw new Error("npm run build comes first");
  const { code } = await bundleCommand(worker, [plantedInBundle(fault, seen)]);
  const [bundle, command] = [join(folder, "bundle.cjs"), join(folder, "responses.mjs")];
  writeFileSync(bundle, code);
  const launcher = new URL("../../packages/cli/launcher/bundle.mjs", import.meta.url).href;
  const built = new URL("../../packages/cli/dist/responses.mjs", import.meta.url).href;
  writeFileSync(
    command,
    `import { compileBundle, runBundle } from ${JSON.stringify(launcher)};
runBundle(compileBundle(${JSON.stringify(bundle)}), ${JSON.stringify(built)});
`,
  );
  return command;
}

/**
 * @param {readonly string[]} tests
 * @param {Readonly<Record<string, string>>} environment
 * @param {string} report
 * @returns {Promise<string>} what they print
 */
function runTests(tests, environment, report) {
  const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
  const config = "campaigns/planted-faults/vitest.config.mjs";
  const words = ["run", "--config", config, "--root", root, "--reporter", "json", "--outputFile", report];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...words, ...tests], {
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
