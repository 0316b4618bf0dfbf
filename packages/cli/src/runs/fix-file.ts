import { applyFixes, check, type Fix } from "@responses/dsl";
import { changedSinceRead, rewriteAtomically } from "@responses/node-host";
import type { Inputs } from "./inputs.js";

/** Rounds of fixes at most: in a statement one fault hides the next, and nobody makes more in one. */
const MOST_ROUNDS = 20;

/**
 * Makes the automatic fixes of a mapping file, until there are none left, and writes it if anything has changed. Gives
 * the number of fixes. Only the file's own text changes: byte order mark and line ends stay, included files are left
 * alone, and so is a file that holds bytes that are no text. Throws a FileError if it can't be written, or has changed since it was read.
 */
export function fixFile(path: string, inputs: Inputs): number {
  const { files } = inputs;
  let applied = 0;
  files.read(path);
  const before = files.contentOf(path);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { text } = files.read(path).tree.source;
    const content = files.contentOf(path);
    if (!Buffer.from(text).equals(content)) break;
    const fixed = applyFixes(text, automaticFixes(path, inputs));
    if (fixed.text === text) break;
    applied += fixed.applied;
    files.provide(path, Buffer.from(fixed.text));
  }
  if (applied > 0 && !rewriteAtomically(path, before, files.contentOf(path))) throw changedSinceRead(path);
  return applied;
}

/** The first automatic fix of each finding in the file itself. */
function automaticFixes(path: string, { files, projects }: Inputs): readonly Fix[] {
  const { linked, file } = files.load(path);
  return check(linked)
    .filter(
      (finding) => finding.file === file.path && projects.severityOf(finding.name, finding.file) !== "off",
    )
    .flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "automatic").slice(0, 1));
}
