import { allParts, type BodyPaths, type BodyReading } from "./body-pass.js";
import { decodeFormText, spacesForPluses } from "./form-field.js";
import { NumberList } from "./number-list.js";
import type { PickedPart } from "./picked.js";
import { trimmedRange } from "./text-matching.js";
import { replaceLoneSurrogates } from "./utf8.js";

/** How the names are read of a form: what `pickForm` gives for each, in one pass over the body. */
export function formNames(names: readonly string[]): BodyPaths {
  const reader = new FormReader(names);
  return {
    paths: names,
    scan: (body) => (typeof body === "string" ? reader.read(body) : null),
    read: (body) => reader.read(body),
  };
}

/** What `pickForm` gives for each of the names, in one pass over the body. */
export function pickFormNames(body: string, names: readonly string[]): BodyReading {
  return new FormReader(names).read(body);
}

/** So many values of a name are read at once; of those behind them, which can be millions, the places are kept. */
const FEW_FORM_VALUES = 100;
/** Of more places the values are looked at one by one, and not kept. */
const MANY_FORM_VALUES = 20000;

/** The values of each name. */
class FormReading implements BodyReading {
  isLong = false;
  readonly body: string;
  /** By name: the first of its values, and start and end of those behind them. */
  readonly first: (PickedPart[] | undefined)[] = [];
  readonly others: (NumberList | undefined)[] = [];

  constructor(body: string) {
    this.body = body;
  }

  add(name: number, start: number, end: number): void {
    const known = this.first[name];
    if (known === undefined) this.first[name] = [readFormValue(this.body, start, end)];
    else if (known.length < FEW_FORM_VALUES) known.push(readFormValue(this.body, start, end));
    else {
      const others = this.others[name] ?? new NumberList();
      this.others[name] = others;
      others.push(start);
      others.push(end);
      if (others.length > 2 * MANY_FORM_VALUES) this.isLong = true;
    }
  }

  reads(): boolean {
    return true;
  }

  parts(name: number): readonly PickedPart[] {
    return allParts(this, name);
  }

  find<Context>(
    name: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null {
    for (const part of this.first[name] || []) if (accepts(part, context)) return part;
    const others = this.others[name];
    if (others === undefined) return null;
    for (let index = 0; index < others.length; index += 2) {
      const part = readFormValue(this.body, others.at(index), others.at(index + 1));
      if (accepts(part, context)) return part;
    }
    return null;
  }
}

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

  read(body: string): BodyReading {
    const { beginnings, beginsBeyond } = this;
    const values = new FormReading(body);
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

  readPiece(body: string, start: number, end: number, values: FormReading): void {
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
    values.add(number, Math.min(nameEnd + 1, end), end);
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
