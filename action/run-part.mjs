// Steps 3 to 5: `node run-part.mjs check`, or test, or diff. It does not fail because the part does: those behind it run as well,
// and the last step says how all ended.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Repository } from "./git.mjs";
import { flagInput, linesInput, textInput } from "./inputs.mjs";
import { startOf } from "./installed-command.mjs";
import { PARTS, REPORTS, recordEnding } from "./parts.mjs";
import { runStep, StepError } from "./step.mjs";

await runStep(async () => {
  const part = PARTS.find((known) => known === process.argv[2]);
  if (part === undefined) throw new StepError(`there is no part ${process.argv[2]}`);
  if (!flagInput(part)) return;
  const reports = textInput("reports");
  const commit = textInput("base-commit");
  const needsBase = part === "diff" || flagInput("only-changed");
  const problem = textInput("base-problem");
  const none = textInput("base-none");
  if (needsBase && problem !== "") recordEnding(reports, part, { kind: "broken", why: problem });
  else if (part === "diff" && none !== "") recordEnding(reports, part, { kind: "skipped", why: none });
  else recordEnding(reports, part, await run(part, { reports, commit: needsBase ? commit : "" }));
});

/**
 * Runs the command for a part.
 *
 * @param {import("./parts.mjs").Part} part
 * @param {{ readonly reports: string, readonly commit: string }} to
 * @returns {Promise<import("./parts.mjs").Ending>}
 */
async function run(part, { reports, commit }) {
  const [file, ...start] = startOf(textInput("command"));
  const args = [part, ...optionsOf(part, commit), ...linesInput(`${part}-args`), "--format", "pretty"];
  for (const [format, name] of REPORTS[part]) args.push("--format", format, "--output", join(reports, name));
  const paths = linesInput("paths");
  if (paths.length > 0) args.push("--", ...paths);
  // Nothing that stands in a file can be a command to the runner.
  const token = randomBytes(16).toString("hex");
  await print(`::stop-commands::${token}\n`);
  const { status, signal, error } = spawnSync(file, [...start, ...args], {
    cwd: textInput("folder"),
    stdio: ["ignore", "inherit", "inherit"],
  });
  await print(`::${token}::\n`);
  if (error !== undefined) return { kind: "broken", why: `it did not start: ${error.message}` };
  if (status === null) return { kind: "broken", why: `it was ended by ${signal}` };
  return { kind: "ended", exitCode: status };
}

/**
 * @param {import("./parts.mjs").Part} part
 * @param {string} commit that the change is held against; empty for no change
 * @returns {readonly string[]}
 */
function optionsOf(part, commit) {
  // The working tree with that commit, itself.
  if (part === "diff") return [commit];
  const since = isBehindHead(commit) ? ["--since", commit] : [];
  const most = part === "check" ? textInput("max-warnings") : "";
  return most === "" ? since : [...since, "--max-warnings", most];
}

/**
 * Whether there is a commit and HEAD stands on it. After a forced push it need not, and what changed since would be what changed since
 * HEAD left it: everything is looked at, then.
 *
 * @param {string} commit
 */
function isBehindHead(commit) {
  return commit !== "" && new Repository(textInput("folder")).mergeBase(commit) === commit;
}

/** @param {string} text */
function print(text) {
  return new Promise((resolve) => process.stdout.write(text, resolve));
}
