import type { JsonPath } from "../model/json-path.js";
import { type ArrayLengths, LONGEST_ARRAY } from "./array-lengths.js";
import {
  freeCopy,
  isReplaceable,
  type JsonArray,
  type JsonTree,
  OPEN,
  placeOf,
  withElement,
  withMember,
} from "./json-tree.js";
import type { WantedPick } from "./wanted-body.js";

/** Longer paths are not made. */
export const LONGEST_PATH = 100;

/** What is to be put where. */
interface Placing {
  readonly path: JsonPath;
  readonly pick: WantedPick;
  readonly lengths: ArrayLengths;
}

/** The trees in which the path leads to the pick besides what it leads to already, the most natural first. */
export function treesWith(tree: JsonTree, placing: Placing): Iterable<JsonTree> {
  return placedAt(tree, placing, 0);
}

function* placedAt(tree: JsonTree, placing: Placing, at: number): Generator<JsonTree> {
  const segment = placing.path[at];
  if (segment === undefined) yield* valuesInPlaceOf(tree, placing.pick);
  else if (segment.kind === "name") yield* placedInMember(tree, placing, at, segment.name);
  else if (segment.kind === "index") yield* placedAtIndex(tree, placing, at, segment.index);
  else yield* placedAnywhere(tree, placing, at);
}

/** The value by which the pick is picked, if the tree leaves its place to it. */
function* valuesInPlaceOf(tree: JsonTree, pick: WantedPick): Generator<JsonTree> {
  const isFree = isReplaceable(tree);
  switch (pick.kind) {
    case "text":
    case "null":
      if (isFree) yield { kind: "value", pick, isFree: false };
      return;
    case "container":
      if (
        (tree.kind === "object" && tree.members.length > 0) ||
        (tree.kind === "array" && tree.elements.length > 0)
      )
        yield tree;
      if (!isFree) return;
      yield { kind: "array", grows: false, elements: [ONE] };
      yield withMember(null, "id", ONE);
      return;
    case "blank-container":
      if (isFree || (tree.kind === "object" && tree.members.length === 0))
        yield { kind: "object", members: [] };
      if (isFree || (tree.kind === "array" && tree.elements.length === 0))
        yield { kind: "array", grows: false, elements: [] };
  }
}

/** What stands in an array or object that only must not be blank. */
const ONE: JsonTree = { kind: "value", pick: { kind: "text", text: "1" }, isFree: false };

function* placedInMember(tree: JsonTree, placing: Placing, at: number, name: string): Generator<JsonTree> {
  const object = tree.kind === "object" ? tree : null;
  if (object === null && !isReplaceable(tree)) return;
  const known = object?.members.find((member) => member.name === name)?.value ?? OPEN;
  for (const value of placedAt(known, placing, at + 1)) yield withMember(object, name, value);
}

function* placedAtIndex(tree: JsonTree, placing: Placing, at: number, index: number): Generator<JsonTree> {
  const lengths = placing.lengths.at(placing.path, at);
  for (const array of arraysIn(tree, lengths, index < 0 ? -index : index + 1)) {
    const place = placeOf(index, array.elements.length);
    const known = array.elements[place];
    if (known === undefined) continue;
    for (const value of placedAt(known, placing, at + 1)) yield withElement(array, place, value);
  }
}

/** The array that the tree is, grown if it may and must be; or new ones of each length that there may be. */
function* arraysIn(tree: JsonTree, lengths: readonly number[], least: number): Generator<JsonArray> {
  if (tree.kind === "array") {
    yield tree.grows && least <= LONGEST_ARRAY ? grown(tree, least) : tree;
    return;
  }
  if (!isReplaceable(tree)) return;
  for (const length of lengths) {
    if (length >= least) yield { kind: "array", grows: false, elements: Array(length).fill(OPEN) };
  }
}

/** With copies of its last element. */
function grown(array: JsonArray, length: number): JsonArray {
  const missing = Math.max(0, length - array.elements.length);
  const copies: readonly JsonTree[] = Array(missing).fill(freeCopy(array.elements.at(-1) ?? OPEN));
  return { ...array, elements: [...array.elements, ...copies] };
}

function* placedAnywhere(tree: JsonTree, placing: Placing, at: number): Generator<JsonTree> {
  if (tree.kind === "object") {
    for (const { name, value } of tree.members)
      for (const placed of placedAt(value, placing, at + 1)) yield withMember(tree, name, placed);
    const name = newNameIn(tree.members.map((member) => member.name));
    for (const placed of placedAt(OPEN, placing, at + 1)) yield withMember(tree, name, placed);
    return;
  }
  if (tree.kind === "array") {
    yield* placedInElements(tree, placing, at);
    if (tree.grows)
      yield* placedInElements(grown(tree, tree.elements.length + 1), placing, at, tree.elements.length);
    return;
  }
  if (!isReplaceable(tree)) return;
  for (const length of placing.lengths.at(placing.path, at)) {
    const array: JsonArray = { kind: "array", grows: false, elements: Array(length).fill(OPEN) };
    // They are all the same yet.
    for (const placed of placedAt(OPEN, placing, at + 1)) yield withElement(array, 0, placed);
  }
  for (const placed of placedAt(OPEN, placing, at + 1)) yield withMember(null, newNameIn([]), placed);
}

function* placedInElements(array: JsonArray, placing: Placing, at: number, from = 0): Generator<JsonTree> {
  for (const [index, element] of array.elements.entries()) {
    if (index < from) continue;
    for (const placed of placedAt(element, placing, at + 1)) yield withElement(array, index, placed);
  }
}

/** A name for a member that nothing asks for by name. */
function newNameIn(names: readonly string[]): string {
  let number = names.length + 1;
  while (names.includes(`item${number}`)) number++;
  return `item${number}`;
}
