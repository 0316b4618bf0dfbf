import type { JsonPath } from "../model/json-path.js";
import type { JsonSegment } from "../runtime/json-field.js";
import {
  type JsonListener,
  jsonBlankEnd,
  readJsonScalar,
  readJsonString,
  scanJson,
} from "../runtime/json-scanner.js";

/** Where a value stands: its step, and where the array or object around it stands; null for the whole body. */
export type JsonLocation = { readonly parent: JsonLocation; readonly segment: JsonSegment } | null;

/** A part of a body that a path leads to, unless another has taken its place. */
interface JsonPart {
  readonly location: JsonLocation;
  /**
   * Whether no path leads to it: of members of one name in an object only the last counts, with all that is in it, as far
   * as paths go.
   */
  readonly isReplaced: boolean;
}

/** A member of an object. `from` to `to` is its name with all that belongs to it: `{"name": ` or `, "name": `. */
export interface JsonMember extends JsonPart {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A string, number, true, false or null, at its place in the body. */
export interface JsonValue extends JsonPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** All names and values of a JSON body, in its order. */
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

interface OpenContainer {
  readonly location: JsonLocation;
  /** The last member of each name; null for an array. */
  readonly named: Map<string, JsonLocation> | null;
}

class JsonOutliner implements JsonListener {
  readonly #body: string;
  readonly #members: JsonMember[] = [];
  readonly #values: JsonValue[] = [];
  readonly #open: OpenContainer[] = [];
  /** Where the value stands that comes next. */
  #location: JsonLocation = null;
  /** The name of the member whose value comes next, and where it begins; null for other values. */
  #name: string | null = null;
  #nameFrom = 0;
  /** The bracket that has been opened last, or what stands behind the value that has ended last. */
  #behind = 0;
  /** The members that a later one of the same name has taken the place of. */
  readonly #replaced = new Set<JsonLocation>();

  constructor(body: string) {
    this.#body = body;
  }

  opens(start: number, isObject: boolean): void {
    this.#beginValue(start);
    this.#open.push({ location: this.#location, named: isObject ? new Map() : null });
    this.#behind = start;
  }

  member(nameStart: number, nameEnd: number): void {
    const around = this.#open.at(-1);
    const name = readJsonString(this.#body, nameStart, nameEnd);
    const location: JsonLocation = { parent: around?.location ?? null, segment: { kind: "name", name } };
    const earlier = around?.named?.get(name);
    if (earlier !== undefined) this.#replaced.add(earlier);
    around?.named?.set(name, location);
    this.#location = location;
    this.#name = name;
    // A bracket stands here, or a comma behind white space.
    this.#nameFrom = jsonBlankEnd(this.#body, this.#behind);
  }

  element(): void {
    this.#location = { parent: this.#open.at(-1)?.location ?? null, segment: { kind: "all" } };
  }

  scalar(start: number, end: number): void {
    this.#beginValue(start);
    const text = readJsonScalar(this.#body, start, end);
    this.#values.push({ text, location: this.#location, start, end, isReplaced: false });
    this.#behind = end;
  }

  closes(end: number): void {
    this.#open.pop();
    this.#behind = end;
  }

  outline(): JsonOutline {
    const members = this.#members;
    if (this.#replaced.size === 0) return { members, values: this.#values };
    const known = new Map<JsonLocation, boolean>([[null, false]]);
    const isReplaced = (location: JsonLocation): boolean => {
      let replaced = known.get(location);
      if (replaced === undefined) {
        replaced = location !== null && (this.#replaced.has(location) || isReplaced(location.parent));
        known.set(location, replaced);
      }
      return replaced;
    };
    const marked = <Part extends JsonPart>(part: Part): Part => ({
      ...part,
      isReplaced: isReplaced(part.location),
    });
    return { members: members.map(marked), values: this.#values.map(marked) };
  }

  #beginValue(start: number): void {
    if (this.#name === null) return;
    const [name, location, from] = [this.#name, this.#location, this.#nameFrom];
    this.#members.push({ name, location, from, to: start, isReplaced: false });
    this.#name = null;
  }
}
