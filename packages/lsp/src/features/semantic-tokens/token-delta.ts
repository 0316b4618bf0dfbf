import type { SemanticTokensEdit } from "vscode-languageserver";
import { NUMBERS_PER_TOKEN } from "./encoded-statement.js";

/** The edits that make one document's tokens of another's: one, around all that differs; none where nothing does. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  if (same === before.length && same === after.length) return [];
  const start = same - (same % NUMBERS_PER_TOKEN);
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const tail = end - (end % NUMBERS_PER_TOKEN);
  return [
    {
      start,
      deleteCount: before.length - start - tail,
      data: after.slice(start, after.length - tail),
    },
  ];
}
