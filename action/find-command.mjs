// Step 1: which command the others run, and where they leave their reports.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { textInput } from "./inputs.mjs";
import { commandOfProject, installCommand, ownVersion, startOf } from "./installed-command.mjs";
import { runStep, StepError } from "./step.mjs";
import { runnerVariable, setOutput } from "./workflow-files.mjs";

await runStep(() => {
  requireNode();
  requireOwnRights();
  const workspace = runnerVariable("GITHUB_WORKSPACE");
  const folder = resolve(workspace, textInput("working-directory"));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new StepError(
      `there is no folder ${folder}: check out the repository before, with actions/checkout`,
    );
  const { program, from } = chosenCommand(folder, workspace);
  const [file, ...args] = startOf(program);
  const { status, stdout, stderr, error } = spawnSync(file, [...args, "--version"], { encoding: "utf8" });
  if (status !== 0) throw new StepError(`${program} does not start: ${error?.message ?? stderr.trim()}`);
  process.stdout.write(`responses ${stdout.trim()}, ${from}\n`);
  setOutput("command", program);
  setOutput("folder", folder);
  setOutput("reports", mkdtempSync(join(runnerVariable("RUNNER_TEMP"), "responses-")));
});

/**
 * @param {string} folder
 * @param {string} workspace
 */
function chosenCommand(folder, workspace) {
  const path = textInput("command");
  if (path !== "") {
    const program = resolve(workspace, path);
    if (!existsSync(program)) throw new StepError(`there is no ${program}, which the input command names`);
    return { program, from: "of the input command" };
  }
  const wanted = textInput("version");
  const own = wanted === "" ? commandOfProject(folder, workspace) : null;
  if (own !== null) return { program: own, from: "of the node_modules of the repository" };
  const version = wanted === "" ? ownVersion() : wanted;
  const home = join(runnerVariable("RUNNER_TEMP"), `responses-cli-${version}`);
  return { program: installCommand(version, home), from: "installed by npm" };
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepError(
    `this needs Node 20.19 or later, and ${process.version} is there: put actions/setup-node before`,
  );
}

function requireOwnRights() {
  if (process.env.GITHUB_EVENT_NAME !== "pull_request_target") return;
  throw new StepError(
    "on pull_request_target a stranger's pull request runs with rights to this repository: use the event pull_request",
  );
}
