import { createNameTable, type NameTable } from "./name-table.js";
import { type BodyFault, DEEPEST_NESTING, type Picked } from "./picked.js";

/** One segment of a path: a member's name, an element's index (negative from the end), or all of them. */
export type JsonSegment =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "all" };

/**
 * The values that the path reaches, in the body's order; none if the body is not JSON (RFC 8259) or nests too deeply.
 * The body has been normalised: no lone surrogates. Time is linear in the body's length, whatever the body.
 */
export function pickJson(body: string, path: readonly JsonSegment[]): readonly Picked[] {
  const scan = scanJson(body, path);
  const picked: Picked[] = [];
  if (scan.fault !== null) return picked;
  for (let index = 0; index < scan.places.length; index += 2) {
    picked.push(readJsonPlace(body, scan.places[index] ?? 0, scan.places[index + 1] ?? 0));
  }
  return picked;
}

/** Where the body stops being JSON (RFC 8259), or nests too deeply; null for a body that can be read. */
export function jsonFault(body: string): BodyFault | null {
  return scanJson(body, []).fault;
}

/** An array or object that is not closed yet. */
interface JsonContainer {
  readonly start: number;
  readonly isObject: boolean;
  readonly onPath: boolean;
  /** What the path asks of the children; null if it leads elsewhere, or no further than here. */
  readonly segment: JsonSegment | null;
  /** The length of `places` before this container. */
  readonly placesBefore: number;
  /** How many children have begun. */
  count: number;
  /** The length of `places` before each child that can still count; only where that shows later. */
  marks: number[] | null;
  /** The last child of each name, and the children that have lost their name to a later one; likewise. */
  lastOfName: NameTable | null;
  outdated: Set<number> | null;
}

/** The state of one pass over a body. The functions that move on give the next offset, or `NO_JSON` after a fault. */
interface JsonScan {
  readonly body: string;
  readonly path: readonly JsonSegment[];
  readonly open: JsonContainer[];
  /** Start and end of each value that the path reaches, as far as is known yet: there can be millions. */
  readonly places: number[];
  /** Whether the path leads into the value that comes next. */
  onPath: boolean;
  fault: BodyFault | null;
}

const NO_JSON = -1;

function failJson(scan: JsonScan, at: number, reason: string): number {
  scan.fault = { at, reason: at < scan.body.length ? reason : "it ends too early" };
  return NO_JSON;
}

function scanJson(body: string, path: readonly JsonSegment[]): JsonScan {
  const scan: JsonScan = { body, path, open: [], places: [], onPath: true, fault: null };
  let at = jsonBlankEnd(body, 0);
  do {
    at = passJsonValue(scan, at);
    if (at !== NO_JSON) at = passJsonPunctuation(scan, at);
  } while (at !== NO_JSON && scan.open.length > 0);
  if (at !== NO_JSON && at < body.length) failJson(scan, at, "something stands behind the value");
  return scan;
}

/** Passes a whole string, number or word, or the bracket that opens an array or object. */
function passJsonValue(scan: JsonScan, start: number): number {
  const bracket = scan.body.charAt(start);
  if (bracket === "{" || bracket === "[") return openJsonContainer(scan, start, bracket === "{");
  const end = jsonScalarEnd(scan, start);
  if (end !== NO_JSON) addJsonPlace(scan, scan.onPath, start, end);
  return end;
}

/** Passes closing brackets, a comma, a member's name, until the next value begins or the outermost is closed. */
function passJsonPunctuation(scan: JsonScan, from: number): number {
  const { body, open } = scan;
  let at = jsonBlankEnd(body, from);
  for (;;) {
    const container = open[open.length - 1];
    if (container === undefined) return at;
    const closer = container.isObject ? "}" : "]";
    const character = body.charAt(at);
    if (character === closer) {
      closeJsonContainer(scan, container, at + 1);
      at = jsonBlankEnd(body, at + 1);
    } else if (container.count === 0) {
      return beginJsonChild(scan, container, at);
    } else if (character === ",") {
      return beginJsonChild(scan, container, jsonBlankEnd(body, at + 1));
    } else {
      return failJson(scan, at, `a comma or ${closer} is missing here`);
    }
  }
}

function openJsonContainer(scan: JsonScan, start: number, isObject: boolean): number {
  const { open, path, places, onPath } = scan;
  if (open.length === DEEPEST_NESTING) {
    return failJson(scan, start, "more than 1,000 arrays and objects stand inside one another");
  }
  const segment = (onPath ? path[open.length] : undefined) ?? null;
  open.push({
    start,
    isObject,
    onPath,
    segment,
    placesBefore: places.length,
    count: 0,
    marks: null,
    lastOfName: null,
    outdated: null,
  });
  return start + 1;
}

function beginJsonChild(scan: JsonScan, container: JsonContainer, at: number): number {
  let valueStart = at;
  if (container.isObject) {
    if (scan.body.charAt(at) !== '"') return failJson(scan, at, "a name in double quotes is missing here");
    const nameEnd = jsonStringEnd(scan, at);
    if (nameEnd === NO_JSON) return NO_JSON;
    const colon = jsonBlankEnd(scan.body, nameEnd);
    if (scan.body.charAt(colon) !== ":") return failJson(scan, colon, "a colon is missing here");
    valueStart = jsonBlankEnd(scan.body, colon + 1);
    scan.onPath = container.segment !== null && entersJsonMember(scan, container, at, nameEnd);
  } else {
    scan.onPath = entersJsonElement(scan, container);
  }
  container.count += 1;
  return valueStart;
}

function entersJsonElement(scan: JsonScan, container: JsonContainer): boolean {
  const { segment } = container;
  if (segment === null || segment.kind === "name") return false;
  if (segment.kind === "all") return true;
  if (segment.index >= 0) return segment.index === container.count;
  // Which element it is shows only at the closing bracket: every one is followed, and the last ones are kept.
  const kept = -segment.index;
  if (markJsonChild(scan, container) === 2 * kept)
    keepJsonChildren(scan, container, (child) => child >= kept);
  return true;
}

function entersJsonMember(
  scan: JsonScan,
  container: JsonContainer,
  nameStart: number,
  nameEnd: number,
): boolean {
  const { segment } = container;
  if (segment === null || segment.kind === "index") return false;
  const name = readJsonString(scan.body, nameStart, nameEnd);
  if (segment.kind === "name") {
    if (name !== segment.name) return false;
    // Of a repeated name only the last member exists: what earlier ones gave goes.
    scan.places.length = container.placesBefore;
    return true;
  }
  markJsonChild(scan, container);
  if (container.lastOfName === null) container.lastOfName = createNameTable();
  const earlier = container.lastOfName.put(name, container.count);
  if (earlier !== undefined) {
    if (container.outdated === null) container.outdated = new Set();
    container.outdated.add(earlier);
  }
  return true;
}

/** Gives the number of marks. */
function markJsonChild(scan: JsonScan, container: JsonContainer): number {
  if (container.marks === null) container.marks = [];
  return container.marks.push(scan.places.length);
}

function closeJsonContainer(scan: JsonScan, container: JsonContainer, end: number): void {
  const { segment, marks, outdated } = container;
  scan.open.pop();
  if (outdated !== null) keepJsonChildren(scan, container, (child) => !outdated.has(child));
  if (marks !== null && segment !== null && segment.kind === "index") {
    const chosen = marks.length + segment.index;
    keepJsonChildren(scan, container, (child) => child === chosen);
  }
  addJsonPlace(scan, container.onPath, container.start, end);
}

/** Forgets the places found in the other of the marked children, and their marks. */
function keepJsonChildren(scan: JsonScan, container: JsonContainer, keeps: (child: number) => boolean): void {
  const { places } = scan;
  const marks = container.marks ?? [];
  const keptMarks: number[] = [];
  let end = container.placesBefore;
  marks.forEach((from, child) => {
    if (!keeps(child)) return;
    const to = marks[child + 1] ?? places.length;
    places.copyWithin(end, from, to);
    keptMarks.push(end);
    end += to - from;
  });
  places.length = end;
  container.marks = keptMarks;
}

/** Called when the value has ended, so that the open containers are those around it. */
function addJsonPlace(scan: JsonScan, onPath: boolean, start: number, end: number): void {
  if (onPath && scan.open.length === scan.path.length) scan.places.push(start, end);
}

/** Behind the white space of RFC 8259 §2. */
function jsonBlankEnd(body: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = body.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at;
    at += 1;
  }
}

function jsonScalarEnd(scan: JsonScan, start: number): number {
  const { body } = scan;
  if (body.charAt(start) === '"') return jsonStringEnd(scan, start);
  if (body.startsWith("true", start) || body.startsWith("null", start)) return start + 4;
  if (body.startsWith("false", start)) return start + 5;
  return jsonNumberEnd(scan, start);
}

/** RFC 8259 §6. */
function jsonNumberEnd(scan: JsonScan, start: number): number {
  const { body } = scan;
  const negative = body.charAt(start) === "-";
  const wholeStart = negative ? start + 1 : start;
  let at = jsonDigitsEnd(body, wholeStart);
  if (at === wholeStart)
    return failJson(scan, at, negative ? "a digit is missing here" : "a value is missing here");
  if (body.charAt(wholeStart) === "0" && at > wholeStart + 1) {
    return failJson(scan, wholeStart, "a number does not begin with a needless 0");
  }
  if (body.charAt(at) === ".") {
    const fractionStart = at + 1;
    at = jsonDigitsEnd(body, fractionStart);
    if (at === fractionStart) return failJson(scan, at, "a digit is missing here");
  }
  if (body.charAt(at) === "e" || body.charAt(at) === "E") {
    const sign = body.charAt(at + 1);
    const exponentStart = sign === "+" || sign === "-" ? at + 2 : at + 1;
    at = jsonDigitsEnd(body, exponentStart);
    if (at === exponentStart) return failJson(scan, at, "a digit is missing here");
  }
  return at;
}

function jsonDigitsEnd(body: string, from: number): number {
  let at = from;
  while (body.charCodeAt(at) >= 0x30 && body.charCodeAt(at) <= 0x39) at += 1;
  return at;
}

/** Behind the closing quote (RFC 8259 §7). */
function jsonStringEnd(scan: JsonScan, start: number): number {
  const { body } = scan;
  let at = start + 1;
  while (at < body.length) {
    const unit = body.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20)
      return failJson(scan, at, "a control character in a string must be written as an escape");
    if (unit === 0x5c) {
      const length = jsonEscapeLength(body, at);
      if (length === 0) return failJson(scan, at, "this is no escape of JSON");
      at += length;
    } else {
      at += 1;
    }
  }
  return failJson(scan, body.length, "");
}

function jsonEscapeLength(body: string, at: number): number {
  const letter = body.charAt(at + 1);
  if (letter === "u") return /^[0-9A-Fa-f]{4}$/.test(body.slice(at + 2, at + 6)) ? 6 : 0;
  return JSON_ESCAPES.has(letter) ? 2 : 0;
}

const JSON_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** A surrogate pair, any other unit, or a letter; the string has been checked before. */
const JSON_ESCAPE =
  /\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\["\\/bfnrt]/g;

/** The text of the string from its opening quote to behind its closing one; unpaired surrogates become U+FFFD. */
function readJsonString(body: string, start: number, end: number): string {
  const raw = body.slice(start + 1, end - 1);
  return raw.includes("\\") ? raw.replace(JSON_ESCAPE, readJsonEscape) : raw;
}

function readJsonEscape(written: string): string {
  if (written.length === 2) return JSON_ESCAPES.get(written.charAt(1)) ?? "";
  const unit = Number.parseInt(written.slice(2, 6), 16);
  if (written.length === 12) return String.fromCharCode(unit, Number.parseInt(written.slice(8), 16));
  return unit >= 0xd800 && unit <= 0xdfff ? "\ufffd" : String.fromCharCode(unit);
}

function readJsonPlace(body: string, start: number, end: number): Picked {
  const first = body.charAt(start);
  if (first === "{" || first === "[") {
    return { text: null, blank: jsonBlankEnd(body, start + 1) === end - 1, start, end };
  }
  const text = first === '"' ? readJsonString(body, start, end) : body.slice(start, end);
  return { text, blank: text === "" || first === "n", start, end };
}
