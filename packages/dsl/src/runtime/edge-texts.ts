import type { LetterVariants } from "./searched-text.js";
import { textEdges } from "./text-edges.js";
import { foldWith } from "./text-matching.js";
import { meaningOf, type TextMeaning, type TextRow } from "./text-meaning.js";

/** The texts that stand at the ends of one subject, white space taken off, or are all of it. */
export interface EdgeRows {
  readonly whole?: readonly TextRow[];
  readonly beginnings?: readonly TextRow[];
  readonly endings?: readonly TextRow[];
}

/** Finds texts that begin a subject, end it, or are all of it, by looking their folded selves up. */
export class EdgeTexts {
  readonly variants: LetterVariants;
  readonly whole: ReadonlyMap<string, TextMeaning>;
  readonly beginnings: EdgeLengths;
  readonly endings: EdgeLengths;
  /** How many units of a subject's ends are looked at. */
  readonly units: number;

  constructor({ whole = [], beginnings = [], endings = [] }: EdgeRows, variants: LetterVariants) {
    this.variants = variants;
    this.whole = new Map(whole.map((row) => [row[0], meaningOf(row)]));
    this.beginnings = edgeLengths(beginnings);
    this.endings = edgeLengths(endings);
    this.units = [...whole, ...beginnings, ...endings].reduce(
      (longest, [text]) => Math.max(longest, text.length),
      0,
    );
  }

  /** Adds what the texts mean that are found. */
  look(subject: string | Uint8Array, meanings: TextMeaning[]): void {
    const { whole, beginnings, endings, units, variants } = this;
    const { length, head, tail } = textEdges(subject, units);
    // There can be more of them than was asked for.
    const first = foldWith(head.slice(0, units), variants);
    if (length <= units) addMeaning(whole.get(first), meanings);
    for (const own of beginnings.lengths) addMeaning(beginnings.meanings.get(first.slice(0, own)), meanings);
    if (endings.lengths.length === 0) return;
    const last = length <= units ? first : foldWith(tail.slice(-units), variants);
    for (const own of endings.lengths) addMeaning(endings.meanings.get(last.slice(-own)), meanings);
  }
}

/** Texts by their lengths. */
interface EdgeLengths {
  readonly meanings: ReadonlyMap<string, TextMeaning>;
  readonly lengths: readonly number[];
}

function edgeLengths(rows: readonly TextRow[]): EdgeLengths {
  return {
    meanings: new Map(rows.map((row) => [row[0], meaningOf(row)])),
    lengths: [...new Set(rows.map(([text]) => text.length))],
  };
}

function addMeaning(meaning: TextMeaning | undefined, meanings: TextMeaning[]): void {
  if (meaning !== undefined) meanings.push(meaning);
}

/** The texts that are looked for at the ends of a subject. */
export function edgeTexts(rows: EdgeRows, variants: LetterVariants): EdgeTexts {
  return new EdgeTexts(rows, variants);
}
