/** Lines of a file, from 0, both of them counted in. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A change of a text: what stood in a range, and what stands there now. */
interface Change {
  readonly range: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/** Where lines are after a change: what is changed above them moves them, what is changed in them makes them more or fewer. */
export function movedLines({ first, last }: Lines, { range: { start, end }, text }: Change): Lines {
  const added = (text.match(/\r\n|\r|\n/g) ?? []).length - (end.line - start.line);
  if (start.line > last) return { first, last };
  const isAbove = end.line < first || (end.line === first && end.character === 0);
  if (isAbove) return { first: first + added, last: last + added };
  const begins = Math.min(first, start.line);
  return { first: begins, last: Math.max(begins, last + added) };
}
