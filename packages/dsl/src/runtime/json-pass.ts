import { type BodyPass, type BodyReading, NO_PARTS, NOTHING_PICKED } from "./body-pass.js";
import { createJsonAutomaton, isJsonPathInAutomaton } from "./json-automaton.js";
import type { JsonSegment } from "./json-field.js";
import { JSON_SCAN_BINARY } from "./json-scan-binary.generated.js";
import { unescapeJson } from "./json-scanner.js";
import type { PickedPart } from "./picked.js";
import { ScannerInput, type ScannerMemory } from "./scanner-input.js";
import { replaceLoneSurrogates } from "./utf8.js";
import { readUtf8Text } from "./utf8-text.js";
import { type Utf8Decoder, utf8Decoder, utf8Encoder, wasmExports } from "./wasm-instance.js";

/** wasm/json-scan.ts. */
interface JsonScanner {
  readonly memory: ScannerMemory;
  /** Gives the number of places noted; what is less than 0 if there are none to be had. */
  scan(end: number): number;
  /** Turns the offsets of places from bytes into UTF-16 units. */
  toUnits(count: number): void;
}

/** Where it notes places: start, end, and the number of the accepting set with the kind. */
const JSON_PLACES = 0x10000;
const JSON_INPUT = 0x30000;

/** What `scan` gives for a body that is not JSON. */
const SCANNED_NO_JSON = -1;

/* Kinds of places. */
const JSON_PLACE_NULL = 1;
const JSON_PLACE_ESCAPED = 3;
const JSON_PLACE_EMPTY = 4;
const JSON_PLACE_NOT_ASCII = 8;

/** A pass that picks what each of the paths picks, as `pickJson` has it. */
export function createJsonPass(paths: readonly (readonly JsonSegment[])[]): BodyPass {
  const scanner = wasmExports(JSON_SCAN_BINARY) as JsonScanner | null;
  const encoder = utf8Encoder();
  if (scanner === null || encoder === null || !paths.some(isJsonPathInAutomaton)) return () => null;
  const automaton = createJsonAutomaton(paths, encoder);
  if (automaton === null) return () => null;
  const input = new ScannerInput(scanner.memory, encoder, automaton.bytes(), JSON_INPUT);
  const picking: JsonPicking = {
    followed: paths.map(isJsonPathInAutomaton),
    reached: paths.map((_, path) => automaton.accepted.map((accepted) => accepted.includes(path))),
    decoder: utf8Decoder(),
  };
  return (body) => {
    const length = input.put(body);
    if (length < 0) return null;
    const count = scanner.scan(JSON_INPUT + length);
    if (count < 0) return count === SCANNED_NO_JSON ? NOTHING_PICKED : null;
    if (typeof body === "string" && length > body.length) scanner.toUnits(count);
    return new JsonReading(picking, body, input.numbersAt(JSON_PLACES, 3 * count));
  };
}

interface JsonPicking {
  /** Of each path, whether the automaton follows it. */
  readonly followed: readonly boolean[];
  /** Of each path, whether it leads to places of each accepting set. */
  readonly reached: readonly (readonly boolean[])[];
  readonly decoder: Utf8Decoder | null;
}

class JsonReading implements BodyReading {
  private readonly picking: JsonPicking;
  private readonly body: string | Uint8Array;
  private readonly places: readonly number[];

  constructor(picking: JsonPicking, body: string | Uint8Array, places: readonly number[]) {
    this.picking = picking;
    this.body = body;
    this.places = places;
  }

  parts(path: number): readonly PickedPart[] | null {
    if (this.picking.followed[path] !== true) return null;
    const reached = this.picking.reached[path] ?? [];
    let parts: PickedPart[] | null = null;
    for (let place = 0; place < this.places.length; place += 3) {
      const what = this.places[place + 2] ?? 0;
      if (reached[what >> 4] !== true) continue;
      const part = this.partAt(place, what & 15);
      // Mostly it is the only one, and an array that begins empty takes room for many.
      if (parts === null) parts = [part];
      else parts.push(part);
    }
    return parts === null ? NO_PARTS : parts;
  }

  firstText(path: number): string | null | undefined {
    if (this.picking.followed[path] !== true) return undefined;
    const reached = this.picking.reached[path] ?? [];
    for (let place = 0; place < this.places.length; place += 3) {
      const what = this.places[place + 2] ?? 0;
      if (reached[what >> 4] !== true) continue;
      const { text, blank } = this.partAt(place, what & 15);
      if (text !== null && !blank) return text;
    }
    return null;
  }

  private partAt(place: number, kind: number): PickedPart {
    if ((kind & 7) >= JSON_PLACE_EMPTY)
      return { text: null, blank: kind === JSON_PLACE_EMPTY, isAscii: false };
    if (kind === JSON_PLACE_NULL) return { text: "null", blank: true, isAscii: true };
    const { body } = this;
    const start = this.places[place] ?? 0;
    const end = this.places[place + 1] ?? 0;
    const isAscii = kind < JSON_PLACE_NOT_ASCII;
    let text =
      typeof body === "string"
        ? body.slice(start, end)
        : readUtf8Text(body, start, end, isAscii, this.picking.decoder);
    if (kind < JSON_PLACE_ESCAPED) return { text, blank: start === end, isAscii };
    if (!isAscii) text = replaceLoneSurrogates(text);
    if ((kind & 7) === JSON_PLACE_ESCAPED) text = unescapeJson(text);
    return { text, blank: false, isAscii: false };
  }
}
