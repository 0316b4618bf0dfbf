import { type BetweenEnd, partBetween } from "./between-field.js";
import { type BodyPaths, type BodyReading, NO_PARTS } from "./body-pass.js";
import type { PickedPart } from "./picked.js";
import type { LetterVariants } from "./searched-text.js";
import { TextAutomaton } from "./text-automaton.js";

/** A field `between`: the folded text behind which it begins, and where it ends. */
export type BetweenTexts = readonly [open: string, end: BetweenEnd];

/**
 * How many fields `between` are read of a body: what `pickBetween` gives for each, in one pass over the body in which all of their texts
 * are looked for together. Time is linear in the body's length, and but for what is picked hardly depends on how many fields there are.
 */
export function betweenTexts(fields: readonly BetweenTexts[], variants: LetterVariants): BodyPaths {
  let automaton: BetweenAutomaton | null = null;
  return {
    paths: fields,
    scan: () => null,
    read(body) {
      if (automaton === null) automaton = new BetweenAutomaton(fields, variants, textNumbers(fields));
      return automaton.read(body);
    },
  };
}

/** The numbers of the texts at which the fields begin and end. */
function textNumbers(fields: readonly BetweenTexts[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [open, end] of fields)
    for (const text of [open, ...closersOf(end)]) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return numbers;
}

function closersOf(end: BetweenEnd): readonly string[] {
  return end.kind === "last" ? [end.closer] : end.closers;
}

/** Finds where fields begin and end. Of a text that is of no use any more, or not yet, nothing is looked at. */
class BetweenAutomaton extends TextAutomaton {
  readonly fields: readonly BetweenTexts[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By text: the fields that begin behind it, and whether one ends at its last place. */
  readonly opened: (number[] | undefined)[] = [];
  readonly isLast: (boolean | undefined)[] = [];
  /** Of the body that is read, by field: where it begins and ends; -1 where that is not known. */
  starts = new Int32Array(0);
  closes = new Int32Array(0);
  /** By text: 1 if it has been found as a beginning, its last place, and the fields that wait for it to end them, in the order of their beginnings. */
  found = new Uint8Array(0);
  lastPlaces = new Int32Array(0);
  waiting: (number[] | undefined)[] = [];
  /** How many of those that wait have been served. */
  served = new Uint32Array(0);
  /** How much is still to be found. */
  awaited = 0;

  constructor(
    fields: readonly BetweenTexts[],
    variants: LetterVariants,
    numbers: ReadonlyMap<string, number>,
  ) {
    super(
      Array.from(numbers.keys(), (text) => ({ text, word: false, rank: 0, decides: false })),
      variants,
      null,
    );
    this.fields = fields;
    this.numbers = numbers;
    fields.forEach(([open, end], field) => {
      const opener = this.numberOf(open);
      const known = this.opened[opener];
      if (known === undefined) this.opened[opener] = [field];
      else known.push(field);
      if (end.kind === "last") this.isLast[this.numberOf(end.closer)] = true;
    });
  }

  /** What the fields pick of the body, which is normalised. */
  read(body: string): BodyReading {
    const { fields, texts, opened, isLast } = this;
    const starts = new Int32Array(fields.length).fill(-1);
    const closes = new Int32Array(fields.length).fill(-1);
    this.starts = starts;
    this.closes = closes;
    this.found = new Uint8Array(texts.length);
    this.lastPlaces = new Int32Array(texts.length).fill(-1);
    this.waiting = new Array(texts.length);
    this.served = new Uint32Array(texts.length);
    this.awaited = 0;
    for (let text = 0; text < texts.length; text += 1) {
      if (opened[text] !== undefined) this.awaited += 1;
      // The last place shows at the body's end alone.
      if (isLast[text] === true) this.awaited += 1;
    }
    this.search(body, 1, []);
    fields.forEach(([, end], field) => {
      const start = starts[field] ?? -1;
      if (start < 0) return;
      if (end.kind === "last") {
        const place = this.lastPlaces[this.numberOf(end.closer)] ?? -1;
        if (place >= start) closes[field] = place;
      } else if (end.orEnd && closes[field] === -1) closes[field] = body.length;
    });
    return new BetweenReading(body, starts, closes);
  }

  /** Gives 0, which ends the search, when all has been found. */
  override noteEnds(last: number, _text: string, end: number, best: number): number {
    let state = this.ends[last] === undefined ? this.nextEndOf(last) : last;
    while (state > 0) {
      if (this.doneIn[state] !== this.searches) {
        let isDone = true;
        for (const text of this.ends[state] ?? []) if (this.noteText(text, end)) isDone = false;
        if (isDone) this.markDone(state);
      }
      state = this.nextEndOf(state);
    }
    return this.awaited === 0 ? 0 : best;
  }

  /** Notes that the text ends before `end`. Gives whether further places of it are of use, as far as is known by now. */
  noteText(text: number, end: number): boolean {
    const start = end - (this.texts[text]?.text.length ?? 0);
    const opened = this.opened[text];
    if (opened !== undefined && this.found[text] === 0) {
      this.found[text] = 1;
      this.awaited -= 1;
      for (const field of opened) this.beginField(field, end);
    }
    const isLast = this.isLast[text] === true;
    if (isLast) this.lastPlaces[text] = start;
    const waiting = this.waiting[text];
    if (waiting === undefined) return isLast;
    let served = this.served[text] ?? 0;
    for (let field = waiting[served]; field !== undefined; field = waiting[served]) {
      if ((this.starts[field] ?? 0) > start) break;
      const close = this.closes[field] ?? -1;
      if (close < 0 || start < close) this.closes[field] = start;
      served += 1;
      this.awaited -= 1;
    }
    this.served[text] = served;
    return isLast || served < waiting.length;
  }

  beginField(field: number, start: number): void {
    this.starts[field] = start;
    const end = this.fields[field]?.[1];
    if (end === undefined || end.kind === "last") return;
    for (const closer of end.closers) {
      const text = this.numberOf(closer);
      const waiting = this.waiting[text];
      if (waiting === undefined) this.waiting[text] = [field];
      else waiting.push(field);
      this.awaited += 1;
    }
    // States that were done may be of use again.
    this.searches += 1;
  }

  numberOf(text: string): number {
    return this.numbers.get(text) ?? -1;
  }
}

class BetweenReading implements BodyReading {
  readonly isLong = false;
  readonly body: string;
  readonly starts: Int32Array;
  readonly closes: Int32Array;

  constructor(body: string, starts: Int32Array, closes: Int32Array) {
    this.body = body;
    this.starts = starts;
    this.closes = closes;
  }

  reads(): boolean {
    return true;
  }

  parts(field: number): readonly PickedPart[] {
    const close = this.closes[field] ?? -1;
    return close < 0 ? NO_PARTS : [partBetween(this.body, this.starts[field] ?? 0, close)];
  }

  find<Context>(
    field: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null {
    for (const part of this.parts(field)) if (accepts(part, context)) return part;
    return null;
  }
}
