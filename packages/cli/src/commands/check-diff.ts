import { conclude, concludeEmpty } from "../report/conclusion.js";
import {
  fixedInWords,
  fixedLines,
  hasOpenChoice,
  noSuchSuggestion,
  OPEN_CHOICE,
} from "../report/fixes-text.js";
import { unifiedDiff } from "../report/unified-diff.js";
import { whyUnusable } from "../report/why-unusable.js";
import { type FixedFiles, fixFiles } from "../runs/fixed-files.js";
import type { Inputs } from "../runs/inputs.js";
import type { SuggestionChoice } from "../runs/suggestions.js";
import { EXIT } from "../terminal/exit-codes.js";
import { pageFor } from "../terminal/page.js";
import { printDiff, printErrorLine } from "../terminal/print.js";
import { endRun } from "./end-run.js";

/** `responses check --diff`: shows on standard output what `--fix` would change, and tells the rest on standard error. */
export function showFixes(
  inputs: Inputs,
  suggestions: SuggestionChoice | null,
  allowEmpty: boolean | undefined,
): void {
  const report = fixFiles(inputs, suggestions, "nowhere");
  printDiff(
    report.files.flatMap(({ path, before, after }) => unifiedDiff(path, before, after)),
    "check --fix without --diff",
  );
  for (const line of fixedLines(report.files, "would fix", pageFor(process.stderr))) printErrorLine(line);
  const count = inputs.found.paths.length;
  endRun({
    conclusion: concludeDiff(report, count, suggestions, allowEmpty),
    problems: report.problems,
    output: "data",
  });
}

function concludeDiff(
  { files, problems }: FixedFiles,
  count: number,
  suggestions: SuggestionChoice | null,
  allowEmpty: boolean | undefined,
): ReturnType<typeof conclude> {
  const done = `${fixedInWords(files, "to make")}read ${count} ${count === 1 ? "file" : "files"}, wrote nothing`;
  if (problems.length > 0) return conclude(done, EXIT.unusable, whyUnusable(problems));
  if (count === 0) return concludeEmpty("no mapping file", allowEmpty);
  const missing = noSuchSuggestion(files, suggestions);
  if (missing !== null) return conclude(done, EXIT.unusable, missing);
  if (hasOpenChoice(files)) return conclude(done, EXIT.problems, OPEN_CHOICE);
  return files.some(({ made }) => made.length > 0)
    ? conclude(done, EXIT.problems, "--fix makes these changes")
    : conclude(done, EXIT.fine, "there is nothing to fix");
}
