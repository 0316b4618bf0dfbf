// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import type { JsonSegment } from "../../src/runtime/json-field.js";

/** What the scanner must agree on. */
export interface ReferencePick {
  readonly text: string | null;
  readonly blank: boolean;
}

type Node =
  | { readonly kind: "scalar"; readonly text: string; readonly blank: boolean }
  | { readonly kind: "array"; readonly elements: readonly Node[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [name: string, value: Node])[] };

/**
 * The meaning of a JSON path by way of `JSON.parse`. So that nothing is lost on the way (digits of numbers, repeated
 * names, the order of names that look like numbers), every token of a body that `JSON.parse` accepts is first written
 * as a string with a letter in front, and every name gets its number.
 */
export function referenceJsonPicks(body: string, path: readonly JsonSegment[]): readonly ReferencePick[] {
  if (!isJson(body)) return [];
  return walk([nodeOf(JSON.parse(protect(body)))], path).map(pickOf);
}

export function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

function protect(body: string): string {
  let names = 0;
  return body.replace(
    /("(?:[^"\\]|\\.)*")(\s*:)?|[-+.0-9eE]+|true|false|null/gs,
    (token, string: string | undefined, colon: string | undefined) => {
      if (string === undefined) return `"${/^[tfn]/.test(token) ? "w" : "d"}${token}"`;
      if (colon === undefined) return `"s${string.slice(1)}`;
      return `"n${names++}:${string.slice(1)}:`;
    },
  );
}

function nodeOf(value: unknown): Node {
  if (typeof value === "string") {
    const text = wellFormed(value.slice(1));
    return { kind: "scalar", text, blank: value === "wnull" || text === "" };
  }
  if (Array.isArray(value)) return { kind: "array", elements: value.map(nodeOf) };
  if (typeof value !== "object" || value === null) throw new Error("an unprotected token");
  const members = Object.entries(value).map(
    ([name, child]) => [wellFormed(name.slice(name.indexOf(":") + 1)), nodeOf(child)] as const,
  );
  const last = members.filter(([name], index) => !members.slice(index + 1).some(([later]) => later === name));
  return { kind: "object", members: last };
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function walk(nodes: readonly Node[], path: readonly JsonSegment[]): readonly Node[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return nodes;
  return walk(
    nodes.flatMap((node) => children(node, segment)),
    rest,
  );
}

function children(node: Node, segment: JsonSegment): readonly Node[] {
  if (node.kind === "array" && segment.kind === "index") {
    const wanted = segment.index < 0 ? node.elements.length + segment.index : segment.index;
    return node.elements.filter((_, index) => index === wanted);
  }
  if (node.kind === "array" && segment.kind === "all") return node.elements;
  if (node.kind === "object" && segment.kind !== "index") {
    return node.members
      .filter(([name]) => segment.kind === "all" || name === segment.name)
      .map(([, value]) => value);
  }
  return [];
}

function pickOf(node: Node): ReferencePick {
  if (node.kind === "scalar") return { text: node.text, blank: node.blank };
  return { text: null, blank: (node.kind === "array" ? node.elements : node.members).length === 0 };
}
