import { dirname } from "node:path";
import { clearLeftovers, realPathOf } from "@responses/node-host";
import type { Command } from "commander";
import { annotatedDiff } from "../annotations/annotated-run.js";
import { concludeDiff } from "../report/diff-conclusion.js";
import { diffAsJson } from "../report/diff-json.js";
import { diffAsMarkdown } from "../report/diff-markdown.js";
import { diffAsText } from "../report/diff-text.js";
import { writtenInWords } from "../runs/acceptance-words.js";
import { writeAcceptedEntries } from "../runs/accepted-entries.js";
import { gatherSides } from "../runs/compared-sides.js";
import { runDiff } from "../runs/diff-run.js";
import type { Page } from "../terminal/page.js";
import {
  ACCEPTANCE_HELP,
  type AcceptanceOptions,
  acceptedOf,
  refuseUnmet,
  takeAcceptance,
  toAcceptOf,
} from "./acceptance-options.js";
import { deliverReports, type Report } from "./deliver-reports.js";
import { type RevisionOptions, revisionOf } from "./mapping-file-options.js";
import { takeReportOptions } from "./report-options.js";
import {
  FORMATS_HELP,
  REPORT_FORMATS,
  type ReportFormat,
  type RunReportOptions,
  reportOfRun,
  takeChecksPage,
} from "./run-report.js";

interface Options extends RunReportOptions, RevisionOptions, AcceptanceOptions {
  readonly all?: boolean;
  readonly allowEmpty?: boolean;
}

const HELP = `
What is compared:
  responses diff OLD NEW              two files, or the files of two folders
  responses diff REV [PATHS]          a git revision with the working tree
  responses diff OLD..NEW [PATHS]     two revisions
  responses diff OLD...NEW [PATHS]    NEW with the revision at which it left OLD
  responses diff --base REV [PATHS]   the working tree with the revision at which HEAD left REV
Paths are files, folders or globs; without one, all mapping files in the current folder and below. Included files and
project files are read from the same revision. Git only reads: nothing is checked out, and the index does not count.

Examples:
  responses diff old.responses new.responses
  responses diff HEAD                       what is not committed yet
  responses diff main...HEAD buyers         what this branch changes, in one folder
  responses diff --base main --accept 'the buyer says no to these now'
  responses diff --base main --accept 'only the new label' --accept-only acme.responses:12
  responses diff --base origin/main --format markdown >> "$GITHUB_STEP_SUMMARY"

${ACCEPTANCE_HELP}

${FORMATS_HELP}

--format json prints one object:
  { "before": { "name", "commit" or null }, "after": (the same),
    "summary": { "files", "same", "differing", "accepted", "undecided", "failed" },
    "files": [{ "before": path or null, "after": path or null, "renamed",
                "renamedBy": "text", "system" or "examples" by which it was known again, or null,
                "leftOut": "before" or "after" where a project file leaves it out on that side, or null,
                "result": "same", "differs", "accepted", "undecided", "added", "removed" or "failed",
                "accepted": why it is that it came or went, or null,
                "changes": [{ "money": "success-lost", "success-gained", "success-captures" or "none",
                              "differs": "outcome", "label" or "captures",
                              "recorded": whether an example has the witness; it is made up otherwise,
                              "before": { "verdict", "rule": { "file", "line" } or null }, "after": (the same),
                              "witness": { "status", "body" }, "accepted": the reason or null }],
                "unlisted": other groups of responses that are not told,
                "unlistedSales": in how many of them a sale would count no more, or count now,
                "undecided": [{ "before": { "file", "line" } or null, "after": (the same), "reason" }],
                "examples": [{ "file", "line", "name", "recordedIn": "before", "after" or "both",
                               "before": { "verdict", "rule" }, "after": (the same),
                               "response": { "status", "body" }, "accepted": the reason or null }],
                "failing": [{ "file", "line", "name", "expected", "actual", "failedBefore" }],
                "newFindings": [what check gives of errors and warnings that the older side had not: all of an added mapping] }],
    "errors": [{ "side": "before" or "after", and what check gives of a finding }],
    "acceptance": null or { "file", "written": whether --accept has something to write,
                            "expired": [{ "fingerprint", "mapping", "change", "before", "after", "of", "reason" }],
                            "merged": (the same) },
    "leftOut": [files and folders that project files leave out now, not compared],
    "notes": [sentences], "problems": [sentences] }
A verdict is { "outcome", "label", "captures" }. A group of "changes" is what one rule decided before and another decides
now; a rule null stands for no rule. Of groups that differ in one unedited rule alone and give the same verdicts the first is
told, and of one rule ten groups, sales first; --all tells all of them. "failing" are examples of the newer side that fail in it, those
of an added mapping, too.

Exit codes: 0 no response changes its verdict, or all that differs is accepted; 1 responses get another verdict, or mappings were added,
removed or left out; 2 wrong use, or something could not be compared; 3 not decided; 5 an accepted difference is not what
the change does any more, whatever differs besides. A build that leaves changes to people passes with 1 and 3, and fails with any other.`;

export function register(program: Command): void {
  const command = program
    .command("diff")
    .summary("show which responses get a different verdict after a change")
    .description(
      "Compares mapping files of two places or git revisions: which responses get another verdict, each group with a response that shows it, money first.",
    )
    .argument("[what...]", "two files or folders, or a git revision and paths")
    .option("--base <rev>", "compare the working tree with the revision at which HEAD left this one")
    .option("--since <rev>", "the same as --base, by the name that check and test use")
    .option("--all", "list every group of responses, not only the ten most important of each rule")
    .option("--allow-empty", "succeed even if there is no file to compare");
  const targetsOf = takeReportOptions(command, REPORT_FORMATS);
  takeChecksPage(takeAcceptance(command))
    .addHelpText("after", HELP)
    .action(async (what: readonly string[], options: Options) => {
      const targets = targetsOf();
      const sides = await gatherSides(what, revisionOf(options), options.allowEmpty === true);
      const base = revisionOf(options);
      const accepted = acceptedOf(sides, options, [...what, ...(base === null ? [] : ["--base", base])]);
      const toAccept = toAcceptOf(options);
      const report = await runDiff(sides, { all: options.all === true, accepted, toAccept });
      refuseUnmet(report);
      const conclusion = concludeDiff(report, options.allowEmpty);
      const lines = (page: Page) => diffAsText(report, page);
      const reportIn = (format: ReportFormat): Report => {
        switch (format) {
          case "pretty":
            return { kind: "text", lines };
          case "json":
            return { kind: "data", write: () => diffAsJson(report, conclusion) };
          case "markdown":
            return { kind: "data", write: () => diffAsMarkdown(report, conclusion) };
          default:
            return reportOfRun(format, annotatedDiff(report), conclusion, options, lines);
        }
      };
      const inputs = [sides.before, sides.after].flatMap(({ files }) => files.lookedFor);
      if (accepted !== null) inputs.push(realPathOf(accepted.place.file));
      if (accepted !== null && toAccept !== null) clearLeftovers(dirname(accepted.place.file));
      const toWrite = report.acceptance?.toWrite ?? null;
      const ending = { conclusion, problems: report.problems, inputs };
      if (accepted === null || toWrite === null) deliverReports(targets, reportIn, ending);
      else {
        const lastly = (): string => writtenInWords(accepted.path, writeAcceptedEntries(accepted, toWrite));
        deliverReports(targets, reportIn, { ...ending, lastly });
      }
    });
}
