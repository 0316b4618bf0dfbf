// Step 6: annotations, the summary of the job, and the outputs of the action.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { annotationsOf } from "./annotations.mjs";
import { flagInput, textInput } from "./inputs.mjs";
import { runAsMarkdown } from "./markdown.mjs";
import { CHANGE_CODES, hasFailed, readChange, resultsIn } from "./results.mjs";
import { runStep } from "./step.mjs";
import { wantedOfInputs } from "./wanted.mjs";
import { appendSummary, setOutput } from "./workflow-files.mjs";

/** GitHub drops a longer summary, with an error. */
const MOST_BYTES = 1024 * 1024 - 1;

await runStep(() => {
  const reports = textInput("reports");
  const commit = textInput("base-commit");
  const results = resultsIn(reports, wantedOfInputs());
  setOutput("result", hasFailed(results) ? "failed" : "passed");
  for (const { part, ending } of results)
    if (ending.kind === "ended") setOutput(`${part}-exit-code`, String(ending.exitCode));
  const change = results.find(({ part }) => part === "diff")?.ending;
  if (change?.kind === "ended") setOutput("changes", changesIn(reports, change.exitCode));
  setFileOutput("sarif-file", join(reports, "check.sarif"));
  setFileOutput("junit-file", join(reports, "test-junit.xml"));
  if (flagInput("annotations"))
    for (const line of annotationsOf(results, reports)) process.stdout.write(`${line}\n`);
  if (flagInput("summary")) {
    const elsewhere = "the log of this job has it";
    appendSummary(runAsMarkdown(results, { reports, commit, most: MOST_BYTES, elsewhere }));
  }
});

/**
 * Whether something differs, accepted or not; empty where the comparison came to no result.
 *
 * @param {string} reports
 * @param {number} exitCode
 */
function changesIn(reports, exitCode) {
  const change = CHANGE_CODES.includes(exitCode) ? readChange(reports) : null;
  if (change === null) return "";
  if (change.differing + change.accepted > 0) return "true";
  return change.undecided > 0 ? "unknown" : "false";
}

/**
 * @param {string} name
 * @param {string} path
 */
function setFileOutput(name, path) {
  if (existsSync(path)) setOutput(name, path);
}
