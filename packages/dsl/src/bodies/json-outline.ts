import type { JsonPath } from "../model/json-path.js";
import type { JsonSegment } from "../runtime/json-field.js";

/** Where a value stands: its step, and where the array or object around it stands; null for the whole body. */
export type JsonNode = { readonly parent: JsonNode; readonly segment: JsonSegment } | null;

/** A member of an object. `from` to `to` is its name with all that belongs to it: `{"name": ` or `, "name": `. */
export interface JsonMember {
  readonly name: string;
  readonly node: JsonNode;
  readonly from: number;
  readonly to: number;
}

/** A string, number, true, false or null, at its place in the body. */
export interface JsonValue {
  readonly text: string;
  readonly node: JsonNode;
  readonly start: number;
  readonly end: number;
}

/** All names and values of a JSON body, in its order. */
export interface JsonOutline {
  readonly members: readonly JsonMember[];
  readonly values: readonly JsonValue[];
}

interface OpenContainer {
  readonly isObject: boolean;
  readonly node: JsonNode;
}

/** The outline of a body that is JSON: `jsonFault` has found nothing in it. Linear in its length. */
export function outlineJson(body: string): JsonOutline {
  const members: JsonMember[] = [];
  const values: JsonValue[] = [];
  const open: OpenContainer[] = [];
  let node: JsonNode = null;
  let nameNext = false;
  /** The bracket or comma before the next name. */
  let from = 0;
  let at = blankEnd(body, 0);
  while (at < body.length) {
    const character = body.charAt(at);
    if (character === "{" || character === "[") {
      open.push({ isObject: character === "{", node });
      nameNext = character === "{";
      if (!nameNext) node = { parent: node, segment: { kind: "all" } };
      from = at;
      at++;
    } else if (character === "}" || character === "]") {
      open.pop();
      nameNext = false;
      at++;
    } else if (character === ",") {
      const around = open.at(-1);
      nameNext = around?.isObject === true;
      if (!nameNext) node = { parent: around?.node ?? null, segment: { kind: "all" } };
      from = at;
      at++;
    } else {
      const end = tokenEnd(body, at);
      if (nameNext) {
        const name = textOf(body.slice(at, end));
        const to = blankEnd(body, blankEnd(body, end) + 1);
        node = { parent: open.at(-1)?.node ?? null, segment: { kind: "name", name } };
        members.push({ name, node, from, to });
        nameNext = false;
        at = to;
      } else {
        values.push({ text: textOf(body.slice(at, end)), node, start: at, end });
        at = end;
      }
    }
    at = blankEnd(body, at);
  }
  return { members, values };
}

/** The path to a place; the elements of an array are asked for all together. */
export function pathOf(node: JsonNode): JsonPath {
  const segments: JsonSegment[] = [];
  for (let place = node; place !== null; place = place.parent) segments.push(place.segment);
  return segments.reverse();
}

function textOf(token: string): string {
  if (!token.startsWith('"')) return token;
  if (!token.includes("\\")) return token.slice(1, -1);
  const text: unknown = JSON.parse(token);
  return typeof text === "string" ? text : token;
}

/** Behind a string, number or word. */
function tokenEnd(body: string, start: number): number {
  let at = start + 1;
  if (body.charAt(start) !== '"') {
    while (at < body.length && !",]} \t\r\n".includes(body.charAt(at))) at++;
    return at;
  }
  while (at < body.length && body.charAt(at) !== '"') at += body.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function blankEnd(body: string, from: number): number {
  let at = from;
  while (at < body.length && " \t\r\n".includes(body.charAt(at))) at++;
  return at;
}
