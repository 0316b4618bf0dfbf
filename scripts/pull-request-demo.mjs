// `npm run demo:pull-request`: what a pull request shows, from a repository that is made for it.
//
// Commits a mapping, makes a branch that changes three of its lines, and runs what the action runs there. Writes into
// artefacts/pull-request the repository, the reports of each command, the annotations, and the summary of the job as Markdown and as a
// page; where there is Chromium, pictures of that page as well.

import "./require-node.mjs";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { annotationsOf } from "../action/annotations.mjs";
import { runAsMarkdown } from "../action/markdown.mjs";
import { PARTS, REPORTS, recordEnding } from "../action/parts.mjs";
import { resultsIn } from "../action/results.mjs";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "./chromium.mjs";
import { escapeHtml } from "./site/escape-html.mjs";
import { renderMarkdown } from "./site/markdown.mjs";
import { root } from "./step.mjs";

const OUTPUT = join(root, "artefacts/pull-request");
const REPOSITORY = join(OUTPUT, "repository");
const REPORTED = join(OUTPUT, "reports");
const COMMAND = join(root, "packages/cli/dist/responses.mjs");
const MAPPING = "harbor-finance.responses";

/** The three lines that the branch changes: each is what somebody would write in good faith. */
const CHANGES = /** @type {const} */ ([
  ['success json "$.result" exact "accepted"', 'success keyword "accepted"'],
  ['exact "outside the area" as "Out of area"', 'keyword "area"           as "Outside the area"'],
  ["error   status 500..599", "error   status 503"],
]);

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(REPOSITORY, { recursive: true });
mkdirSync(REPORTED);
const base = commitBase();
changeThreeLines();
const results = runParts(base);
const summary = runAsMarkdown(results, {
  reports: REPORTED,
  commit: base,
  most: 1024 * 1024,
  elsewhere: "the folder of reports has it",
});
write("summary.md", `${summary}\n`);
write(
  "annotations.txt",
  annotationsOf(results, REPORTED)
    .map((line) => `${line}\n`)
    .join(""),
);
write("summary.html", pageOf(summary));
if (CHROMIUM !== undefined)
  for (const scheme of /** @type {const} */ (["light", "dark"])) takePicture(CHROMIUM, scheme);
process.stdout.write(
  `${summary}\n\nartefacts/pull-request has the summary, the annotations and the reports\n`,
);

/** Commits the mapping as it is on the main branch; gives the commit. */
function commitBase() {
  git("init", "--quiet", "--initial-branch", "main");
  const text = readFileSync(join(root, "scripts/pull-request-demo", MAPPING), "utf8");
  writeFileSync(join(REPOSITORY, MAPPING), text);
  git("add", "--all");
  git("commit", "--quiet", "--message", "Harbor Auto Finance");
  return git("rev-parse", "HEAD").trim();
}

function changeThreeLines() {
  git("switch", "--quiet", "--create", "wider-rules");
  const path = join(REPOSITORY, MAPPING);
  let text = readFileSync(path, "utf8");
  for (const [from, to] of CHANGES) {
    if (!text.includes(from)) throw new Error(`${MAPPING} has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(path, text);
  git("commit", "--quiet", "--all", "--message", "Wider rules");
}

/**
 * Runs check, test and diff as the action does.
 *
 * @param {string} commit that the branch is held against
 */
function runParts(commit) {
  for (const part of PARTS) {
    const args = part === "diff" ? [part, commit] : [part];
    for (const [format, name] of REPORTS[part])
      args.push("--format", format, "--output", join(REPORTED, name));
    const { status, error } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: REPOSITORY });
    if (error !== undefined || status === null) throw error ?? new Error(`responses ${part} was ended`);
    recordEnding(REPORTED, part, { kind: "ended", exitCode: status });
  }
  return resultsIn(REPORTED, { parts: PARTS, failOnChange: false });
}

/**
 * A page that looks about as the summary of a job does.
 *
 * @param {string} markdown
 */
function pageOf(markdown) {
  const css = readFileSync(join(root, "scripts/site/page.css"), "utf8");
  const { html } = renderMarkdown(markdown, (address) => address);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(MAPPING)}</title><style>${css}
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }</style><main>${html}</main></html>
`;
}

/**
 * @param {string} chromium
 * @param {"light" | "dark"} scheme
 */
function takePicture(chromium, scheme) {
  const picture = join(OUTPUT, `summary-${scheme}.png`);
  const dark = scheme === "dark" ? ["--blink-settings=preferredColorScheme=0"] : [];
  execFileSync(
    chromium,
    [
      ...CHROMIUM_ARGUMENTS,
      "--headless",
      ...dark,
      "--hide-scrollbars",
      "--window-size=1100,2400",
      `--screenshot=${picture}`,
      join(OUTPUT, "summary.html"),
    ],
    { stdio: "ignore" },
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  writeFileSync(join(OUTPUT, name), text);
}

/** @param {readonly string[]} args */
function git(...args) {
  const identity = ["-c", "user.name=Responses", "-c", "user.email=responses@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd: REPOSITORY, encoding: "utf8" });
}
