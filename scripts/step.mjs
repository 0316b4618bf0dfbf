import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the workspace. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a step and shows it on a line: its name while it runs, then its time, and below it how the work sums itself up,
 * if it does. What its commands wrote is shown only if it fails.
 *
 * @param {string} name what the line says
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function step(name, work) {
  process.stdout.write(`${name} … `);
  const { succeeded, text } = await timed(work);
  process.stdout.write(text);
  return succeeded;
}

/**
 * Runs steps at once, and shows the line of each when it has ended.
 *
 * @param {readonly { readonly name: string, readonly work: () => Promise<Outcome> }[]} steps
 * @returns {Promise<readonly boolean[]>} of each whether it succeeded
 */
export function stepsAtOnce(steps) {
  return Promise.all(
    steps.map(async ({ name, work }) => {
      const { succeeded, text } = await timed(work);
      process.stdout.write(`${name} … ${text}`);
      return succeeded;
    }),
  );
}

/**
 * @param {() => Promise<Outcome>} work
 * @returns {Promise<{ readonly succeeded: boolean, readonly text: string }>} what a step's line says behind its name, and below it
 */
async function timed(work) {
  const start = performance.now();
  const { succeeded, output, summary } = await work();
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (!succeeded) return { succeeded, text: `failed (${time})\n${indented(output)}\n` };
  return { succeeded, text: `${time}\n${summary ? `${indented(summary)}\n` : ""}` };
}

/**
 * @typedef {object} Outcome
 * @property {boolean} succeeded
 * @property {string} output all that the commands wrote
 * @property {string} [summary]
 */

/**
 * Runs a command line, in the workspace's folder and with the workspace's own tools on the path, and keeps what it
 * writes. It gets no standard input, so that nothing waits for an answer.
 *
 * @param {string} commandLine
 * @param {Readonly<Record<string, string>>} [environment] variables besides those of this process
 * @returns {Promise<Outcome>}
 */
export function run(commandLine, environment = {}) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const output = [];
    const child = start(commandLine, environment, "pipe");
    child.stdout?.setEncoding("utf8").on("data", (text) => output.push(text));
    child.stderr?.setEncoding("utf8").on("data", (text) => output.push(text));
    child.on("error", (error) => resolve({ succeeded: false, output: `${output.join("")}${error.message}` }));
    child.on("close", (code) => resolve({ succeeded: code === 0, output: output.join("") }));
  });
}

/**
 * Runs a command line as `run` does, but shows what it writes as it comes.
 *
 * @param {string} commandLine
 * @param {Readonly<Record<string, string>>} [environment] variables besides those of this process
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runShown(commandLine, environment = {}) {
  return new Promise((resolve) => {
    const child = start(commandLine, environment, "inherit");
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/**
 * @param {string} commandLine
 * @param {Readonly<Record<string, string>>} environment
 * @param {"pipe" | "inherit"} output
 */
function start(commandLine, environment, output) {
  const tools = join(root, "node_modules", ".bin");
  const path = `${tools}${delimiter}${process.env.PATH ?? ""}`;
  return spawn(commandLine, {
    cwd: root,
    shell: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, PATH: path, ...environment },
  });
}

/** @param {string} text */
function indented(text) {
  return text.trimEnd().replace(/^(?=.)/gm, "    ");
}
