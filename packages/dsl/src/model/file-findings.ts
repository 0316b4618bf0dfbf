import type { Finding } from "../findings/finding.js";
import { findingInFile } from "../findings/finding.js";
import { lowerStatement } from "./lower.js";
import type { FileModel } from "./mapping.js";

/** What reading a file by itself says about it. */
export function findingsOfFile(file: FileModel): readonly Finding[] {
  const preamble = file.tree.findings.map((finding) => findingInFile(finding, file.path, 0));
  const own = file.tree.statements.flatMap(({ start, syntax }) =>
    [...syntax.findings, ...lowerStatement(syntax).findings].map((finding) =>
      findingInFile(finding, file.path, start),
    ),
  );
  return [...preamble, ...own];
}
