/** Numbers by name. */
export interface NameTable {
  /** Puts the number under the name and gives the one that stood there before. */
  put(name: string, value: number): number | undefined;
}

/**
 * Engines hash a text of more than some 16,000 characters by its length alone, so a body of long names of one length
 * would make a plain Map quadratic. Longer names are therefore looked up piece by piece.
 */
const PIECE_LENGTH = 4096;

/** Beyond, a Map takes too much memory, and engines refuse one of 16 million. */
const MOST_NAMES_IN_MAP = 1000000;

/**
 * A table whose time is linear in the length of the names put into it, whatever they are. `nameOf` gives the name again under which
 * a number was put: of very many names only the numbers are kept, in some 20 bytes each.
 */
export function createNameTable(nameOf: (value: number) => string): NameTable {
  const nodes = new Map<string, number>();
  const values = new Map<number, number>();
  let many: ManyNames | null = null;

  function nodeOf(name: string): number {
    let node = 0;
    let from = 0;
    do {
      // The quote keeps the key from looking like a number, which some engines hash without a secret.
      const key = `${node}"${name.slice(from, from + PIECE_LENGTH)}`;
      const known = nodes.get(key);
      node = known ?? nodes.size + 1;
      if (known === undefined) nodes.set(key, node);
      from += PIECE_LENGTH;
    } while (from < name.length);
    return node;
  }

  return {
    put(name, value) {
      if (many !== null) return many.put(name, value);
      const node = nodeOf(name);
      const before = values.get(node);
      values.set(node, value);
      if (nodes.size > MOST_NAMES_IN_MAP) {
        many = new ManyNames(nameOf);
        for (const known of values.values()) many.put(nameOf(known), known);
        nodes.clear();
        values.clear();
      }
      return before;
    },
  };
}

/** A prime number; products of numbers below it and below 2^21 are exact. */
const NAME_HASH_PRIME = 2147483629;

/** The numbers of names by hashes, which nobody can foresee: a secret is in them. */
class ManyNames {
  readonly nameOf: (value: number) => string;
  readonly secret = 0x100000 + Math.floor(Math.random() * 0x100000);
  /** Numbers plus one, 0 for none, at the place of their hash or behind it; and the hashes. */
  slots = new Uint32Array(0x400000);
  hashes = new Uint32Array(0x400000);
  count = 0;

  constructor(nameOf: (value: number) => string) {
    this.nameOf = nameOf;
  }

  put(name: string, value: number): number | undefined {
    if (2 * this.count >= this.slots.length) this.grow();
    const hash = this.hashOf(name);
    const { slots, hashes } = this;
    let at = hash % slots.length;
    for (let slot = slots[at] || 0; slot !== 0; slot = slots[at] || 0) {
      if (hashes[at] === hash && this.nameOf(slot - 1) === name) {
        slots[at] = value + 1;
        return slot - 1;
      }
      at = (at + 1) % slots.length;
    }
    slots[at] = value + 1;
    hashes[at] = hash;
    this.count += 1;
    return undefined;
  }

  hashOf(name: string): number {
    let hash = name.length;
    for (let index = 0; index < name.length; index += 1)
      hash = (hash * this.secret + name.charCodeAt(index) + 1) % NAME_HASH_PRIME;
    return hash;
  }

  grow(): void {
    const { slots, hashes } = this;
    const length = 2 * slots.length;
    this.slots = new Uint32Array(length);
    this.hashes = new Uint32Array(length);
    for (let old = 0; old < slots.length; old += 1) {
      const slot = slots[old] || 0;
      if (slot === 0) continue;
      const hash = hashes[old] || 0;
      let at = hash % length;
      while (this.slots[at] !== 0) at = (at + 1) % length;
      this.slots[at] = slot;
      this.hashes[at] = hash;
    }
  }
}
