import { BASELINE_FILE, isBaselineName } from "@responses/dsl/editor";
import type { ChosenBaseline } from "@responses/node-host";
import type { Command } from "commander";
import { UsageError } from "../terminal/usage-error.js";

/** What a command is given by `takeBaseline`. */
export interface BaselineOptions {
  readonly baseline?: string;
}

/** What a command is given by `takeBaselineWriting`. */
export interface BaselineWritingOptions extends BaselineOptions {
  /** True where no file is named. */
  readonly writeBaseline?: string | true;
  readonly acceptNew?: boolean;
}

/** Gives a command the option that names a baseline. */
export function takeBaseline(command: Command): Command {
  return command.option(
    "--baseline <file>",
    "do not count the findings that this file lists, instead of the one that responses.config.json names",
  );
}

/** Gives a command the options that name a baseline and write it. */
export function takeBaselineWriting(command: Command): Command {
  return takeBaseline(command)
    .option(
      "--write-baseline [file]",
      "write the baseline: a new one with all that is found, else without what occurs no more",
    )
    .option("--accept-new", "with --write-baseline, take up also findings that are not in it yet");
}

/** What the help of a command says of them. */
export const BASELINE_HELP = `A baseline lists findings that a project lives with for now, by file, finding and statement, never by line: they do not count for
the exit code nor for --max-warnings, and are left out of all formats but json and sarif, which mark them. Of what is new an error fails
a run, a warning only with --max-warnings 0. Add "baseline": "${BASELINE_FILE}"
to responses.config.json so that every run, editor and build use it; --write-baseline writes it there, or else to ${BASELINE_FILE}
beside the project file, or in the current folder. An entry that stands for more findings than there are fails; --write-baseline takes
it out, and accepts nothing new without --accept-new. Hints are listed like the rest, so that only new ones are told. Entries of files that a run does not read, or cannot run, stay as they are.
What refuses a mapping, as syntax, is never in it. A success above several refusals has an entry for each of these, so that one more is new.`;

/** Which baseline a run is to use; throws a UsageError where the options do not go together. */
export function chosenBaseline(
  options: BaselineWritingOptions & { readonly watch?: boolean },
): ChosenBaseline {
  const { baseline, writeBaseline, acceptNew, watch } = options;
  if (writeBaseline === undefined) {
    if (acceptNew === true)
      throw new UsageError("--accept-new says how to write a baseline: add --write-baseline");
    return baseline === undefined ? { kind: "of-project" } : { kind: "named", path: baselinePath(baseline) };
  }
  if (baseline !== undefined)
    throw new UsageError("--write-baseline names the baseline by itself: leave --baseline out");
  if (watch === true)
    throw new UsageError("a baseline is written once: leave --watch or --write-baseline out");
  return { kind: "to-write", path: writeBaseline === true ? null : baselinePath(writeBaseline) };
}

function baselinePath(path: string): string {
  if (isBaselineName(path)) return path;
  throw new UsageError(
    `the name of a baseline ends in .baseline.json, as ${BASELINE_FILE}, and ${path} does not; put what to check before the option`,
  );
}
