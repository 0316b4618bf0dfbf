import type { JsonPath } from "../model/json-path.js";
import { ArrayLengths, LONGEST_ARRAY } from "./array-lengths.js";
import { LONGEST_PATH, treesWith } from "./json-placing.js";
import { type JsonTree, OPEN, picksOfTree, withoutReached } from "./json-tree.js";
import { picksBeyond, type WantedPick } from "./wanted-body.js";

/** What a path is to pick of a JSON document. */
export interface WantedJson {
  readonly path: JsonPath;
  readonly picks: readonly WantedPick[];
}

/** Trees looked at for one document at most. */
const MOST_TREES = 600;

/**
 * JSON documents from which the paths pick what is wished and nothing else, the most natural first; none if there is none or
 * it is not found soon. `start` is a document to begin with: its values give way.
 */
export function* jsonDocuments(wanted: readonly WantedJson[], start: JsonTree = OPEN): Generator<JsonTree> {
  const isTooLarge = wanted.some(
    ({ path, picks }) => path.length > LONGEST_PATH || picks.length > LONGEST_ARRAY,
  );
  if (isTooLarge) return;
  const search = new JsonSearch(wanted);
  const begun = search.prepared(start);
  if (begun !== null) yield* search.documentsFrom(begun, 0);
}

class JsonSearch {
  readonly #wanted: readonly WantedJson[];
  /** In the order in which they are placed: what can only stand in one place first. */
  readonly #placed: readonly WantedJson[];
  readonly #absent: readonly WantedJson[];
  readonly #lengths: ArrayLengths;
  #left = MOST_TREES;

  constructor(wanted: readonly WantedJson[]) {
    this.#wanted = wanted;
    this.#absent = wanted.filter(({ picks }) => picks.length === 0);
    this.#placed = wanted
      .filter(({ picks }) => picks.length > 0)
      .sort((one, other) => rankOf(one) - rankOf(other));
    this.#lengths = new ArrayLengths(wanted);
  }

  /** What of a document can stay; null if nothing. */
  prepared(start: JsonTree): JsonTree | null {
    let tree: JsonTree | null = start;
    for (const { path, picks } of this.#wanted)
      if (tree !== null && path.length > 0) tree = withoutReached(tree, path, picks.length);
    return tree;
  }

  *documentsFrom(tree: JsonTree, index: number): Generator<JsonTree> {
    const next = this.#placed[index];
    if (next === undefined) {
      if (this.#isSound(tree, index)) yield tree;
      return;
    }
    const there = picksOfTree(tree, next.path).filter((pick) => pick !== null);
    yield* this.#placedFrom(tree, index, picksBeyond(next.picks, there));
  }

  *#placedFrom(tree: JsonTree, index: number, missing: readonly WantedPick[]): Generator<JsonTree> {
    const [pick, ...others] = missing;
    const next = this.#placed[index];
    if (next === undefined) return;
    if (pick === undefined) {
      if (this.#isSound(tree, index + 1)) yield* this.documentsFrom(tree, index + 1);
      return;
    }
    const placing = { path: next.path, pick, lengths: this.#lengths };
    for (const placed of treesWith(tree, placing)) {
      if (this.#left-- <= 0) return;
      yield* this.#placedFrom(placed, index, others);
    }
  }

  /** Whether the paths placed so far pick just what they should, and those that should pick nothing do. */
  #isSound(tree: JsonTree, placed: number): boolean {
    return [...this.#placed.slice(0, placed), ...this.#absent].every(({ path, picks }) => {
      const there = picksOfTree(tree, path).flatMap((pick) => pick ?? []);
      const isOpen = picksOfTree(tree, path).length > there.length;
      const isNothing = tree.kind === "open" && path.length === 0 && picks.length === 0;
      return (
        isNothing || (!isOpen && there.length === picks.length && picksBeyond(picks, there).length === 0)
      );
    });
  }
}

/** Names are placed before indexes, those before lists; last what only asks that something is there, the deep ones first. */
function rankOf({ path, picks }: WantedJson): number {
  const isContainer = picks.some(({ kind }) => kind === "container" || kind === "blank-container");
  const hasList = path.some(({ kind }) => kind === "all");
  const hasIndex = path.some(({ kind }) => kind === "index");
  return isContainer ? 3 + LONGEST_PATH - path.length : hasList ? 2 : hasIndex ? 1 : 0;
}
