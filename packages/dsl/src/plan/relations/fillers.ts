/*
 * Characters that stand for "anything" in texts made to decide about predicates. What holds for a text with a character that no
 * rule's text has can only hold by what stands around it.
 */

/** A letter (a part of words) and a symbol (none) that none of some texts has. */
export interface Fillers {
  readonly letter: string;
  readonly symbol: string;
}

/** The syllables of Yi: letters without case. */
const LETTERS = { first: 0xa000, last: 0xa48c } as const;

/** Arrows and operators: neither letters, marks, numbers nor white space. */
const SYMBOLS = { first: 0x2190, last: 0x22ff } as const;

/** Fillers for these texts; null in the odd case that the texts have them all. */
export function fillersFor(texts: readonly string[]): Fillers | null {
  const letter = unused(LETTERS, texts);
  const symbol = unused(SYMBOLS, texts);
  return letter === null || symbol === null ? null : { letter, symbol };
}

function unused(
  { first, last }: { readonly first: number; readonly last: number },
  texts: readonly string[],
): string | null {
  for (let codePoint = first; codePoint <= last; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (!texts.some((text) => text.includes(character))) return character;
  }
  return null;
}
