/** Lines of a file, from 0, both of them counted in. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A change of a text: what stood in a range, and what stands there now. */
interface Change {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/**
 * Where lines are after a change: what is changed above them moves them, what is changed in them makes them more or fewer. Null where they
 * are gone: what stands in their place is something else.
 *
 * @param isLineEnd whether nothing stands behind what was written, on its line
 */
export function movedLines(
  { first, last }: Lines,
  { range: { start, end }, text }: Change,
  isLineEnd: boolean,
): Lines | null {
  const added = (text.match(/\r\n|\r|\n/g) ?? []).length - (end.line - start.line);
  const isInserted = start.line === end.line && start.character === end.character;
  const isBehind = isInserted && start.line === last && isLineEnd && /^[\r\n]/.test(text);
  if (start.line > last || isBehind) return { first, last };
  const isAbove = end.line < first || (end.line === first && end.character === 0);
  if (isAbove) return { first: first + added, last: last + added };
  const isAllOfThem = start.line < first || (start.line === first && start.character === 0);
  if (isAllOfThem && end.line > last && text.trim() === "") return null;
  const begins = Math.min(first, start.line);
  return { first: begins, last: Math.max(begins, last + added) };
}
