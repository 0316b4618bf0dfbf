import type { Response, Verdict } from "@responses/dsl";
import { jsonFault, quoted } from "@responses/dsl/editor";
import { type LineNames, USUAL_NAMES } from "./line-names.js";

/**
 * One line of JSON lines: what it says about a response, and where in its bytes the verdict goes. The line is never
 * written anew from what was read: whatever stands outside the verdict stays as it is, to the last digit.
 */
export type NdjsonLine =
  | { readonly kind: "blank" }
  | {
      readonly kind: "bad";
      readonly reason: string;
      /** The column, from 1 in UTF-16 code units; null where the line as a whole is meant. */
      readonly column: number | null;
    }
  | {
      readonly kind: "response";
      readonly response: Response;
      readonly place: VerdictPlace;
      /** Whether the body holds U+FFFD, the mark of a lost character. */
      readonly holdsLost: boolean;
      readonly oddities: Oddities;
    };

/** What a line has in another form than it is read in. */
export interface Oddities {
  /** The names that it has where it has none of that of the body; null where it has one, be it null. */
  readonly namesWithoutBody: readonly string[] | null;
  /** Whether it has neither: nothing was read of it. */
  readonly isUnread: boolean;
  /** Whether there is a status that is no integer, and so counts as none. */
  readonly hasOddStatus: boolean;
  /** The name of a member that looks like the status, where it has none of that name; null where nothing does. */
  readonly otherStatusName: string | null;
}

export const NOTHING_ODD: Oddities = {
  namesWithoutBody: null,
  isUnread: false,
  hasOddStatus: false,
  otherStatusName: null,
};

/** So many names of a line are told. */
const MOST_NAMES = 6;

/** The bytes that the verdict replaces (none, for one that is added), and how it is written there. */
export interface VerdictPlace {
  readonly start: number;
  readonly end: number;
  /** What comes before the value: a comma and the name where the member is new, and nothing where it was there. */
  readonly before: "" | '"verdict":' | ',"verdict":' | '"verdict": ' | ', "verdict": ';
  /** Whether the line has a blank after its colons and commas. */
  readonly spaced: boolean;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Six bytes for each letter of the name written as an escape, and the quotes. */
const LONGEST_WRITTEN_NAME = 6 * "verdict".length + 2;

/**
 * Reads one line, without its line feed: a JSON object with a status (anything but an integer counts as none) and a
 * body (a string; missing or null is empty). Of a repeated name the last one counts. Never throws; time is linear.
 *
 * @param quotedStatus whether a whole number in quotation marks is a status, too
 */
export function readNdjsonLine(line: Buffer, names = USUAL_NAMES, quotedStatus = false): NdjsonLine {
  if (isBlankLine(line)) return { kind: "blank" };
  const text = line.toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    if (fault === null) return { kind: "bad", reason: "this line is not JSON", column: null };
    return { kind: "bad", reason: `this line is not JSON: ${fault.reason}`, column: fault.at + 1 };
  }
  if (!isObject(value)) {
    const [status, body] = [names.status[0] ?? "", names.body[0] ?? ""];
    const reason = `a line must be an object like {${quoted(status)}:200,${quoted(body)}:"…"}; this one is ${kindOf(value)}`;
    return { kind: "bad", reason, column: null };
  }
  const { name: bodyName, value: body } = firstOf(value, names.body);
  if (body !== undefined && body !== null && typeof body !== "string") {
    const reason = `${quoted(bodyName)} must be a string with the body as it came; here it is ${kindOf(body)}`;
    return { kind: "bad", reason, column: null };
  }
  const { value: written } = firstOf(value, names.status);
  const status = quotedStatus && isWholeNumber(written) ? Number(written) : written;
  const response: Response = { status: typeof status === "number" ? status : null, body };
  const verdict = own(value, "verdict") === undefined ? null : lastVerdictValue(line);
  const place = placeOfVerdict(line, verdict, line.lastIndexOf(CLOSE_BRACE));
  const oddities: Oddities = {
    namesWithoutBody: body === undefined ? otherNames(value, names) : null,
    isUnread: body === undefined && status === undefined,
    hasOddStatus: status !== undefined && status !== null && !Number.isInteger(status),
    otherStatusName: status === undefined ? statusLikeName(value) : null,
  };
  return { kind: "response", response, place, holdsLost: body?.includes("\ufffd") ?? false, oddities };
}

/** The verdict as JSON on one line; `spaced` puts a blank after each colon and comma. */
export function writeVerdictJson({ outcome, label, captures }: Verdict, spaced: boolean): string {
  const [colon, comma] = spaced ? [": ", ", "] : [":", ","];
  // Written member by member: a capture called __proto__ is one like any other.
  const parts = Object.entries(captures).map(
    ([name, text]) => JSON.stringify(name) + colon + JSON.stringify(text),
  );
  const members = [
    `"outcome"${colon}${JSON.stringify(outcome)}`,
    `"label"${colon}${JSON.stringify(label)}`,
    `"captures"${colon}{${parts.join(comma)}}`,
  ];
  return `{${members.join(comma)}}`;
}

/** The first of the names that the line has with more than null; else the first that it has. */
function firstOf(line: object, names: readonly string[]): { readonly name: string; readonly value: unknown } {
  const found = names.flatMap((name) => {
    const value = own(line, name);
    return value === undefined ? [] : [{ name, value }];
  });
  return found.find(({ value }) => value !== null) ?? found[0] ?? { name: "", value: undefined };
}

/** Names that may be the body's. */
function otherNames(line: object, { status }: LineNames): readonly string[] {
  return Object.keys(line)
    .filter((name) => !status.includes(name) && name !== "verdict")
    .slice(0, MOST_NAMES);
}

function isWholeNumber(value: unknown): boolean {
  return typeof value === "string" && /^\d{1,9}$/.test(value);
}

/** The first name that speaks of a status or a code and has a number that can be one. */
function statusLikeName(object: object): string | null {
  const isLike = ([name, value]: readonly [string, unknown]): boolean =>
    /status|code/i.test(name) && /^[1-5]\d\d$/.test(String(value));
  return Object.entries(object).find(isLike)?.[0] ?? null;
}

/** Whether there is nothing on the line but white space. */
function isBlankLine(line: Buffer): boolean {
  return blankEnd(line, 0) === line.length;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(object: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(object, name)?.value;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "a string";
  return typeof value === "number" ? "a number" : `${value}`;
}

/*
 * From here on the line is known to be a JSON object. All that its structure is made of is ASCII, so it can be read in
 * bytes, and bytes that are no UTF-8 inside a string do no harm.
 */

/**
 * Where the verdict goes in a line that is an object, given where the value of the last member called "verdict" stands, if there
 * is one, and the brace that closes the object.
 */
function placeOfVerdict(
  line: Buffer,
  verdict: { readonly start: number; readonly end: number } | null,
  closing: number,
): VerdictPlace {
  const spaced = hasSpacedColon(line);
  if (verdict !== null) return { ...verdict, before: "", spaced };
  let end = closing;
  while (isBlank(line[end - 1])) end -= 1;
  if (line[end - 1] === OPEN_BRACE)
    return { start: end, end, before: spaced ? '"verdict": ' : '"verdict":', spaced };
  return { start: end, end, before: spaced ? ', "verdict": ' : ',"verdict":', spaced };
}

/** Whether white space follows the line's first colon: what the writer of the line does everywhere. */
function hasSpacedColon(line: Buffer): boolean {
  const name = blankEnd(line, blankEnd(line, 0) + 1);
  if (line[name] !== QUOTE) return false;
  return isBlank(line[blankEnd(line, stringEnd(line, name)) + 1]);
}

/** The value of the object's last member called "verdict"; of a repeated name that one counts. */
function lastVerdictValue(line: Buffer): { readonly start: number; readonly end: number } {
  let found = { start: 0, end: 0 };
  let at = blankEnd(line, blankEnd(line, 0) + 1);
  while (line[at] === QUOTE) {
    const nameEnd = stringEnd(line, at);
    const start = blankEnd(line, blankEnd(line, nameEnd) + 1);
    const end = valueEnd(line, start);
    if (isVerdictName(line, at, nameEnd)) found = { start, end };
    at = blankEnd(line, end);
    if (line[at] === COMMA) at = blankEnd(line, at + 1);
  }
  return found;
}

function isVerdictName(line: Buffer, start: number, end: number): boolean {
  if (end - start > LONGEST_WRITTEN_NAME) return false;
  return JSON.parse(line.toString("latin1", start, end)) === "verdict";
}

/** Behind the value that begins at `start`. */
function valueEnd(line: Buffer, start: number): number {
  let depth = 0;
  let at = start;
  while (at < line.length) {
    const byte = line[at];
    if (byte === QUOTE) {
      at = stringEnd(line, at);
      if (depth === 0) return at;
      continue;
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      // The bracket of the container around a number or a word.
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || isBlank(byte))) return at;
    at += 1;
  }
  return at;
}

/** Behind the closing quote of the string that begins at `start`. */
function stringEnd(line: Buffer, start: number): number {
  let at = start + 1;
  while (at < line.length) {
    const byte = line[at];
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return at;
}

/** Behind the white space of JSON (RFC 8259 §2). */
function blankEnd(line: Buffer, from: number): number {
  let at = from;
  while (isBlank(line[at])) at += 1;
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}
