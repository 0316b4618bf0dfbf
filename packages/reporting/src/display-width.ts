import { visible } from "@responses/dsl/editor";

/** A character as a reader sees one: what is printed for it, how many columns that takes, and where it stands. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const TAB_WIDTH = 4;

/** The characters of one line's text. Tabs become spaces; what a terminal would obey or hide is written as an escape. */
export function cellsOf(text: string, start: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let at = start;
  for (const character of charactersOf(text)) {
    const cell = cellOf(character, column, at);
    cells.push(cell);
    column += cell.width;
    at = cell.end;
  }
  return cells;
}

/** The columns that a line's text takes as `cellsOf` shows it. */
export function displayWidth(text: string): number {
  return columnsOf(cellsOf(text, 0));
}

/** The columns that characters take together. */
export function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** The offset, or the one before it where it lies inside a surrogate pair: where a text may be cut. */
export function wholeCharacter(text: string, offset: number): number {
  const splits = offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return splits ? offset - 1 : offset;
}

function cellOf(character: string, column: number, start: number): Cell {
  const end = start + character.length;
  if (character === "\t") {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { shown: " ".repeat(width), width, start, end };
  }
  const shown = PICTURE.test(character) ? character : visible(character);
  return { shown, width: shown === character ? widthOfCharacter(character) : shown.length, start, end };
}

/**
 * A joiner between emoji makes one picture of them, and a selector behind one chooses its look; anywhere else they hide in the text and
 * must be seen.
 */
const PICTURE =
  /^\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*$/u;

/** What a reader sees as characters: an accent belongs to its letter, and the parts of an emoji together. */
function charactersOf(text: string): Iterable<string> {
  if (/^[\t\x20-\x7e]*$/.test(text)) return text;
  return Array.from(
    new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text),
    ({ segment }) => segment,
  );
}

/** The columns that most terminals give to a character. */
function widthOfCharacter(character: string): number {
  if (/^[\x20-\x7e]/.test(character) && character.length === 1) return 1;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(character)) return 2;
  const codePoint = character.codePointAt(0) ?? 0;
  if (WIDE.some(([first, last]) => first <= codePoint && codePoint <= last)) return 2;
  return /^[\p{Mn}\p{Me}]/u.test(character) ? 0 : 1;
}

/** East Asian characters that take two columns (the emoji among them are told by their own property). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];
