import { Argument, Option } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";

/*
 * The arguments and options that commands share.
 */

/** What every command over mapping files takes. */
export interface MappingFileOptions {
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

export function pathsArgument(): Argument {
  const meaning = "files, folders or globs; - for standard input (default: the current folder)";
  return new Argument("[paths...]", meaning);
}

/** @param nothing what there may be none of, such as `file to check` */
export function allowEmptyOption(nothing: string): Option {
  return new Option("--allow-empty", `succeed even if there is no ${nothing}`);
}

export function stdinFilenameOption(): Option {
  return new Option(
    "--stdin-filename <path>",
    "with -, what standard input is called and where its includes are",
  );
}

/** For what cannot go together with `--watch` or `--fix`. */
export function refuseStandardInput(paths: readonly string[], option: string): void {
  if (paths.includes(STANDARD_INPUT))
    throw new UsageError(`${option} needs a file: standard input is read once and cannot be written`);
}
