import type { Command } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";

/** What every command over mapping files is given by `takeMappingFiles`. */
export interface MappingFileOptions {
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

/**
 * Gives a command the argument and the options that all over mapping files end with.
 *
 * @param nothing what there may be none of, such as `file to check`
 */
export function takeMappingFiles(command: Command, nothing: string): Command {
  return command
    .argument("[paths...]", "files, folders or globs; - for standard input (default: the current folder)")
    .option("--allow-empty", `succeed even if there is no ${nothing}`)
    .option("--stdin-filename <path>", "with -, what standard input is called and where its includes are");
}

/** For what cannot go together with `--watch` or `--fix`. */
export function refuseStandardInput(paths: readonly string[], option: string): void {
  if (paths.includes(STANDARD_INPUT))
    throw new UsageError(`${option} needs a file: standard input is read once and cannot be written`);
}
