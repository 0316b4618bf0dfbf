import { allParts, type BodyPass, type BodyReading } from "./body-pass.js";
import { createJsonAutomaton, isJsonPathInAutomaton } from "./json-automaton.js";
import type { JsonSegment } from "./json-field.js";
import { JSON_SCAN_BINARY } from "./json-scan-binary.generated.js";
import { unescapeJson } from "./json-scanner.js";
import type { PickedPart } from "./picked.js";
import { createScannerPass, type ReachedByPaths, type ScannerNotes } from "./scanner-pass.js";
import { replaceLoneSurrogates } from "./utf8.js";
import { readAsciiText, readUtf8Text } from "./utf8-text.js";

/* Kinds of values, as wasm/json-scan.ts notes them; above them stands the number of the accepting set. */
const JSON_NULL = 1;
const JSON_ESCAPED = 3;
const JSON_EMPTY = 4;
const JSON_NOT_ASCII = 8;

/** A pass that picks what each of the paths picks, as `pickJson` has it. */
export function createJsonPass(paths: readonly (readonly JsonSegment[])[]): BodyPass {
  const followed = paths.map(isJsonPathInAutomaton);
  return createScannerPass(
    JSON_SCAN_BINARY,
    paths.length,
    (encoder) => (followed.includes(true) ? createJsonAutomaton(paths, encoder) : null),
    (own, body, notes) => new JsonReading(own, followed, body, notes),
  );
}

class JsonReading implements BodyReading {
  readonly isLong: boolean;
  private readonly reached: ReachedByPaths;
  /** Of each path, whether the automaton follows it. */
  private readonly followed: readonly boolean[];
  private readonly body: string | Uint8Array;
  private readonly notes: ScannerNotes;

  constructor(
    reached: ReachedByPaths,
    followed: readonly boolean[],
    body: string | Uint8Array,
    notes: ScannerNotes,
  ) {
    this.reached = reached;
    this.followed = followed;
    this.body = body;
    this.notes = notes;
    this.isLong = notes.length > 1;
  }

  reads(path: number): boolean {
    return this.followed[path] === true;
  }

  parts(path: number): readonly PickedPart[] {
    return allParts(this, path);
  }

  find<Context>(
    path: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null {
    const reached = this.reached[path] ?? [];
    for (const notes of this.notes) {
      for (let note = 0; note < notes.length; note += 3) {
        const what = notes[note + 2] ?? 0;
        if (reached[what >> 4] !== true) continue;
        const part = this.partAt(notes, note, what & 15);
        if (accepts(part, context)) return part;
      }
    }
    return null;
  }

  private partAt(notes: ArrayLike<number>, note: number, kind: number): PickedPart {
    if ((kind & 7) >= JSON_EMPTY) return { text: null, blank: kind === JSON_EMPTY, isAscii: false };
    if (kind === JSON_NULL) return { text: "null", blank: true, isAscii: true };
    const { body } = this;
    const start = notes[note] ?? 0;
    const end = notes[note + 1] ?? 0;
    const isAscii = kind < JSON_NOT_ASCII;
    const read = isAscii ? readAsciiText : readUtf8Text;
    let text = typeof body === "string" ? body.slice(start, end) : read(body, start, end);
    if (kind < JSON_ESCAPED) return { text, blank: start === end, isAscii };
    if (!isAscii) text = replaceLoneSurrogates(text);
    if ((kind & 7) === JSON_ESCAPED) text = unescapeJson(text);
    return { text, blank: false, isAscii: false };
  }
}
