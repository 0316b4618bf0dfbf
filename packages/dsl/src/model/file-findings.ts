import { type Finding, findingInFile, type LocalFinding, refuses } from "../findings/finding.js";
import { memoized } from "../incremental/memoized.js";
import { lowerStatement } from "./lower.js";
import type { FileModel } from "./mapping.js";

/** Findings that refuse a mapping which are told of a file at most: nobody mends more in one go. */
const MOST_REFUSALS = 1000;

/**
 * What reading a file by itself says about it. Of thousands of findings that refuse it the first are told, and at the next one how many
 * more there are.
 */
export const findingsOfFile = memoized((file: FileModel): readonly Finding[] => {
  const found: Finding[] = [];
  let refusals = 0;
  let firstLeftOut: Finding | null = null;
  for (const [finding, start] of readingFindings(file)) {
    if (refuses(finding.name) && ++refusals > MOST_REFUSALS)
      firstLeftOut ??= findingInFile(finding, file.path, start);
    else found.push(findingInFile(finding, file.path, start));
  }
  if (firstLeftOut !== null) found.push(more(firstLeftOut, refusals - MOST_REFUSALS));
  return found;
});

/** Each with the offset in the file that its places count from. */
function* readingFindings({ tree, models }: FileModel): Generator<readonly [LocalFinding, number]> {
  for (const finding of tree.findings) yield [finding, 0];
  for (const [index, { start, syntax }] of tree.statements.entries()) {
    const isBroken = models[index]?.kind === "broken";
    for (const finding of syntax.findings) yield [finding, start];
    // Only what cannot be used as it stands has findings beyond those of its syntax.
    if (isBroken) for (const finding of lowerStatement(syntax).findings) yield [finding, start];
  }
}

function more({ file, span }: Finding, count: number): Finding {
  return {
    name: "syntax",
    parameters: { problem: "more", count },
    file,
    span,
    related: [],
    witness: null,
    fixes: [],
  };
}
