import { type BodyPaths, KnownParts } from "./body-pass.js";
import { decodeFormText, spacesForPluses } from "./form-field.js";
import type { PickedPart } from "./picked.js";
import { trimmedRange } from "./text-matching.js";
import { replaceLoneSurrogates } from "./utf8.js";

/** How the names are read of a form: what `pickForm` gives for each, in one pass over the body. */
export function formNames(names: readonly string[]): BodyPaths {
  const reader = new FormReader(names);
  return {
    paths: names,
    scan(body) {
      if (typeof body !== "string") return null;
      const picked = reader.read(body);
      return new KnownParts(picked);
    },
    read: (body) => new KnownParts(reader.read(body)),
  };
}

/** What the values of each name are; undefined for a name that has none. */
type FormValues = (PickedPart[] | undefined)[];

/** Units of ASCII. */
const FORM_UNITS = 0x80;
/** Up to this length a value is looked through by unit. */
const SHORT_FORM_VALUE = 100;

/** Reads the values of several names. */
class FormReader {
  readonly numbers: ReadonlyMap<string, number>;
  /** For each unit of ASCII 1 if a written name can begin with it: in all others few pieces do. */
  readonly beginnings = new Uint8Array(FORM_UNITS);
  /** Whether a written name can begin with a character outside ASCII. */
  readonly beginsBeyond: boolean;

  constructor(names: readonly string[]) {
    this.numbers = new Map(names.map((name, number) => [name, number]));
    // What is escaped, and a name without characters, of which nothing stands before the =.
    for (const unit of [0x25, 0x2b, 0x3d]) this.beginnings[unit] = 1;
    for (const name of names) if (name.charCodeAt(0) < FORM_UNITS) this.beginnings[name.charCodeAt(0)] = 1;
    this.beginsBeyond = names.some((name) => name.charCodeAt(0) >= FORM_UNITS);
  }

  read(body: string): FormValues {
    const { beginnings, beginsBeyond } = this;
    const values: FormValues = [];
    const { start, end } = trimmedRange(body, 0, body.length);
    let from = start;
    while (from < end) {
      const ampersand = body.indexOf("&", from);
      const to = ampersand < 0 || ampersand > end ? end : ampersand;
      const unit = body.charCodeAt(from);
      if (to > from && (unit < FORM_UNITS ? beginnings[unit] === 1 : beginsBeyond)) {
        this.readPiece(body, from, to, values);
      }
      // &amp; is & that somebody escaped.
      from = to + (body.charCodeAt(to + 1) === 0x61 && body.startsWith("&amp;", to) ? 5 : 1);
    }
    return values;
  }

  readPiece(body: string, start: number, end: number, values: FormValues): void {
    let nameEnd = start;
    let isEscaped = false;
    while (nameEnd < end) {
      const unit = body.charCodeAt(nameEnd);
      if (unit === 0x3d) break;
      if (unit === 0x25 || unit === 0x2b) isEscaped = true;
      nameEnd += 1;
    }
    const written = body.slice(start, nameEnd);
    const number = this.numbers.get(isEscaped ? decodeFormText(written) : written);
    if (number === undefined) return;
    const value = readFormValue(body, Math.min(nameEnd + 1, end), end);
    const known = values[number];
    if (known === undefined) values[number] = [value];
    else known.push(value);
  }
}

/** The value that is written from `start` to `end`, decoded and without the white space at its ends. */
function readFormValue(body: string, start: number, end: number): PickedPart {
  if (end - start <= SHORT_FORM_VALUE && isPlainFormText(body, start, end)) {
    return { text: spacesForPluses(body.slice(start, end)), blank: start === end, isAscii: true };
  }
  // Characters at the ends are whole: what stands beside them is ASCII.
  const decoded = decodeFormText(replaceLoneSurrogates(body.slice(start, end)));
  const range = trimmedRange(decoded, 0, decoded.length);
  return { text: decoded.slice(range.start, range.end), blank: range.start === range.end };
}

/** Whether all that is written are characters of ASCII that stand for themselves, and inside for spaces. */
function isPlainFormText(body: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = body.charCodeAt(at);
    const isPlain = unit === 0x2b ? at > start && at + 1 < end : unit > 0x20 && unit !== 0x25;
    if (!isPlain || unit >= FORM_UNITS) return false;
  }
  return true;
}
