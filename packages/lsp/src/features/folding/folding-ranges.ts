import type { Statement } from "@responses/dsl";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { lastLineOf, lineOf } from "../../workspace/documents/statement-places.js";
import { commentFolds } from "./comment-folds.js";
import type { FoldedLines, FoldKind } from "./folded-lines.js";
import { sectionFolds } from "./section-folds.js";
import { type BlockLines, textBlocks } from "./text-blocks.js";

/** What a client wants of folding ranges. */
export interface FoldingWishes {
  /** The most that it takes; null for as many as there are. */
  readonly limit: number | null;
  /** Whether it shows a text in place of what is folded. */
  readonly summaries: boolean;
}

/** Lines of a statement that can be folded, at least: of two, the second is the one that says something. */
const FEWEST_LINES = 3;

/**
 * What can be folded: text blocks, long statements, comments of several lines, and runs of statements of one kind. No two
 * begin on one line, since an editor shows one handle there: the nearest to the text wins.
 */
export function foldingRanges(
  document: MappingDocument,
  { limit, summaries }: FoldingWishes,
): FoldingRange[] {
  const { file } = document;
  const { statements, source } = file.tree;
  const blocks = statements.map((statement) => textBlocks(statement, document));
  const inStatements = statements.flatMap((statement, index) =>
    statementFolds(statement, blocks[index] ?? [], document),
  );
  const folds = [...inStatements, ...commentFolds(source, blocks.flat()), ...sectionFolds(file)];
  const byLine = new Map<number, FoldedLines>();
  for (const fold of folds) if (!byLine.has(fold.first)) byLine.set(fold.first, fold);
  return most([...byLine.values()], limit)
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, kind, summary }) => ({
      startLine: first,
      endLine: last,
      ...(kind === "other" ? {} : { kind: KINDS[kind] }),
      ...(summary === null || !summaries ? {} : { collapsedText: summary }),
    }));
}

const KINDS: Readonly<Record<Exclude<FoldKind, "other">, FoldingRangeKind>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
};

function statementFolds(
  statement: Statement,
  blocks: readonly BlockLines[],
  { file }: MappingDocument,
): readonly FoldedLines[] {
  const first = lineOf(file, statement);
  const last = lastLineOf(file, statement);
  // The line that closes a text stays: it says what the verdict must be.
  const folds = blocks.map((block) => ({ first: block.first, last: block.last - 1 }));
  if (last - first + 1 >= FEWEST_LINES) folds.push({ first, last });
  return folds
    .filter((lines) => lines.first < lines.last)
    .map((lines) => ({ ...lines, kind: "other", summary: null }));
}

/** As many as are taken: the longest, without which a file cannot be looked over. */
function most(folds: readonly FoldedLines[], limit: number | null): FoldedLines[] {
  if (limit === null || folds.length <= limit) return [...folds];
  return folds.toSorted((a, b) => b.last - b.first - (a.last - a.first)).slice(0, limit);
}
