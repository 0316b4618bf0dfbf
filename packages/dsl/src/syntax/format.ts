import { blanksTo, chooseColumn } from "./format/column-choice.js";
import { type FilePiece, layOutFile } from "./format/file-layout.js";
import type { StatementLayout } from "./format/statement-layout.js";
import { widthOf } from "./format/written-tokens.js";
import { LARGEST_SOURCE, parse } from "./parse.js";
import type { Tree } from "./tree.js";

/** The most blanks that bring a statement's tail below its neighbours'; the bodies of examples differ more than the rest. */
const MOST_BLANKS = { rule: 32, capture: 24, example: 40 } as const;

/**
 * Writes a mapping file the way all are written: one space between words, conditions, labels and verdicts of neighbouring
 * statements below one another, at most one blank line. Says the same as before, comments and all; what cannot be read
 * stays as it is, byte for byte. Formatting the result again changes nothing. A text that is too large comes back as it
 * is.
 */
export function format(text: string): string {
  return text.length > LARGEST_SOURCE ? text : formatTree(parse(text));
}

/** The same for a text that has been read; a tree after an edit takes little time where one of before was formatted. */
export function formatTree(tree: Tree): string {
  const { text } = tree.source;
  const { pieces, formatted } = layOutFile(tree);
  const lineEnd = dominantLineEnd(formatted);
  const mark = text.charCodeAt(0) === 0xfeff ? "\ufeff" : "";
  const lines = withoutNeedlessBlanks(pieces);
  const columns = columnsOf(lines);
  const written = lines.map((piece, index) => {
    const own = piece.kind === "verbatim" ? piece.lineEnd : null;
    return writePiece(piece, columns[index] ?? NO_COLUMNS, lineEnd) + (own ?? lineEnd);
  });
  return mark + written.join("");
}

/** Drops blank lines at the file's start and end, and all but one between others. */
function withoutNeedlessBlanks(pieces: readonly FilePiece[]): readonly FilePiece[] {
  const first = pieces.findIndex(({ kind }) => kind !== "blank");
  return pieces.filter(({ kind }, index) => {
    const next = pieces[index + 1];
    return kind !== "blank" || (index > first && next !== undefined && next.kind !== "blank");
  });
}

/** The line end that most lines have, outside of what stays as it is. */
function dominantLineEnd(texts: readonly string[]): "\n" | "\r\n" {
  let pairs = 0;
  let others = 0;
  for (const text of texts) {
    for (const lineEnd of text.match(/\r\n|\n|\r/g) ?? []) {
      if (lineEnd === "\r\n") pairs++;
      else others++;
    }
  }
  return pairs > others ? "\r\n" : "\n";
}

/** Where the parts of a statement go that stand below those of its neighbours. */
interface Columns {
  /** The width of the word and the blanks behind it. */
  readonly word: number;
  /** The column of the tail behind the word; null for one space. */
  readonly tail: number | null;
}

const NO_COLUMNS: Columns = { word: 0, tail: null };

/** The columns of each piece. Statements of one kind share them as long as no blank line and nothing else comes between. */
function columnsOf(pieces: readonly FilePiece[]): readonly Columns[] {
  const columns: Columns[] = [];
  let run: StatementLayout[] = [];
  let runStart = 0;
  const finish = (end: number) => {
    const shared = sharedColumns(run);
    for (let index = runStart; index < end; index++) columns[index] = shared;
    run = [];
    runStart = end;
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === "comment") return;
    const goesOn = piece.kind === "statement" && (run.length === 0 || run[0]?.kind === piece.layout.kind);
    if (!goesOn) finish(index);
    if (piece.kind === "statement") run.push(piece.layout);
  });
  finish(pieces.length);
  return columns;
}

function sharedColumns(run: readonly StatementLayout[]): Columns {
  const kind = run[0]?.kind ?? "other";
  if (kind === "other") return NO_COLUMNS;
  const aligned = run.filter((layout) => layout.tail !== "" && isOneLine(layout));
  const widths = aligned.map(({ rest }) => widthOf(rest));
  return {
    word: run.reduce((width, { word }) => Math.max(width, word.length), 0),
    tail: chooseColumn(widths, MOST_BLANKS[kind]),
  };
}

function isOneLine({ rest, continued }: StatementLayout): boolean {
  return continued.length === 0 && !rest.includes("\n");
}

function writePiece(piece: FilePiece, columns: Columns, lineEnd: string): string {
  switch (piece.kind) {
    case "blank":
      return "";
    case "comment":
    case "verbatim":
      return piece.text;
    case "statement":
      return writeStatement(piece.layout, columns).replaceAll("\n", lineEnd);
  }
}

function writeStatement(layout: StatementLayout, columns: Columns): string {
  const { kind, word, rest, tail, continued, comment } = layout;
  let first = rest === "" ? word : `${word.padEnd(columns.word)} ${rest}`;
  if (rest.startsWith("#")) first = `${word}  ${rest}`;
  if (tail !== "") {
    const aligned = kind !== "other" && isOneLine(layout);
    const blanks = aligned ? blanksTo(columns.tail, widthOf(rest), MOST_BLANKS[kind]) : "";
    first += `${blanks} ${tail}`;
  }
  return [first, ...continued].join("\n") + (comment === null ? "" : `  ${comment}`);
}
