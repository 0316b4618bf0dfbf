import { type JsonPath, writeJsonPath } from "../model/json-path.js";

/** Longer arrays are not made. */
export const LONGEST_ARRAY = 200;

/** Lengths tried for one array at most, besides the one that is most likely right. */
const MOST_LENGTHS = 8;

/** A path and how many values it is to lead to. */
interface CountedPath {
  readonly path: JsonPath;
  readonly picks: { readonly length: number };
}

/** What paths ask of an array. */
interface Asked {
  /** How many elements they reach from its beginning and from its end, and in lists. */
  front: number;
  back: number;
  list: number;
}

/** How many elements arrays may have to have, so that indexes from both ends do not meet and lists have room. */
export class ArrayLengths {
  readonly #asked = new Map<string, Asked>();
  readonly #usual: readonly number[];

  constructor(wanted: readonly CountedPath[]) {
    for (const { path, picks } of wanted) if (picks.length > 0) this.#ask(path, picks.length);
    this.#usual = usualLengths(wanted);
  }

  /** The lengths for a new array to which the first steps of a path lead, the most likely one first. */
  at(path: JsonPath, steps: number): readonly number[] {
    const { front, back, list } = this.#askedAt(path, steps);
    const likely = Math.max(1, front + back, list);
    return [...new Set([likely, ...this.#usual])].filter((length) => length <= LONGEST_ARRAY);
  }

  #ask(path: JsonPath, count: number): void {
    // The first list of a path has an element for each pick, those inside it one.
    const first = path.findIndex(({ kind }) => kind === "all");
    for (const [steps, segment] of path.entries()) {
      const asked = this.#askedAt(path, steps);
      if (segment.kind === "all") asked.list = Math.max(asked.list, steps === first ? count : 1);
      if (segment.kind !== "index") continue;
      if (segment.index < 0) asked.back = Math.max(asked.back, -segment.index);
      else asked.front = Math.max(asked.front, segment.index + 1);
    }
  }

  #askedAt(path: JsonPath, steps: number): Asked {
    const key = writeJsonPath(path.slice(0, steps));
    const asked = this.#asked.get(key) ?? { front: 0, back: 0, list: 0 };
    this.#asked.set(key, asked);
    return asked;
  }
}

/** Lengths that any index or list may ask for, ascending: one path can lead to the array of another. */
function usualLengths(wanted: readonly CountedPath[]): readonly number[] {
  const fronts = new Set<number>([0]);
  const backs = new Set<number>([0]);
  const lists = new Set<number>([1]);
  for (const { path, picks } of wanted) {
    for (const segment of path) {
      if (segment.kind === "index" && segment.index >= 0) fronts.add(segment.index + 1);
      if (segment.kind === "index" && segment.index < 0) backs.add(-segment.index);
      if (segment.kind === "all") lists.add(picks.length);
    }
  }
  const sums = [...fronts].flatMap((front) => [...backs].map((back) => front + back));
  const lengths = [...new Set([...sums, ...lists])].filter((length) => length > 0);
  return lengths.sort((one, other) => one - other).slice(0, MOST_LENGTHS);
}
