// Step 7, if it is asked for: the comment on the pull request, one that is brought up to date.

import { PullRequestComments, Refused } from "./comments.mjs";
import { flagInput, textInput } from "./inputs.mjs";
import { runAsMarkdown } from "./markdown.mjs";
import { resultsIn } from "./results.mjs";
import { annotate, runStep, StepError } from "./step.mjs";
import { wantedOfInputs } from "./wanted.mjs";
import { readEvent, textIn, valueIn } from "./workflow-files.mjs";

/** GitHub takes 65,536 characters; bytes are never fewer. */
const MOST_BYTES = 65_000;

/** What a token says that may not write, or may not even know. */
const NO_RIGHT = [401, 403, 404];

await runStep(async () => {
  if (!flagInput("comment")) return;
  const { payload } = readEvent();
  const pullRequest = valueIn(payload, "pull_request", "number");
  if (typeof pullRequest !== "number") {
    process.stdout.write("no comment: this event is of no pull request\n");
    return;
  }
  const mark = markOf(textInput("comment-key"));
  const head = textIn(payload, "pull_request", "head", "sha");
  const body = `${mark}\n${markdown()}\n\nOf the commit ${head}.`;
  try {
    const comments = new PullRequestComments(textInput("token"));
    const known = await comments.find(pullRequest, textInput("comment-author"), mark);
    if (known === null) await comments.add(pullRequest, body);
    else if (known.body !== body) await comments.update(known.id, body);
    process.stdout.write(
      `the comment is ${known === null ? "written" : known.body === body ? "as it was" : "brought up to date"}\n`,
    );
  } catch (error) {
    if (!(error instanceof Refused) || !NO_RIGHT.includes(error.status)) throw error;
    if (!isOfStranger(payload))
      throw new StepError(`${error.message}: give the job \`permissions: pull-requests: write\``);
    annotate(
      "notice",
      `no comment: the token of this pull request can only read (${error.status}); the summary of the job has all`,
    );
  }
});

/**
 * What nobody sees and this action finds again.
 *
 * @param {string} key
 */
function markOf(key) {
  if (!/^[\w.-]*$/.test(key))
    throw new StepError(
      `the input comment-key is of letters, digits, ".", "_" and "-", not ${JSON.stringify(key)}`,
    );
  return `<!-- responses-action ${key} -->`;
}

function markdown() {
  const reports = textInput("reports");
  const results = resultsIn(reports, wantedOfInputs());
  const elsewhere = "the summary of the job has it";
  return runAsMarkdown(results, { reports, commit: textInput("base-commit"), most: MOST_BYTES, elsewhere });
}

/**
 * Whether GitHub gives the run of this pull request a token that can only read, unless it is told otherwise.
 *
 * @param {unknown} payload
 */
function isOfStranger(payload) {
  const head = textIn(payload, "pull_request", "head", "repo", "full_name");
  return (
    head !== textIn(payload, "pull_request", "base", "repo", "full_name") ||
    process.env.GITHUB_ACTOR === "dependabot[bot]"
  );
}
