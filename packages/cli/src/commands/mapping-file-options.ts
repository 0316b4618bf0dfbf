import { type Command, Option } from "commander";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";

/** What every command over mapping files is given by `takeMappingFiles`. */
export interface MappingFileOptions {
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

/** What a command is given by `takeNarrowing`. */
export interface NarrowingOptions {
  readonly changed?: boolean;
  readonly since?: string;
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

/** Gives a command over mapping files the options that leave out those that a change has nothing to do with. */
export function takeNarrowing(command: Command): Command {
  return command
    .option(
      "--changed",
      "only mapping files that changed since HEAD left the branch that it is for, or depend on what did",
    )
    .option("--since <rev>", "the same, counted from where HEAD left this git revision")
    .addOption(new Option("--base <rev>", "the same as --since").hideHelp())
    .hook("preAction", (_, own) => {
      own.setOptionValue("since", revisionOf(own.opts<RevisionOptions>()) ?? undefined);
    });
}

/** The revision that a change is counted from has two names. */
export interface RevisionOptions {
  readonly base?: string;
  readonly since?: string;
}

/** The revision that was given by either name; null for none. Throws a UsageError for two. */
export function revisionOf({ base, since }: RevisionOptions): string | null {
  if (base !== undefined && since !== undefined && base !== since)
    throw new UsageError("--base and --since are names of one option: give one of them");
  const revision = base ?? since ?? null;
  // As of a variable that is not set.
  if (revision?.trim() === "")
    throw new UsageError(
      `${base === undefined ? "--since" : "--base"} is empty: give a revision, as ${base === undefined ? "--since" : "--base"} main`,
    );
  return revision;
}

/** Whether one of them was given. */
function isNarrowed({ changed, since }: NarrowingOptions): boolean {
  return changed === true || since !== undefined;
}

/** What the help of a command says of them. */
export const CHANGED_HELP = `--changed and --since take of the files that are named those that are not as they were, new ones, and those that include such a
file, through any number of files, or that a changed responses.config.json is for; also what is not committed. The revision is that
of --since, or else the branch that a pull or merge request on GitHub or GitLab is for, or origin/HEAD. Where the change touches no
mapping file, that is no failure, and the last line says so. --since may be called --base, as diff does.`;

/** For a command with `takeNarrowing`. */
export function refuseNarrowedStandardInput(paths: readonly string[], options: NarrowingOptions): void {
  if (isNarrowed(options) && paths.includes(STANDARD_INPUT))
    throw new UsageError(
      "git knows nothing of standard input: name the files, or leave --changed and --since out",
    );
}

/** For what cannot go together with `--watch` or `--fix`. */
export function refuseStandardInput(paths: readonly string[], option: string): void {
  if (paths.includes(STANDARD_INPUT))
    throw new UsageError(`${option} needs a file: standard input is read once and cannot be written`);
}
