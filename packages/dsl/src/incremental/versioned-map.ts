/**
 * A map of which many versions are made, each with few differences from the one before: a version shares with it what is the
 * same, so that a map of thousands of keys is not copied for the sake of one. By texts.
 */
export class VersionedMap<Value> {
  readonly #parts: readonly ReadonlyMap<string, Value>[];

  private constructor(parts: readonly ReadonlyMap<string, Value>[]) {
    this.#parts = parts;
  }

  static empty<Value>(): VersionedMap<Value> {
    return new VersionedMap<Value>(Array.from({ length: PARTS }, () => new Map<string, Value>()));
  }

  get(key: string): Value | undefined {
    return this.#parts[partOf(key)]?.get(key);
  }

  /** The map with other values of some keys; null takes a key out. This one stays as it is. */
  with(changes: ReadonlyMap<string, Value | null>): VersionedMap<Value> {
    const parts = [...this.#parts];
    const copied = new Map<number, Map<string, Value>>();
    for (const [key, value] of changes) {
      const part = partOf(key);
      const copy = copied.get(part) ?? new Map(parts[part]);
      copied.set(part, copy);
      parts[part] = copy;
      if (value === null) copy.delete(key);
      else copy.set(key, value);
    }
    return new VersionedMap(parts);
  }
}

const PARTS = 64;

/** The letters at the end tell most apart where thousands of keys are numbered. */
const LETTERS = 12;

function partOf(key: string): number {
  let sum = key.length;
  for (let index = Math.max(0, key.length - LETTERS); index < key.length; index++)
    sum = (Math.imul(sum, 31) + key.charCodeAt(index)) | 0;
  return (sum ^ (sum >>> 15)) & (PARTS - 1);
}
