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

/** A table whose time is linear in the length of the names put into it, whatever they are. */
export function createNameTable(): NameTable {
  const nodes = new Map<string, number>();
  const values = new Map<number, number>();

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
      const node = nodeOf(name);
      const before = values.get(node);
      values.set(node, value);
      return before;
    },
  };
}
