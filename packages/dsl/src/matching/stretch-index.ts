/** How long the stretches are by which texts are looked up: the longest that fits into a text counts. */
const STRETCH_LENGTHS = [8, 4, 2, 1] as const;

/** Stretches of a text that are tried, at most: one of the first is mostly free, and if none is, `FiledTexts` tells texts apart. */
const MOST_STRETCHES = 24;

/** A text with the values that it leads to. */
interface FiledText<Value> {
  readonly text: string;
  /** Where in the text the stretch stands that it is filed under. */
  readonly offset: number;
  readonly values: Value[];
}

/**
 * Finds which of many texts, each with values, may stand in some subjects, without searching for each. Every text is
 * filed under one of its own stretches, the one with the fewest texts so far; a subject's stretches then lead to the texts
 * it may hold, which are compared. Time is linear in all texts together, and for a subject linear in its length and in the
 * texts filed under its stretches.
 */
export class StretchIndex<Value> {
  readonly #byText = new Map<string, FiledText<Value>>();
  readonly #filed = new Map<string, FiledTexts<Value>>();
  readonly #lengths = new Set<number>();

  /** The values that were added with the text; null if it is not known. */
  valuesOf(text: string): Value[] | null {
    return this.#byText.get(text)?.values ?? null;
  }

  /** Files a text that is not known and not empty. */
  add(text: string, values: Value[]): void {
    const length = STRETCH_LENGTHS.find((fitting) => fitting <= text.length) ?? 1;
    const offset = this.#emptiestOffset(text, length);
    const filed = { text, offset, values };
    const stretch = text.slice(offset, offset + length);
    const others = this.#filed.get(stretch);
    if (others === undefined) this.#filed.set(stretch, new FiledTexts(filed));
    else others.add(filed);
    this.#byText.set(text, filed);
    this.#lengths.add(length);
  }

  /** Adds the values of all texts that stand in the subject, and perhaps of some that do not, to those found. */
  lookUp(subject: string, found: Value[]): void {
    lookUp(this.#filed, this.#lengths, subject, found);
  }

  #emptiestOffset(text: string, length: number): number {
    const end = Math.min(text.length - length + 1, MOST_STRETCHES);
    let emptiest = 0;
    let fewest = Infinity;
    for (let offset = 0; offset < end; offset++) {
      const size = this.#filed.get(text.slice(offset, offset + length))?.size ?? 0;
      if (size === 0) return offset;
      if (size < fewest) {
        emptiest = offset;
        fewest = size;
      }
    }
    return emptiest;
  }
}

/** Adds the values of the texts that the subject may hold. */
function lookUp<Value>(
  filed: ReadonlyMap<string, FiledTexts<Value>>,
  lengths: Iterable<number>,
  subject: string,
  found: Value[],
): void {
  const searches = new Map<FiledTexts<Value>, StretchLookup<Value>>();
  for (const length of lengths) {
    for (let at = 0; at + length <= subject.length; at++) {
      const texts = filed.get(subject.slice(at, at + length));
      if (texts === undefined) continue;
      let search = searches.get(texts);
      if (search === undefined) {
        search = { triesLeft: texts.size + FREE_TRIES, found: new Set() };
        searches.set(texts, search);
      }
      if (search.triesLeft > 0) texts.findAt(subject, at, search);
    }
  }
  for (const search of searches.values()) {
    for (const { values } of search.found) for (const value of values) found.push(value);
  }
}

/**
 * How many comparisons are made for one stretch, beyond one for each of its texts. With more of them it costs less to
 * take all its texts for found, and to let whoever asked search for them.
 */
const FREE_TRIES = 64;

/** What is known of a stretch's texts while a subject is looked through. */
interface StretchLookup<Value> {
  triesLeft: number;
  readonly found: Set<FiledText<Value>>;
}

/** Texts that are compared one by one, at most: with more of them an index is quicker. */
const FEW = 8;

/** The texts that are filed under one stretch. */
class FiledTexts<Value> {
  readonly #texts: FiledText<Value>[];
  #shapes: readonly Shape<Value>[] | null = null;

  constructor(first: FiledText<Value>) {
    this.#texts = [first];
  }

  get size(): number {
    return this.#texts.length;
  }

  add(text: FiledText<Value>): void {
    this.#texts.push(text);
    this.#shapes = null;
  }

  /** Finds the texts that stand in the subject with their stretch at that place. */
  findAt(subject: string, at: number, search: StretchLookup<Value>): void {
    if (this.#texts.length <= FEW) this.#compare(subject, at, search);
    else this.#lookUp(subject, at, search);
    if (search.triesLeft <= 0) for (const text of this.#texts) search.found.add(text);
  }

  #compare(subject: string, at: number, search: StretchLookup<Value>): void {
    for (const filed of this.#texts) {
      if (search.found.has(filed)) continue;
      search.triesLeft--;
      const start = at - filed.offset;
      if (start >= 0 && subject.startsWith(filed.text, start)) search.found.add(filed);
    }
  }

  #lookUp(subject: string, at: number, search: StretchLookup<Value>): void {
    this.#shapes ??= shapesOf(this.#texts);
    for (const { offset, length, byText } of this.#shapes) {
      search.triesLeft--;
      const start = at - offset;
      const filed = start < 0 ? undefined : byText.get(subject.slice(start, start + length));
      if (filed !== undefined) search.found.add(filed);
    }
  }
}

/** Texts of one length with their stretch at one place: whether one of them stands somewhere is a single look. */
interface Shape<Value> {
  readonly offset: number;
  readonly length: number;
  readonly byText: Map<string, FiledText<Value>>;
}

function shapesOf<Value>(texts: readonly FiledText<Value>[]): readonly Shape<Value>[] {
  const shapes = new Map<string, Shape<Value>>();
  for (const filed of texts) {
    const { offset, text } = filed;
    const key = `${offset} ${text.length}`;
    const shape = shapes.get(key) ?? { offset, length: text.length, byText: new Map() };
    shapes.set(key, shape);
    shape.byText.set(text, filed);
  }
  return [...shapes.values()];
}
