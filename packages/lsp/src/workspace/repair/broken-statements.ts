import type { FileModel, Finding, Span } from "@responses/dsl";
import { refuses } from "@responses/dsl/editor";
import { filesOf, type MappingDocument } from "../documents/mapping-document.js";
import { statementIndexAt } from "../documents/statement-places.js";

/** The broken statement because of which something is shown as it was last. */
export interface BrokenPlace {
  readonly uri: string;
  readonly file: string;
  readonly span: Span;
  /** Counted from 0. */
  readonly line: number;
  /** Whether it was broken when the document was opened, so that nobody knows what it meant: it is left out. */
  readonly isLeftOut: boolean;
}

/** The numbers of a file's statements that keep the mapping from being run; -1 for what stands before the first. */
export function brokenStatements(file: FileModel, findings: readonly Finding[]): ReadonlySet<number> {
  const broken = new Set<number>();
  for (const finding of findings) {
    if (finding.file !== file.path || !refuses(finding.name)) continue;
    broken.add(statementIndexAt(file, finding.span.start));
  }
  return broken;
}

/** The same, as far as a file by itself tells. Linear, and quick where nothing is broken. */
export function brokenByThemselves({ tree, models }: FileModel): ReadonlySet<number> {
  const broken = new Set<number>();
  if (tree.findings.some(({ name }) => refuses(name))) broken.add(-1);
  tree.statements.forEach(({ syntax }, index) => {
    const isBroken =
      models[index]?.kind === "broken" ||
      (syntax.findings.length > 0 && syntax.findings.some(({ name }) => refuses(name)));
    if (isBroken) broken.add(index);
  });
  return broken;
}

/**
 * The first statement that is broken: one of the document itself if `broken` has any of its numbers, else one of a file that
 * it includes. `uriOf` gives the URI of a file's name. Null where no finding of the document refuses the mapping.
 */
export function firstBrokenPlace(
  document: MappingDocument,
  broken: ReadonlySet<number>,
  uriOf: (file: string) => string,
): Omit<BrokenPlace, "isLeftOut"> | null {
  const finding = document.linked.findings.find(
    ({ name, file }) => refuses(name) && (broken.size === 0 || file === document.file.path),
  );
  const source = filesOf(document).find(({ path }) => path === finding?.file)?.tree.source;
  if (finding === undefined || source === undefined) return null;
  return {
    uri: uriOf(finding.file),
    file: finding.file,
    span: finding.span,
    line: source.lineAt(finding.span.start),
  };
}
