import { blankEnd } from "./blank-end.js";
import { textOfUnits, UNITS_AT_ONCE } from "./code-unit-text.js";
import { hexadecimalValue } from "./hexadecimal.js";
import { type BodyFault, DEEPEST_NESTING } from "./picked.js";

/**
 * What is told of a JSON text while it is read from beginning to end. Offsets are UTF-16 code units of the text, `end` is
 * the first one behind. After a fault, discard everything reported before it.
 */
export interface JsonListener {
  /** An object or array begins with the bracket at `start`. */
  opens(start: number, isObject: boolean): void;
  /** A member of the innermost open object begins: its name with the quotes. Its value comes next. */
  member(nameStart: number, nameEnd: number): void;
  /** An element of the innermost open array begins. Its value comes next. */
  element(): void;
  /** A string with its quotes, a number, true, false or null. */
  scalar(start: number, end: number): void;
  /** The innermost open object or array ends before `end`. */
  closes(end: number): void;
}

/** The state of one pass over a body. The functions that move on give the next offset, or `NO_JSON` after a fault. */
interface JsonScan {
  readonly body: string;
  readonly listener: JsonListener;
  /** Of each open bracket, whether it is an object's. */
  readonly open: boolean[];
  /** Whether nothing stands behind the innermost open bracket yet. */
  isEmpty: boolean;
  fault: BodyFault | null;
}

const NO_JSON = -1;

function failJson(scan: JsonScan, at: number, reason: string): number {
  scan.fault = { at, reason: at < scan.body.length ? reason : "it ends too early" };
  return NO_JSON;
}

/**
 * Reads a body as JSON (RFC 8259) and tells the listener of all that stands in it. Gives the place where it stops being
 * JSON or nests too deeply, null for a body that is read to its end. Time is linear in the body's length, whatever the
 * body.
 */
export function scanJson(body: string, listener: JsonListener): BodyFault | null {
  const scan: JsonScan = { body, listener, open: [], isEmpty: false, fault: null };
  let at = blankEnd(body, 0);
  do {
    at = passJsonValue(scan, at);
    if (at !== NO_JSON) at = passJsonPunctuation(scan, at);
  } while (at !== NO_JSON && scan.open.length > 0);
  if (at !== NO_JSON && at < body.length) failJson(scan, at, "something stands behind the value");
  return scan.fault;
}

/** Passes a whole string, number or word, or the bracket that opens an array or object. */
function passJsonValue(scan: JsonScan, start: number): number {
  const bracket = scan.body.charAt(start);
  if (bracket === "{" || bracket === "[") return openJsonBracket(scan, start, bracket === "{");
  const end = jsonScalarEnd(scan, start);
  if (end !== NO_JSON) scan.listener.scalar(start, end);
  return end;
}

function openJsonBracket(scan: JsonScan, start: number, isObject: boolean): number {
  if (scan.open.length === DEEPEST_NESTING) {
    return failJson(scan, start, "more than 1,000 arrays and objects stand inside one another");
  }
  scan.open.push(isObject);
  scan.isEmpty = true;
  scan.listener.opens(start, isObject);
  return start + 1;
}

/** Passes closing brackets, a comma, a member's name, until the next value begins or the outermost is closed. */
function passJsonPunctuation(scan: JsonScan, from: number): number {
  const { body, open } = scan;
  let at = blankEnd(body, from);
  for (;;) {
    const isObject = open[open.length - 1];
    if (isObject === undefined) return at;
    const closer = isObject ? "}" : "]";
    const character = body.charAt(at);
    if (character === closer) {
      open.pop();
      scan.isEmpty = false;
      scan.listener.closes(at + 1);
      at = blankEnd(body, at + 1);
    } else if (scan.isEmpty) {
      scan.isEmpty = false;
      return beginJsonChild(scan, isObject, at);
    } else if (character === ",") {
      return beginJsonChild(scan, isObject, blankEnd(body, at + 1));
    } else {
      return failJson(scan, at, `a comma or ${closer} is missing here`);
    }
  }
}

/** Gives the offset of the child's value. */
function beginJsonChild(scan: JsonScan, isObject: boolean, at: number): number {
  if (!isObject) {
    scan.listener.element();
    return at;
  }
  const { body } = scan;
  if (body.charAt(at) !== '"') return failJson(scan, at, "a name in double quotes is missing here");
  const nameEnd = jsonStringEnd(scan, at);
  if (nameEnd === NO_JSON) return NO_JSON;
  const colon = blankEnd(body, nameEnd);
  if (body.charAt(colon) !== ":") return failJson(scan, colon, "a colon is missing here");
  scan.listener.member(at, nameEnd);
  return blankEnd(body, colon + 1);
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

/** What the letters behind the \ of an escape stand for (RFC 8259 §7). */
export const JSON_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The text of the string from its opening quote to behind its closing one; unpaired surrogates become U+FFFD. */
export function readJsonString(body: string, start: number, end: number): string {
  const raw = body.slice(start + 1, end - 1);
  return raw.includes("\\") ? unescapeJson(raw) : raw;
}

/** The text of a name that has been checked before, from its opening quote on. */
export function readJsonName(body: string, start: number): string {
  let end = start + 1;
  while (body.charCodeAt(end) !== 0x22) end += body.charCodeAt(end) === 0x5c ? 2 : 1;
  return readJsonString(body, start, end + 1);
}

/** A stretch without escapes that is at least as long is taken as it is. */
const LONG_STRETCH = 64;

/**
 * What the characters of a string, which has been checked before, say; unpaired surrogates that are written as escapes become U+FFFD.
 * There can be more escapes than an engine has room for in a list.
 */
export function unescapeJson(raw: string): string {
  const units: number[] = [];
  let text = "";
  let filled = 0;
  let at = 0;
  while (at < raw.length) {
    const backslash = raw.indexOf("\\", at);
    const plainEnd = backslash < 0 ? raw.length : backslash;
    if (filled >= UNITS_AT_ONCE || plainEnd - at >= LONG_STRETCH) {
      text += textOfUnits(units, filled);
      filled = 0;
    }
    if (plainEnd - at >= LONG_STRETCH) text += raw.slice(at, plainEnd);
    else for (let plain = at; plain < plainEnd; plain += 1) units[filled++] = raw.charCodeAt(plain);
    if (backslash < 0) break;
    at = backslash + 2;
    const letter = raw.charAt(backslash + 1);
    if (letter !== "u") {
      units[filled++] = JSON_ESCAPES.get(letter)?.charCodeAt(0) ?? 0;
      continue;
    }
    const unit = unitInJson(raw, at);
    at += 4;
    const isHigh = unit >= 0xd800 && unit <= 0xdbff;
    const low = isHigh && raw.startsWith("\\u", at) ? unitInJson(raw, at + 2) : 0;
    if (low >= 0xdc00 && low <= 0xdfff) {
      units[filled++] = unit;
      units[filled++] = low;
      at += 6;
    } else units[filled++] = unit >= 0xd800 && unit <= 0xdfff ? 0xfffd : unit;
  }
  return text + textOfUnits(units, filled);
}

/** What four hexadecimal digits say. */
function unitInJson(raw: string, at: number): number {
  let unit = 0;
  for (let digit = at; digit < at + 4; digit += 1) unit = 16 * unit + hexadecimalValue(raw.charCodeAt(digit));
  return unit;
}

/** What a string says; a number or word as it is written. */
export function readJsonScalar(body: string, start: number, end: number): string {
  return body.charAt(start) === '"' ? readJsonString(body, start, end) : body.slice(start, end);
}
