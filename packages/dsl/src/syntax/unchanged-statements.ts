import type { Change } from "../text/change.js";
import { isRecovered } from "./recovered-statements.js";
import { lastStatementAt } from "./statement-at.js";
import { BLOCK_MARKS } from "./text-literal.js";
import type { Statement, Tree } from "./tree.js";

/** What an edit left of a file's statements. */
export interface UnchangedStatements {
  /** Those before the edit, at the places where they were. */
  readonly before: readonly Statement[];
  /** Where they end: what follows has to be cut anew. */
  readonly from: number;
  /** Those around the edit, some of which may be found again. */
  readonly replaced: readonly Statement[];
  /** All statements from an offset on at which one begins, if they are what they were; null where they may not be. */
  after(start: number): readonly Statement[] | null;
}

/** A file that is read for the first time. */
export const NOTHING_UNCHANGED: UnchangedStatements = {
  before: [],
  from: 0,
  replaced: [],
  after: () => null,
};

/** Finds what a change left of the statements of an earlier text. Linear, but far quicker than cutting and reading. */
export function unchangedStatements(
  { source, statements }: Tree,
  text: string,
  { start, endBefore, endAfter }: Change,
): UnchangedStatements {
  // The comments directly above a statement may turn out to belong to the one before, so that is cut anew as well.
  let touched = lastStatementAt(statements, start - 1);
  // Where a misspelled word begins a statement, the text is cut anew from the one by the language that holds it.
  while (touched > 0 && isRecoveredAt(statements, touched - 1)) touched--;
  const first = statements[touched - 1];
  const from = first?.start ?? 0;
  if (first === undefined || mayCloseBlock(source.text, text, from)) {
    return { ...NOTHING_UNCHANGED, replaced: statements, after: restOf(statements, endBefore, endAfter) };
  }
  return {
    before: statements.slice(0, touched - 1),
    from,
    replaced: statements.slice(touched - 1, lastStatementAt(statements, endBefore) + 1),
    after: restOf(statements, endBefore, endAfter),
  };
}

function isRecoveredAt(statements: readonly Statement[], index: number): boolean {
  const statement = statements[index];
  return statement !== undefined && isRecovered(statement.syntax);
}

/** A text block that nothing closed ends early; where marks come to stand behind it, it reaches up to them. */
function mayCloseBlock(before: string, after: string, from: number): boolean {
  return after.includes(BLOCK_MARKS, from) && !before.includes(BLOCK_MARKS, from);
}

/** From a place on at which a statement began, and behind which nothing changed, the text is cut as it was. */
function restOf(
  statements: readonly Statement[],
  endBefore: number,
  endAfter: number,
): UnchangedStatements["after"] {
  const shift = endAfter - endBefore;
  return (start) => {
    if (start < endAfter) return null;
    const index = lastStatementAt(statements, start - shift);
    if (statements[index]?.start !== start - shift) return null;
    const rest = statements.slice(index);
    return shift === 0 ? rest : rest.map(({ start: old, syntax }) => ({ start: old + shift, syntax }));
  };
}
