import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { isGenerated as isOfMapping } from "@responses/dsl/editor";
import { FileError } from "./file-error.js";
import { withSlashes } from "./paths.js";
import { type Change, isStale } from "./write-together.js";

/**
 * Throws a FileError where outputs would be written through a symbolic link, or replace what somebody has written by hand. What holds its
 * output already is no harm, be it a link.
 *
 * @param isGenerated whether a file that holds this, and has this path, is an output of the same kind, of this version or another
 * @param canBeForced whether the user can give `--force`, which the message names then
 */
export function refuseToReplace(
  changes: readonly Change[],
  isGenerated: (content: string, path: string) => boolean,
  canBeForced: boolean,
): void {
  const stale = changes.filter(isStale);
  for (const { path } of stale) refuseLink(path, canBeForced);
  for (const { path, before } of stale) {
    const content = before === null || before.length > LARGEST_GENERATED ? null : before.toString("utf8");
    // A file in which nothing stands is no loss.
    if (before === null || (content !== null && (content.trim() === "" || isGenerated(content, path))))
      continue;
    const origin =
      content !== null && isOfMapping(content)
        ? "another command made from a mapping"
        : "was not made from a mapping";
    const force = canBeForced ? ", or give --force to replace it" : "";
    throw cannotWrite(path, `there is a file that ${origin}; move it${force}`);
  }
}

/**
 * Throws a FileError where a file would be written through a symbolic link: it can come from a stranger, and lead to whatever they wish to be
 * replaced. Links among the folders on the way are followed, and so are those that the system itself makes, such as `/dev/stdout`.
 */
export function refuseLink(path: string, canBeForced = false): void {
  if (!isLink(path) || OF_THE_SYSTEM.test(resolve(path))) return;
  const force = canBeForced ? ", or give --force to replace what it leads to" : "";
  throw cannotWrite(path, `it is a symbolic link; remove it${force}`);
}

const OF_THE_SYSTEM = /^\/(?:dev|proc)\//;

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // It is not there, or cannot be: then writing tells why.
    return false;
  }
}

/** More bytes than any output has; what is larger was written by somebody else. */
const LARGEST_GENERATED = 256 * 1024 * 1024;

function cannotWrite(path: string, reason: string): FileError {
  return new FileError({ kind: "cannot-write", path: withSlashes(path), reason });
}
