import type { JsonPath } from "../model/json-path.js";
import { blankEnd } from "../runtime/blank-end.js";
import type { JsonSegment } from "../runtime/json-field.js";
import { type JsonListener, readJsonScalar, readJsonString, scanJson } from "../runtime/json-scanner.js";

/** Where a value stands: its step, and where the array or object around it stands; null for the whole body. */
export type JsonLocation = { readonly parent: JsonLocation; readonly segment: JsonSegment } | null;

/** A member of an object. `from` to `to` is its name with all that belongs to it: `{"name": ` or `, "name": `. */
export interface JsonMember {
  readonly location: JsonLocation;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A string, number, true, false or null, at its place in the body. */
export interface JsonValue {
  readonly location: JsonLocation;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * All names and values of a JSON body, in its order. Of members of one name in an object a path picks only the last; the
 * outline has the others, too, and what is in them.
 */
export interface JsonOutline {
  readonly members: readonly JsonMember[];
  readonly values: readonly JsonValue[];
}

/** The outline of a body; null for one that the runtime does not read as JSON. Linear in its length. */
export function outlineJson(body: string): JsonOutline | null {
  const outliner = new JsonOutliner(body);
  return scanJson(body, outliner) === null ? outliner.outline() : null;
}

/** The path to a place; the elements of an array are asked for all together. */
export function jsonPathTo(location: JsonLocation): JsonPath {
  const segments: JsonSegment[] = [];
  for (let place = location; place !== null; place = place.parent) segments.push(place.segment);
  return segments.reverse();
}

class JsonOutliner implements JsonListener {
  readonly #body: string;
  readonly #members: JsonMember[] = [];
  readonly #values: JsonValue[] = [];
  /** Where the arrays and objects stand that are open. */
  readonly #open: JsonLocation[] = [];
  /** Where the value stands that comes next. */
  #location: JsonLocation = null;
  /** The name of the member whose value comes next, and where it begins; null for other values. */
  #name: string | null = null;
  #nameFrom = 0;
  /** The bracket that has been opened last, or what stands behind the value that has ended last. */
  #behind = 0;

  constructor(body: string) {
    this.#body = body;
  }

  opens(start: number): void {
    this.#beginValue(start);
    this.#open.push(this.#location);
    this.#behind = start;
  }

  member(nameStart: number, nameEnd: number): void {
    const name = readJsonString(this.#body, nameStart, nameEnd);
    this.#location = { parent: this.#open.at(-1) ?? null, segment: { kind: "name", name } };
    this.#name = name;
    // A bracket stands here, or a comma behind white space.
    this.#nameFrom = blankEnd(this.#body, this.#behind);
  }

  element(): void {
    this.#location = { parent: this.#open.at(-1) ?? null, segment: { kind: "all" } };
  }

  scalar(start: number, end: number): void {
    this.#beginValue(start);
    const text = readJsonScalar(this.#body, start, end);
    this.#values.push({ text, location: this.#location, start, end });
    this.#behind = end;
  }

  closes(end: number): void {
    this.#open.pop();
    this.#behind = end;
  }

  outline(): JsonOutline {
    return { members: this.#members, values: this.#values };
  }

  #beginValue(start: number): void {
    if (this.#name === null) return;
    const [name, location, from] = [this.#name, this.#location, this.#nameFrom];
    this.#members.push({ name, location, from, to: start });
    this.#name = null;
  }
}
