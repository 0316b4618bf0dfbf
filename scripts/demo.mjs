// `npm run demo`: what this project does, from a bare clone with only Node and npm on the machine.
//
// Builds the command, lets it check and test the mapping files in examples/, compiles one of them to a JavaScript module,
// and asks that module about each response that is recorded in the file. With --built it takes the command as it is built.

import "./require-node.mjs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { INSTALLED_SIZE, install, isInstalled } from "./install.mjs";
import { root, run, step } from "./step.mjs";

const MAPPING = "examples/mailchimp.responses";
const OUTPUT = ".cache/demo";
const MODULE = `${OUTPUT}/mailchimp.responses.mjs`;

process.exitCode = (await prepare()) && (await showVerdicts()) ? 0 : 1;

/** All the steps before the verdicts; whether they succeeded. */
async function prepare() {
  return (
    (process.argv.includes("--built") || (await build())) &&
    (await step("responses check examples", () => command("check examples"))) &&
    (await step("responses test examples", () => command("test examples"))) &&
    (await step(`responses compile ${MAPPING}`, () => command(`compile ${MAPPING} --out-dir ${OUTPUT}`)))
  );
}

async function build() {
  return (
    (isInstalled() || (await step(`installing dependencies (once, ${INSTALLED_SIZE})`, install))) &&
    (await step("building", () => run("npm run --silent build")))
  );
}

/**
 * Runs the command as it was built. A success is summed up by the last line that it writes.
 *
 * @param {string} commandLine
 * @returns {Promise<import("./step.mjs").Outcome>}
 */
async function command(commandLine) {
  const { succeeded, output } = await run(`node packages/cli/dist/responses.mjs ${commandLine}`);
  return { succeeded, output, summary: output.trimEnd().split("\n").at(-1) ?? "" };
}

/** Asks the compiled module about the responses recorded in its mapping file; whether it says what they state. */
async function showVerdicts() {
  const { match } = await import(pathToFileURL(join(root, MODULE)).href);
  const recorded = await recordedResponses();
  say(`\n${MAPPING} is now ${MODULE}, a JavaScript module that imports nothing.`);
  say("What it makes of the responses that are recorded in the file:\n");
  let asRecorded = 0;
  for (const { status, body, verdict: expected } of recorded) {
    const verdict = match({ status, body });
    const agrees =
      verdict.outcome === expected.outcome && verdict.label === (expected.label ?? verdict.label);
    if (agrees) asRecorded += 1;
    const label = verdict.label === null ? "" : `: ${verdict.label}`;
    say(
      `  ${agrees ? "✓" : "✗"} ${`${verdict.outcome}${label}`.padEnd(32)} ${status ?? "   "}  ${excerpt(body)}`,
    );
  }
  say(`\n${asRecorded} of ${recorded.length} verdicts are those that the file states.`);
  say(`\nNow open ${MAPPING} and docs/language.md, or write a file of your own:`);
  say("  node packages/cli/dist/responses.mjs init acme.responses");
  return asRecorded === recorded.length && recorded.length > 0;
}

/** The mapping file's examples: a response each, and the verdict that the file states. */
async function recordedResponses() {
  const library = await import(pathToFileURL(join(root, "packages/dsl/dist/index.js")).href);
  const file = library.parse(MAPPING, await readFile(join(root, MAPPING), "utf8"));
  return file.models.filter((/** @type {{ kind: string }} */ { kind }) => kind === "example");
}

/** @param {string} body */
function excerpt(body) {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
