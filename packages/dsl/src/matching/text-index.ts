/** How long the stretches are by which texts are looked up: the longest that fits into a text counts. */
const STRETCH_LENGTHS = [8, 4, 2, 1] as const;

/** Finds which of many texts may stand in a subject, without searching for each. */
export interface TextIndex<Value> {
  /** The values of all texts that stand in the subject, and of some that do not; a value can come twice. */
  candidates(subject: string): Value[];
}

/**
 * Builds an index over texts, each with a value. Every text is filed under one of its own stretches, the one that the
 * fewest texts share; a subject's stretches then lead to the texts it may hold. Time is linear in all texts together, and
 * for a subject linear in its length and what is found.
 */
export function createTextIndex<Value>(
  entries: readonly { readonly text: string; readonly value: Value }[],
): TextIndex<Value> {
  const shared = new Map<string, number>();
  for (const { text } of entries) {
    for (const stretch of stretchesOf(text)) shared.set(stretch, (shared.get(stretch) ?? 0) + 1);
  }
  const filed = new Map<string, Value[]>();
  const everywhere: Value[] = [];
  for (const { text, value } of entries) {
    const rarest = rarestStretch(text, shared);
    if (rarest === null) everywhere.push(value);
    else fileUnder(filed, rarest, value);
  }
  const lengths = STRETCH_LENGTHS.filter((length) =>
    [...filed.keys()].some((stretch) => stretch.length === length),
  );
  return { candidates: (subject) => [...everywhere, ...lookUp(filed, lengths, subject)] };
}

function fileUnder<Value>(filed: Map<string, Value[]>, stretch: string, value: Value): void {
  const values = filed.get(stretch);
  if (values === undefined) filed.set(stretch, [value]);
  else values.push(value);
}

function lookUp<Value>(
  filed: ReadonlyMap<string, Value[]>,
  lengths: readonly number[],
  subject: string,
): Value[] {
  const found: Value[] = [];
  const seen = new Set<Value[]>();
  for (const length of lengths) {
    for (let from = 0; from + length <= subject.length; from++) {
      const values = filed.get(subject.slice(from, from + length));
      if (values === undefined || seen.has(values)) continue;
      seen.add(values);
      for (const value of values) found.push(value);
    }
  }
  return found;
}

/** Long texts are told apart by their beginning well enough. */
const LONGEST_LOOKED_AT = 64;

function* stretchesOf(text: string): Iterable<string> {
  const length = STRETCH_LENGTHS.find((candidate) => candidate <= text.length);
  if (length === undefined) return;
  const end = Math.min(text.length, LONGEST_LOOKED_AT);
  for (let from = 0; from + length <= end; from++) yield text.slice(from, from + length);
}

function rarestStretch(text: string, shared: ReadonlyMap<string, number>): string | null {
  let rarest: string | null = null;
  let fewest = Infinity;
  for (const stretch of stretchesOf(text)) {
    const count = shared.get(stretch) ?? 0;
    if (count < fewest) {
      rarest = stretch;
      fewest = count;
    }
  }
  return rarest;
}
