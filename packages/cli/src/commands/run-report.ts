import { type Command, InvalidArgumentError, Option } from "commander";
import type { AnnotatedRun } from "../annotations/annotated-run.js";
import { type ChecksPages, checksPagesAt } from "../formats/checks-pages.js";
import { runAsGithub } from "../formats/github.js";
import { runAsGitlab } from "../formats/gitlab.js";
import { ReportedPaths } from "../formats/reported-paths.js";
import { runAsJunit } from "../formats/run-junit.js";
import { runAsMarkdown } from "../formats/run-markdown.js";
import { runAsSarif } from "../formats/sarif.js";
import { type Conclusion, isUnexplained } from "../report/conclusion.js";
import type { Page } from "../terminal/page.js";
import type { Report } from "./deliver-reports.js";

/** The package's version, which the build writes into the bundle. */
declare const RESPONSES_VERSION: string;

/** The formats of the places where runs are reviewed, alike for all commands. */
export type RunFormat = "markdown" | "sarif" | "github" | "gitlab" | "junit";

/** All formats of a command, in the order of its help. */
export const REPORT_FORMATS = ["pretty", "json", "markdown", "sarif", "github", "gitlab", "junit"] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the help of a command says of its formats. */
export const FORMATS_HELP = `Formats, each for the place where it is read; --output FILE after one writes it to a file, so that one run serves all, and without
one the ending of FILE says which it is to be (.sarif, .md, .json, .xml; text otherwise):
  pretty     a person
  json       a program, as described below
  markdown   a job's summary or a comment: the most serious first, at most 60,000 bytes
  sarif      code scanning: SARIF 2.1.0; of check also what comments silence, marked as such, with their reasons
  github     annotations in a workflow of GitHub, and the text in its log
  gitlab     a Code Quality report of GitLab, of a whole run: what is not in it GitLab takes for mended
  junit      a test report
In all but pretty and json, paths start at the root of the git repository. A report appears as a whole or not at all; if one cannot
be written, the exit code is 2.`;

export interface RunReportOptions {
  readonly checksPage?: ChecksPages;
}

/** Gives a command the option that says where the pages of findings are. */
export function takeChecksPage(command: Command): Command {
  const option = new Option(
    "--checks-page <address>",
    "with sarif, where the pages of findings are, as https://… with {name} in it or to be followed by #NAME",
  ).argParser((text) => {
    const pages = checksPagesAt(text);
    if (pages === null) throw new InvalidArgumentError("Allowed are addresses that begin with https://.");
    return pages;
  });
  return command.addOption(option);
}

/**
 * The run with the reason why it came to nothing among its failures, if none says so: a report that something reads after a run that
 * had nothing to do must not look like one that found nothing.
 */
export function withReason(run: AnnotatedRun, conclusion: Conclusion): AnnotatedRun {
  if (!isUnexplained(conclusion, run.failures.length)) return run;
  return { ...run, failures: [{ message: conclusion.line, file: null }] };
}

/** A run in one of these formats. `text` is what the log of a GitHub runner is to have besides annotations. */
export function reportOfRun(
  format: RunFormat,
  annotated: AnnotatedRun,
  conclusion: Conclusion,
  { checksPage }: RunReportOptions,
  text: (page: Page) => readonly string[],
): Report {
  const run = withReason(annotated, conclusion);
  const folder = process.cwd();
  const paths = ReportedPaths.fromRepository(folder);
  switch (format) {
    case "markdown":
      return { kind: "data", write: () => runAsMarkdown(run, conclusion, paths) };
    case "sarif": {
      const tool = { version: RESPONSES_VERSION, pages: checksPage ?? null };
      return { kind: "data", write: () => runAsSarif(run, conclusion, paths, tool) };
    }
    case "gitlab":
      return { kind: "data", write: () => runAsGitlab(run, paths) };
    case "junit":
      return { kind: "data", write: () => runAsJunit(run, conclusion, paths) };
    case "github": {
      const workspace = ReportedPaths.fromWorkspace(folder, process.env.GITHUB_WORKSPACE);
      return { kind: "commands", lines: () => runAsGithub(run, workspace), text };
    }
  }
}
