/** Finds which of many texts may stand in some subjects, without searching for each. */
export interface TextIndex<Value> {
  /** The values of all texts that stand in one of the subjects, and perhaps of some that do not; they can come twice. */
  candidates(subjects: readonly string[]): readonly Value[];
}

/** How long the stretches are by which texts are looked up: the longest that fits into a text counts. */
const STRETCH_LENGTHS = [8, 4, 2, 1] as const;

/** So many stretches of a text are looked at: mostly one of them is rare, and if none is `FiledTexts` tells them apart. */
const MOST_STRETCHES = 24;

/** A text with the values that it leads to. */
interface FiledText<Value> {
  readonly text: string;
  /** Where in the text the stretch stands that it is filed under. */
  readonly offset: number;
  readonly values: Value[];
}

/**
 * Builds an index over texts, each with a value. Every text is filed under one of its own stretches, the one that the
 * fewest texts share; a subject's stretches then lead to the texts it may hold, which are compared. Time is linear in all
 * texts together, and for a subject linear in its length and in the texts filed under its stretches.
 */
export function createTextIndex<Value>(
  entries: Iterable<{ readonly text: string; readonly value: Value }>,
): TextIndex<Value> {
  const byText = groupByText(entries);
  const everywhere = byText.get("") ?? [];
  byText.delete("");
  const shared = countStretches(byText.keys());
  const filed = new Map<string, FiledTexts<Value>>();
  const lengths = new Set<number>();
  for (const [text, values] of byText) {
    const offset = offsetOfRarest(text, shared);
    const length = stretchLengthOf(text);
    lengths.add(length);
    const stretch = text.slice(offset, offset + length);
    const known = filed.get(stretch);
    if (known === undefined) filed.set(stretch, new FiledTexts({ text, offset, values }));
    else known.add({ text, offset, values });
  }
  return {
    candidates(subjects) {
      const found = subjects.length === 0 ? [] : [...everywhere];
      for (const subject of subjects) lookUp(filed, lengths, subject, found);
      return found;
    },
  };
}

function groupByText<Value>(
  entries: Iterable<{ readonly text: string; readonly value: Value }>,
): Map<string, Value[]> {
  const byText = new Map<string, Value[]>();
  for (const { text, value } of entries) {
    const values = byText.get(text);
    if (values === undefined) byText.set(text, [value]);
    else values.push(value);
  }
  return byText;
}

function countStretches(texts: Iterable<string>): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const text of texts) {
    const length = stretchLengthOf(text);
    for (let offset = 0; offset < stretchCountOf(text); offset++) {
      const stretch = text.slice(offset, offset + length);
      shared.set(stretch, (shared.get(stretch) ?? 0) + 1);
    }
  }
  return shared;
}

function stretchLengthOf(text: string): number {
  return STRETCH_LENGTHS.find((length) => length <= text.length) ?? 1;
}

function stretchCountOf(text: string): number {
  return Math.min(text.length - stretchLengthOf(text) + 1, MOST_STRETCHES);
}

function offsetOfRarest(text: string, shared: ReadonlyMap<string, number>): number {
  const length = stretchLengthOf(text);
  let rarest = 0;
  let fewest = Infinity;
  for (let offset = 0; offset < stretchCountOf(text); offset++) {
    const count = shared.get(text.slice(offset, offset + length)) ?? 0;
    if (count < fewest) {
      rarest = offset;
      fewest = count;
    }
  }
  return rarest;
}

/** Adds the values of the texts that the subject may hold. */
function lookUp<Value>(
  filed: ReadonlyMap<string, FiledTexts<Value>>,
  lengths: Iterable<number>,
  subject: string,
  found: Value[],
): void {
  const searches = new Map<FiledTexts<Value>, Search<Value>>();
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
interface Search<Value> {
  triesLeft: number;
  readonly found: Set<FiledText<Value>>;
}

/** Up to so many texts are compared one by one. */
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
  }

  /** Finds the texts that stand in the subject with their stretch at that place. */
  findAt(subject: string, at: number, search: Search<Value>): void {
    if (this.#texts.length <= FEW) this.#compare(subject, at, search);
    else this.#lookUp(subject, at, search);
    if (search.triesLeft <= 0) for (const text of this.#texts) search.found.add(text);
  }

  #compare(subject: string, at: number, search: Search<Value>): void {
    for (const filed of this.#texts) {
      if (search.found.has(filed)) continue;
      search.triesLeft--;
      const start = at - filed.offset;
      if (start >= 0 && subject.startsWith(filed.text, start)) search.found.add(filed);
    }
  }

  #lookUp(subject: string, at: number, search: Search<Value>): void {
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
