import { resolve } from "node:path";
import { ACCEPTED_FILE, isAcceptedName } from "@responses/dsl/editor";
import type { Command } from "commander";
import { AcceptedDifferences } from "../runs/acceptance.js";
import type { Sides } from "../runs/compared-sides.js";
import { UsageError } from "../terminal/usage-error.js";

/** What a command is given by `takeAcceptance`. */
export interface AcceptanceOptions {
  readonly accept?: string;
  readonly accepted?: string;
}

/** Gives a command the options that accept differences. */
export function takeAcceptance(command: Command): Command {
  return command
    .option(
      "--accept <reason>",
      "accept all that differs now, for this reason, and write it into the file of accepted differences",
    )
    .option("--accepted <file>", `what that file is called, instead of the nearest ${ACCEPTED_FILE}`);
}

/** What the help of a command says of them. */
export const ACCEPTANCE_HELP = `--accept writes what differs into ${ACCEPTED_FILE}: the nearest one upwards, or else beside responses.config.json, or at the root of
the repository. It is committed with the change. From then on these differences are shown as accepted, with the reason, and do not count for
the exit code; whatever differs besides does. An entry is of the rule that changed (as it was and as it is, never of a line) and of the two
verdicts; which other rule gives the verdict does not count. An entry that does not occur fails, since the change has become another; one
that the older side has as well was merged, and is only mentioned. --accept takes both out, and leaves entries of mappings that were not
compared. Of two files or folders, and of revisions that are not checked out, nothing is accepted but by a file that --accepted names.`;

/** The accepted differences of a comparison; null where there can be none. Throws a Problem where they cannot be used. */
export function acceptedOf(
  sides: Sides,
  { accept, accepted }: AcceptanceOptions,
): AcceptedDifferences | null {
  if (accept !== undefined && accept.trim() === "")
    throw new UsageError("--accept needs a reason, as --accept 'the buyer stopped selling this'");
  if (accepted !== undefined) {
    if (!isAcceptedName(accepted))
      throw new UsageError(
        `the name of such a file ends in .accepted.json, as ${ACCEPTED_FILE}, and ${accepted} does not`,
      );
    const folder = process.cwd();
    const place = sides.acceptance ?? { folder, isWhole: false, older: null };
    return new AcceptedDifferences({ ...place, file: resolve(accepted) });
  }
  if (sides.acceptance !== null) return new AcceptedDifferences(sides.acceptance);
  if (accept === undefined) return null;
  throw new UsageError(
    "what is accepted is committed with a change: compare the working tree or what is checked out, or name a file with --accepted",
  );
}
