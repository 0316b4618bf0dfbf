import { quoted } from "../findings/quoted.js";
import type { JsonSegment } from "../runtime/json-field.js";
import { JSON_ESCAPES } from "../runtime/json-scanner.js";
import { isSpecialWord } from "../syntax/vocabulary.js";
import { readAsSeen } from "./path-as-seen.js";
import type { PathReading, PathSuggestion } from "./path-reading.js";

export type JsonPath = readonly JsonSegment[];

/**
 * Reads a JSON path: an RFC 9535 query of child segments with one selector each (`.name`, `['name']`, `["name"]`, `[0]`,
 * `[-1]`, `[*]`); `$` alone is the whole body.
 */
export function readJsonPath(text: string): PathReading<JsonPath> {
  return readAsSeen(text, readAsWritten);
}

function readAsWritten(text: string): PathReading<JsonPath> {
  return new JsonPathReader(text).read();
}

/** Writes one segment as shortly as RFC 9535 allows. */
function writeJsonSegment(segment: JsonSegment): string {
  switch (segment.kind) {
    case "name":
      return isShorthandName(segment.name) ? `.${segment.name}` : `['${quoteName(segment.name)}']`;
    case "index":
      return `[${segment.index}]`;
    case "all":
      return "[*]";
  }
}

export function writeJsonPath(path: JsonPath): string {
  return `$${path.map(writeJsonSegment).join("")}`;
}

/** The path as it is written shortest, with `[*]` for every index: what is known of one element helps with any. */
export function generalPath(written: string): string {
  const reading = readJsonPath(written);
  if (reading.kind === "fault") return written;
  return writeJsonPath(reading.path.map((segment) => (segment.kind === "index" ? { kind: "all" } : segment)));
}

function quoteName(name: string): string {
  let text = "";
  for (const character of name) {
    const unit = character.charCodeAt(0);
    if (character === "'" || character === "\\") text += `\\${character}`;
    else if (unit < 0x20) text += `\\u${unit.toString(16).padStart(4, "0")}`;
    else text += character;
  }
  return text;
}

function isShorthandName(name: string): boolean {
  return name !== "" && nameEnd(name, 0) === name.length;
}

/** End of a member-name-shorthand (RFC 9535 §2.5.1.1) that begins at `from`; `from` itself if there is none. */
function nameEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    const digit = unit >= 0x30 && unit <= 0x39;
    const letter =
      (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f || unit >= 0x80;
    if (!letter && !(digit && index > from)) break;
    index++;
  }
  return index;
}

const NO_FILTERS =
  "filters ([?…]) are not part of the language; use [*], and a rule for each text that counts";

const LARGEST_INDEX = Number.MAX_SAFE_INTEGER;

/** Longer paths are not repaired: no person wrote them, and each repair reads the path again. */
const LONGEST_REPAIRED = 500;

/** Signs with which steps begin in other languages. */
const ARROWS = /->|=>|→/g;
const STEP_SIGNS = /->|=>|→|\//;
const DOT_OR_SIGN = /->|=>|→|[./]/;

const ALL: JsonSegment = { kind: "all" };

/** Such a sign at the start of a text; null where none stands there. */
function signOfStep(text: string): string | null {
  const found = STEP_SIGNS.exec(text);
  return found?.index === 0 ? found[0] : null;
}

/** A name, or the steps that it was meant for: `a->b`, `errors/0/code`. A name with a dot in it is in hardly any body. */
function stepsIn(name: string): JsonPath {
  const steps = name.split(DOT_OR_SIGN).map((step) => step.trim());
  if (steps.length === 1) return [{ kind: "name", name }];
  return steps
    .filter((step) => step !== "")
    .map((step, index) =>
      index > 0 && /^(?:0|[1-9][0-9]{0,8})$/.test(step)
        ? { kind: "index", index: Number(step) }
        : { kind: "name", name: step },
    );
}

/** Whether all of it can only be a name: `a or $` and `price > 5` say more, and `@` is where `$` stands. */
function isSurelyName(name: string): boolean {
  const words = name.split(" ");
  const isPlain = words.every((word) => /^@?[0-9A-Za-z_:\u0080-\uffff-]+$/.test(word));
  return isPlain && (words.length === 1 || !words.some(isSpecialWord));
}

/** Thrown and caught within this file only. */
class PathFault {
  readonly problem: string;
  readonly suggestion: PathSuggestion | null;

  constructor(problem: string, suggestion: PathSuggestion | null = null) {
    this.problem = problem;
    this.suggestion = suggestion;
  }
}

/** The candidate if it can be read; where only its rest is wrong, that repaired too. */
function suggest(candidate: string, certain: boolean): PathSuggestion | null {
  if (candidate.length > LONGEST_REPAIRED) return null;
  const reading = readAsWritten(candidate);
  if (reading.kind === "path") return { path: candidate, certain };
  const { suggestion } = reading;
  return suggestion === null ? null : { path: suggestion.path, certain: certain && suggestion.certain };
}

/** Those of JSON; of quotation marks only the one around the name can be written so. */
const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map(
  [...JSON_ESCAPES].filter(([letter]) => letter !== '"'),
);

class JsonPathReader {
  readonly #text: string;
  readonly #segments: JsonSegment[] = [];
  #index = 0;
  /** Where the step before began, if it is a name behind a dot. */
  #lastDot: number | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PathReading<JsonPath> {
    try {
      this.#readAll();
      return { kind: "path", path: this.#segments };
    } catch (fault) {
      if (!(fault instanceof PathFault)) throw fault;
      return { kind: "fault", problem: fault.problem, suggestion: fault.suggestion };
    }
  }

  #readAll(): void {
    if (!this.#text.startsWith("$")) throw new PathFault("a JSON path begins with $", this.#withDollar());
    this.#index = 1;
    while (this.#index < this.#text.length) {
      const before = this.#index;
      this.#skipBlanks();
      const character = this.#text.charAt(this.#index);
      if (character === ".") this.#readDot();
      else if (character === "[") this.#readBracket();
      else if (character === "")
        throw new PathFault("it ends in white space", suggest(this.#text.trimEnd(), true));
      else throw this.#noStep(before);
    }
  }

  #withDollar(): PathSuggestion | null {
    const text = this.#text.slice(0, LONGEST_REPAIRED + 1).trim();
    if (text.startsWith("$")) return suggest(text, true);
    if (text.startsWith(".") || text.startsWith("[")) return suggest(`$${text}`, true);
    if (text.startsWith("/")) return suggest(`$${text.replaceAll("/", ".")}`, false);
    // In expressions of other tools @ is where $ stands; before a name it may also be part of that.
    if (/^@(?:[.[]|$)/.test(text)) return suggest(`$${text.slice(1)}`, false);
    // A sentence, or a piece of JSON, may not be meant for a path at all.
    const isPlain = /^[^@*]/.test(text) && !/[\s{}:=<>|,;"]/.test(text.replace(ARROWS, "."));
    return text === "" ? null : suggest(`$.${text}`, isPlain);
  }

  /** `$name`, or `$.a b`: something stands where a step must begin. */
  #noStep(before: number): PathFault {
    if (this.#index > before && this.#lastDot !== null) {
      this.#segments.pop();
      return new PathFault(
        "a name with blanks in it stands in brackets and quotes",
        this.#repairName(this.#lastDot, true),
      );
    }
    const sign = signOfStep(this.#text.slice(this.#index, this.#index + 2));
    if (sign !== null) return this.#otherSign(sign, before);
    const character = String.fromCodePoint(this.#text.codePointAt(this.#index) ?? 0);
    const problem = `${quoted(character)} stands where . or [ must begin the next step`;
    return new PathFault(problem, this.#repairName(before, this.#segments.length === 0));
  }

  #skipBlanks(): void {
    while (" \t\n\r".includes(this.#text.charAt(this.#index)) && this.#index < this.#text.length)
      this.#index++;
  }

  #readDot(): void {
    const from = this.#index + 1;
    const next = this.#text.charAt(from);
    if (next === ".")
      throw new PathFault("steps to any depth (..) are not part of the language; name each step");
    if (next === "*")
      throw new PathFault(
        ".* is not part of the language",
        suggest(`${this.#done()}[*]${this.#text.slice(from + 1)}`, true),
      );
    const to = nameEnd(this.#text, from);
    if (to === from) throw this.#noName(from);
    const after = this.#text.charAt(to);
    if (after !== "" && !".[ \t\n\r".includes(after)) {
      const sign = signOfStep(this.#text.slice(to, to + 2));
      if (sign !== null) throw this.#otherSign(sign, this.#index);
      const character = String.fromCodePoint(this.#text.codePointAt(to) ?? 0);
      throw new PathFault(
        `a name with ${quoted(character)} in it stands in brackets and quotes`,
        this.#repairName(this.#index, true),
      );
    }
    this.#lastDot = this.#index;
    this.#segments.push({ kind: "name", name: this.#text.slice(from, to) });
    this.#index = to;
  }

  /** Behind the dot stands no name that can. */
  #noName(from: number): PathFault {
    if (/^[0-9]/.test(this.#text.charAt(from))) {
      const digits = /^(?:0|[1-9][0-9]{0,8})(?=[.[]|$)/.exec(
        this.#text.slice(from, from + LONGEST_REPAIRED),
      )?.[0];
      const problem = "a name cannot begin with a digit; the first element of an array is [0]";
      if (digits === undefined) return new PathFault(problem, this.#repairName(from - 1, true));
      const rest = this.#text.slice(from + digits.length);
      return new PathFault(problem, suggest(`${this.#done()}[${digits}]${rest}`, false));
    }
    const problem = "a name must follow the dot";
    if (from === this.#text.length) return new PathFault(problem, suggest(this.#text.slice(0, -1), false));
    return new PathFault(problem, this.#repairName(from - 1, true));
  }

  #done(): string {
    return writeJsonPath(this.#segments);
  }

  /** `$.a->b`, `$/a/b`: another sign stands where a dot must begin a step. */
  #otherSign(sign: string, from: number): PathFault {
    return new PathFault(
      `steps of a JSON path begin with a dot, not with ${quoted(sign)}`,
      this.#repairName(from, true),
    );
  }

  /** Takes everything between dots for a name and writes it in brackets: `$.no-match` → `$['no-match']`. */
  #repairName(from: number, certain: boolean): PathSuggestion | null {
    if (this.#text.length > LONGEST_REPAIRED) return null;
    const match = /^\.?([^.[\]'"\\]+)((?:\.|\[).*)?$/s.exec(this.#text.slice(from));
    const name = match?.[1]?.trim();
    if (name === undefined || name === "") return null;
    const steps = stepsIn(name);
    const candidate = `${this.#done()}${steps.map(writeJsonSegment).join("")}${match?.[2] ?? ""}`;
    if (steps.length === 0 || candidate === this.#text) return null;
    // A slash can be part of a name, and a number between such signs be one of an element or a name.
    const isName = steps.every((step) => step.kind === "name" && isSurelyName(step.name));
    return suggest(candidate, certain && !name.includes("/") && isName);
  }

  #readBracket(): void {
    const bracket = this.#index;
    this.#lastDot = null;
    this.#index++;
    this.#skipBlanks();
    const character = this.#text.charAt(this.#index);
    if (character === "*") {
      this.#index++;
      this.#segments.push({ kind: "all" });
    } else if (character === "'" || character === '"') {
      this.#segments.push({ kind: "name", name: this.#readQuotedName(character) });
    } else {
      this.#segments.push({ kind: "index", index: this.#readIndex(bracket) });
    }
    this.#skipBlanks();
    if (this.#text.charAt(this.#index) !== "]") {
      throw new PathFault("a bracket holds one name in quotes, one number or *, and is closed by ]");
    }
    this.#index++;
  }

  #readIndex(bracket: number): number {
    const match = /^(?:0|-?[1-9][0-9]{0,16})/.exec(this.#text.slice(this.#index, this.#index + 20));
    if (match === null && this.#text.startsWith("?", this.#index)) throw new PathFault(NO_FILTERS);
    if (match === null)
      throw new PathFault(
        "a bracket holds one name in quotes, one number or *",
        this.#repairBracket(bracket),
      );
    const index = Number(match[0]);
    if (Math.abs(index) > LARGEST_INDEX || /^[0-9]/.test(this.#text.charAt(this.#index + match[0].length))) {
      const isZero = match[0] === "0";
      throw new PathFault(
        isZero ? "a number in brackets has no zeros before it" : "the number in brackets is too large",
      );
    }
    this.#index += match[0].length;
    return index;
  }

  /** `[name]` and `[]`. */
  #repairBracket(from: number): PathSuggestion | null {
    if (this.#text.length > LONGEST_REPAIRED) return null;
    const match = /^\[([^[\]'"\\*?:,@()]*)\](.*)$/s.exec(this.#text.slice(from));
    if (match === null) return null;
    const [, name = "", rest = ""] = match;
    const isName = name.trim() !== "";
    if (isName && /^[+-]?[0-9]/.test(name.trim())) return null;
    const steps = isName ? stepsIn(name.trim()) : [ALL];
    const inBrackets = steps.map((step) =>
      step.kind === "name" ? `['${quoteName(step.name)}']` : writeJsonSegment(step),
    );
    const written = steps.length === 1 ? inBrackets : steps.map(writeJsonSegment);
    // [last], [n] and [each] stand for elements.
    return suggest(`${this.#done()}${written.join("")}${rest}`, false);
  }

  #readQuotedName(quote: string): string {
    let name = "";
    this.#index++;
    for (;;) {
      const character = this.#text.charAt(this.#index);
      if (character === "") throw new PathFault("the name in brackets is not closed");
      if (character.charCodeAt(0) < 0x20)
        throw new PathFault("a control character in a name must be written as an escape");
      this.#index++;
      if (character === quote) return name;
      name += character === "\\" ? this.#readEscape(quote) : character;
    }
  }

  #readEscape(quote: string): string {
    const character = this.#text.charAt(this.#index);
    this.#index++;
    if (character === quote) return quote;
    const simple = SIMPLE_ESCAPES.get(character);
    if (simple !== undefined) return simple;
    if (character !== "u") throw new PathFault(`${quoted(`\\${character}`)} is no escape of JSON paths`);
    const high = this.#readHex();
    if (high < 0xd800 || high > 0xdfff) return String.fromCharCode(high);
    const pair = high <= 0xdbff && this.#text.startsWith("\\u", this.#index);
    if (pair) this.#index += 2;
    const low = pair ? this.#readHex() : 0;
    if (low < 0xdc00 || low > 0xdfff)
      throw new PathFault("half of a character (a lone surrogate) is no text");
    return String.fromCharCode(high, low);
  }

  #readHex(): number {
    const digits = this.#text.slice(this.#index, this.#index + 4);
    if (!/^[0-9A-Fa-f]{4}$/.test(digits)) throw new PathFault("\\u is followed by four hexadecimal digits");
    this.#index += 4;
    return Number.parseInt(digits, 16);
  }
}
