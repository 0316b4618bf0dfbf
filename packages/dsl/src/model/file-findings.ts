import { type Finding, findingInFile, type LocalFinding, refuses } from "../findings/finding.js";
import { memoized } from "../incremental/memoized.js";
import { lowerStatement } from "./lower.js";
import type { FileModel } from "./mapping.js";

/** Findings that refuse a mapping which are told of a file at most: nobody mends more in one go. */
const MOST_REFUSALS = 1000;

/**
 * What reading a file by itself says about it. Of thousands of findings that refuse it the first are told, and at the next one how many
 * more there are at least: to tell what is wrong with a statement that cannot be read takes long, so behind it such count as one each.
 */
export const findingsOfFile = memoized(({ path, tree, models }: FileModel): readonly Finding[] => {
  const found: Finding[] = [];
  let refusals = 0;
  let firstLeftOut = null as Finding | null;
  const add = (findings: readonly LocalFinding[], start: number) => {
    for (const finding of findings) {
      if (refuses(finding.name) && ++refusals > MOST_REFUSALS)
        firstLeftOut ??= findingInFile(finding, path, start);
      else found.push(findingInFile(finding, path, start));
    }
  };
  add(tree.findings, 0);
  tree.statements.forEach(({ start, syntax }, index) => {
    if (firstLeftOut !== null && syntax.node.kind === "broken") refusals++;
    else {
      add(syntax.findings, start);
      // Only what cannot be used as it stands has findings beyond those of its syntax.
      if (models[index]?.kind === "broken") add(lowerStatement(syntax).findings, start);
    }
  });
  return firstLeftOut === null ? found : [...found, more(firstLeftOut, refusals - MOST_REFUSALS)];
});

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
