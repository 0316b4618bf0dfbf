import type { JsonPath } from "../model/json-path.js";
import type { WantedPick } from "./wanted-body.js";

/** A JSON document that is being made. Every change gives another tree. */
export type JsonTree =
  /** An element of which nothing is decided. */
  | { readonly kind: "open" }
  /** A value that is wished; another may take its place in a copy of an element. */
  | { readonly kind: "value"; readonly pick: WantedPick; readonly isFree: boolean }
  /** A value of an example, as it is written there: another may take its place. */
  | { readonly kind: "found"; readonly written: string; readonly pick: WantedPick }
  | { readonly kind: "object"; readonly members: readonly JsonTreeMember[] }
  /** `grows` in an array of an example: it can have more elements. */
  | { readonly kind: "array"; readonly elements: readonly JsonTree[]; readonly grows: boolean };

export interface JsonTreeMember {
  readonly name: string;
  readonly value: JsonTree;
}

export type JsonArray = Extract<JsonTree, { kind: "array" }>;
export type JsonObject = Extract<JsonTree, { kind: "object" }>;

/** Whether something else may stand there. */
export function isReplaceable(tree: JsonTree): boolean {
  return tree.kind === "open" || tree.kind === "found" || (tree.kind === "value" && tree.isFree);
}

/** The same values, in whose places others may stand. */
export function freeCopy(tree: JsonTree): JsonTree {
  switch (tree.kind) {
    case "open":
    case "found":
      return tree;
    case "value":
      return { ...tree, isFree: true };
    case "object":
      return {
        kind: "object",
        members: tree.members.map(({ name, value }) => ({ name, value: freeCopy(value) })),
      };
    case "array":
      return { ...tree, elements: tree.elements.map(freeCopy) };
  }
}

export const OPEN: JsonTree = { kind: "open" };

/**
 * What a path picks of the tree; null for each element of which nothing is decided. An element that is not decided later
 * becomes a value of some kind, out of which no path picks anything.
 */
export function picksOfTree(tree: JsonTree, path: JsonPath, at = 0): readonly (WantedPick | null)[] {
  const segment = path[at];
  if (segment === undefined) return [pickOfTree(tree)];
  return childrenAt(tree, segment).flatMap((child) => picksOfTree(child, path, at + 1));
}

function pickOfTree(tree: JsonTree): WantedPick | null {
  switch (tree.kind) {
    case "open":
      return null;
    case "value":
    case "found":
      return tree.pick;
    case "object":
      return { kind: tree.members.length === 0 ? "blank-container" : "container" };
    case "array":
      return { kind: tree.elements.length === 0 ? "blank-container" : "container" };
  }
}

function childrenAt(tree: JsonTree, segment: JsonPath[number]): readonly JsonTree[] {
  switch (segment.kind) {
    case "name":
      return tree.kind === "object"
        ? tree.members.filter(({ name }) => name === segment.name).map(({ value }) => value)
        : [];
    case "index": {
      if (tree.kind !== "array") return [];
      const child = tree.elements.at(segment.index);
      return child === undefined ? [] : [child];
    }
    case "all":
      if (tree.kind === "object") return tree.members.map(({ value }) => value);
      return tree.kind === "array" ? tree.elements : [];
  }
}

/** The object with that member, in its place if there was one of the name. */
export function withMember(object: JsonObject | null, name: string, value: JsonTree): JsonTree {
  const members = object?.members ?? [];
  const isThere = members.some((member) => member.name === name);
  const changed = members.map((member) => (member.name === name ? { name, value } : member));
  return { kind: "object", members: isThere ? changed : [...members, { name, value }] };
}

/** The array with another element in that place. */
export function withElement({ elements, grows }: JsonArray, index: number, value: JsonTree): JsonTree {
  return { kind: "array", grows, elements: elements.map((element, at) => (at === index ? value : element)) };
}

/** The offset of an element that is counted from the end if it is negative. */
export function placeOf(index: number, length: number): number {
  return index < 0 ? length + index : index;
}

/** The tree without what a path reaches beyond the first `kept` places; null where nothing would be left. */
export function withoutReached(tree: JsonTree, path: JsonPath, kept: number): JsonTree | null {
  let left = kept;
  const prune = (node: JsonTree, at: number): JsonTree | null => {
    const segment = path[at];
    if (segment === undefined) return left-- > 0 ? node : null;
    if (node.kind === "object") {
      const members = node.members.flatMap((member): readonly JsonTreeMember[] => {
        if (segment.kind === "index" || (segment.kind === "name" && segment.name !== member.name))
          return [member];
        const value = prune(member.value, at + 1);
        return value === null ? [] : [{ name: member.name, value }];
      });
      return { kind: "object", members };
    }
    if (node.kind !== "array" || segment.kind === "name") return node;
    const chosen = segment.kind === "all" ? null : placeOf(segment.index, node.elements.length);
    const elements = node.elements.flatMap((element, index) => {
      if (chosen !== null && chosen !== index) return [element];
      return prune(element, at + 1) ?? [];
    });
    return { ...node, elements };
  };
  return prune(tree, 0);
}
