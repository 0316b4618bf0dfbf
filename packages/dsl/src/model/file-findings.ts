import type { Finding } from "../findings/finding.js";
import { findingInFile } from "../findings/finding.js";
import { lowerStatement } from "./lower.js";
import type { FileModel } from "./mapping.js";

/** What reading a file by itself says about it. */
export function findingsOfFile({ path, tree, models }: FileModel): readonly Finding[] {
  const found = tree.findings.map((finding) => findingInFile(finding, path, 0));
  tree.statements.forEach(({ start, syntax }, index) => {
    if (syntax.findings.length === 0 && models[index]?.kind !== "broken") return;
    // Only what cannot be used as it stands has findings beyond those of its syntax.
    const ofMeaning = models[index]?.kind === "broken" ? lowerStatement(syntax).findings : [];
    for (const finding of syntax.findings) found.push(findingInFile(finding, path, start));
    for (const finding of ofMeaning) found.push(findingInFile(finding, path, start));
  });
  return found;
}
