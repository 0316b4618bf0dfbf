import { resolve } from "node:path";
import { ACCEPTED_FILE, isAcceptedName } from "@responses/dsl/editor";
import type { Command } from "commander";
import type { ToAccept } from "../runs/acceptance.js";
import { type AcceptedEntries, readAcceptedEntries } from "../runs/accepted-entries.js";
import type { Sides } from "../runs/compared-sides.js";
import type { DiffReport } from "../runs/diff-run.js";
import { UsageError } from "../terminal/usage-error.js";
import { RepeatableOption } from "./given-once.js";

/** What a command is given by `takeAcceptance`. */
export interface AcceptanceOptions {
  readonly accept?: string;
  readonly acceptOnly?: readonly string[];
  readonly accepted?: string;
  readonly pruneAccepted?: boolean;
}

/** Gives a command the options that accept differences. */
export function takeAcceptance(command: Command): Command {
  return command
    .option(
      "--accept <reason>",
      "accept all that differs now, for this reason, and write it into the file of accepted differences",
    )
    .addOption(
      new RepeatableOption(
        "--accept-only <place>",
        "with --accept: not all that differs, but the groups that a rule decides now, named as FILE:LINE; may be given several times",
      ).argParser((place: string, others: readonly string[] = []) => [...others, place.replace(/^\.\//, "")]),
    )
    .option("--prune-accepted", "take out of that file what accepts nothing any more, and accept nothing new")
    .option(
      "--accepted <file>",
      `what the file of accepted differences is called, instead of ${ACCEPTED_FILE} at the root of the repository`,
    );
}

/** What the help of a command says of them. */
export const ACCEPTANCE_HELP = `--accept writes what differs into ${ACCEPTED_FILE} at the root of the repository, whatever the current folder is. It is committed
with the change. From then on these differences are shown as accepted, with the reason, and do not count for the exit code; whatever
differs besides does. --accept-only names what is meant: FILE:LINE the groups that the rule there decides
now (the place that is told behind after), before:FILE:LINE those that it decided and no rule does now, FILE a mapping that came or went.
An entry is of the two verdicts and of every edited rule that has to do with it, as it was and as it is, never of a line: the one that
decided, the one that decides now, those that would keep responses from it, and, where a rule moved, came or went, the rules of the other
verdict that it passed; of a mapping that came or went, of all its rules and captures. Of what it says only the reason may be edited by hand. An entry
that is not what the change does any more fails with an exit code of its own. One that the older side has as well was merged: it is
mentioned, and accepts nothing any more. --prune-accepted takes both out and accepts nothing; --accept takes them out as well. Entries of
mappings that were not compared stay. The file is written once the reports are. Of two files or folders, and of revisions that are
not checked out, nothing is accepted but by a file that --accepted names.`;

/** What the options say is to be accepted; null for nothing. Throws a Problem where they contradict each other. */
export function toAcceptOf({ accept, acceptOnly, pruneAccepted }: AcceptanceOptions): ToAccept | null {
  if (pruneAccepted === true) {
    if (accept === undefined && acceptOnly === undefined) return { kind: "prune" };
    throw new UsageError(
      "--prune-accepted accepts nothing, and --accept takes out the same: give one of them",
    );
  }
  if (accept !== undefined) return { kind: "accept", reason: accept, only: acceptOnly ?? null };
  if (acceptOnly === undefined) return null;
  throw new UsageError(
    "--accept-only says what of it --accept is for: give the reason, too, as --accept 'the buyer stopped selling this'",
  );
}

/** Throws a Problem where a place was named at which nothing differs: it would be taken for accepted. */
export function refuseUnmet({ acceptance }: DiffReport): void {
  const [place] = acceptance?.unmet ?? [];
  if (place === undefined) return;
  throw new UsageError(
    `nothing differs at ${place}, so nothing was accepted: responses diff tells the places of what does, behind after (and before:FILE:LINE is for what no rule decides now)`,
  );
}

/**
 * The accepted differences of a comparison; null where there can be none. Throws a Problem where they cannot be used.
 *
 * @param args the arguments of the comparison
 */
export function acceptedOf(
  sides: Sides,
  { accept, accepted, pruneAccepted }: AcceptanceOptions,
  args: readonly string[],
): AcceptedEntries | null {
  if (accept !== undefined && accept.trim() === "")
    throw new UsageError("--accept needs a reason, as --accept 'the buyer stopped selling this'");
  if (accepted !== undefined) {
    if (!isAcceptedName(accepted))
      throw new UsageError(
        `the name of such a file ends in .accepted.json, as ${ACCEPTED_FILE}, and ${accepted} does not`,
      );
    const folder = process.cwd();
    const place = sides.acceptance ?? { folder, coversFolder: false, older: null };
    return readAcceptedEntries({ ...place, file: resolve(accepted) }, [...args, "--accepted", accepted]);
  }
  if (sides.acceptance !== null) return readAcceptedEntries(sides.acceptance, args);
  if (accept === undefined && pruneAccepted !== true) return null;
  throw new UsageError(
    "what is accepted is committed with a change: compare the working tree or what is checked out, or name a file with --accepted",
  );
}
