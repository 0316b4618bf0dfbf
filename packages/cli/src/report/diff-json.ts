import type { Rule, Verdict, VerdictChange } from "@responses/dsl";
import {
  type ComparedMappings,
  type ExampleChange,
  NO_CHANGE,
  responseParts,
  ruleAt,
} from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import type { Acceptance } from "../runs/acceptance.js";
import { type ComparedFile, type ComparedResult, newIn } from "../runs/compared-file.js";
import { noteInWords } from "../runs/diff-notes.js";
import type { DiffReport, SideReport } from "../runs/diff-run.js";
import { reasonFor } from "../runs/parted-changes.js";
import { standingOf } from "../runs/standing.js";
import { findingAsJson } from "./check-json.js";
import type { Conclusion } from "./conclusion.js";
import { problemsAsJson, writeJson } from "./json.js";
import { expectedAsJson } from "./test-json.js";

/** `responses diff --format json`; the help describes it. */
export function diffAsJson(report: DiffReport, conclusion: Conclusion): string {
  const { before, after, files, notes, problems, acceptance } = report;
  const countOf = (isCounted: (file: ComparedFile) => boolean): number => files.filter(isCounted).length;
  return writeJson({
    before: { name: before.name, commit: before.commit },
    after: { name: after.name, commit: after.commit },
    summary: {
      files: files.length,
      same: countOf((file) => standingOf(file, acceptance) === "same"),
      differing: countOf((file) => standingOf(file, acceptance) === "differs"),
      accepted: countOf((file) => standingOf(file, acceptance) === "accepted"),
      undecided: countOf((file) => file.kind === "compared" && file.comparison.undecided.length > 0),
      failed: countOf((file) => standingOf(file, acceptance) === "failed"),
    },
    files: files.map((file) => fileAsJson(file, report)),
    acceptance:
      acceptance === null
        ? null
        : {
            file: acceptance.path,
            written: acceptance.toWrite !== null,
            expired: acceptance.expired,
            merged: acceptance.merged,
          },
    errors: [...errorsAsJson("before", before), ...errorsAsJson("after", after)],
    leftOut: report.leftOut,
    notes: notes.map((note) => noteInWords(note, report)),
    problems: problemsAsJson(problems, conclusion),
  });
}

function errorsAsJson(side: "before" | "after", { errors, sourceOf }: SideReport): readonly object[] {
  return errors.map((reported) => ({ side, ...findingAsJson(reported, sourceOf) }));
}

function fileAsJson(file: ComparedFile, { acceptance, after: { sourceOf } }: DiffReport): object {
  const { before, after, renamedBy, leftOut } = file;
  const head = {
    before,
    after,
    renamed: renamedBy !== null,
    renamedBy,
    leftOut,
    result: resultOf(file, acceptance),
    accepted: reasonFor(acceptance, file),
  };
  const { failing, newFindings } = newIn(file);
  return {
    ...head,
    ...(file.kind === "compared" ? comparedAsJson(file, acceptance) : { ...NO_CHANGE, examples: [] }),
    failing: failing.map(({ example, verdict, failedBefore }) => ({
      ...placeOfStatement(example),
      name: example.model.name,
      expected: expectedAsJson(example),
      actual: verdict,
      failedBefore,
    })),
    newFindings: newFindings.map((reported) => findingAsJson(reported, sourceOf)),
  };
}

function resultOf(file: ComparedFile, acceptance: Acceptance | null): string {
  const standing = standingOf(file, acceptance);
  return standing === "differs" && file.kind !== "compared" ? file.kind : standing;
}

function comparedAsJson(compared: ComparedFile & ComparedResult, acceptance: Acceptance | null): object {
  const { mappingBefore, mappingAfter, comparison, examples } = compared;
  return {
    changes: comparison.changes.map((change) => ({
      ...changeAsJson(change, compared),
      accepted: reasonFor(acceptance, compared, change),
    })),
    unlisted: comparison.unlisted,
    unlistedSales: comparison.unlistedSales,
    undecided: comparison.undecided.map(({ before, after, reason }) => ({
      before: placeAsJson(ruleAt(mappingBefore, before)),
      after: placeAsJson(ruleAt(mappingAfter, after)),
      reason,
    })),
    examples: examples.changes.map((change) => ({
      ...exampleAsJson(change, compared),
      accepted: reasonFor(acceptance, compared, { before: change.before.place, after: change.after.place }),
    })),
  };
}

function changeAsJson(change: VerdictChange, compared: ComparedMappings): object {
  const { money, differs, witness, isRecorded, before, after, verdictBefore, verdictAfter } = change;
  return {
    money,
    differs,
    recorded: isRecorded,
    before: decisionAsJson(verdictBefore, ruleAt(compared.mappingBefore, before)),
    after: decisionAsJson(verdictAfter, ruleAt(compared.mappingAfter, after)),
    witness: responseParts(witness),
  };
}

function exampleAsJson(
  { example, recordedIn, before, after }: ExampleChange,
  compared: ComparedMappings,
): object {
  return {
    ...placeOfStatement(example),
    name: example.model.name,
    recordedIn,
    before: decisionAsJson(before.verdict, ruleAt(compared.mappingBefore, before.place)),
    after: decisionAsJson(after.verdict, ruleAt(compared.mappingAfter, after.place)),
    response: responseParts(example.model),
  };
}

function decisionAsJson(verdict: Verdict, rule: Rule | null): object {
  return { verdict, rule: placeAsJson(rule) };
}

function placeAsJson(rule: Rule | null): object | null {
  return rule === null ? null : placeOfStatement(rule);
}

function placeOfStatement(stated: Pick<Rule, "file" | "statement">): object {
  return { file: stated.file.path, line: lineOf(stated) };
}
