import { allParts, type BodyReading } from "./body-pass.js";
import type { PickedPart } from "./picked.js";
import type { ReachedByPaths, ScannerNotes } from "./scanner-pass.js";
import { trimmedRange } from "./text-matching.js";
import { replaceLoneSurrogates } from "./utf8.js";
import { readAsciiText, readUtf8Text } from "./utf8-text.js";
import { readXmlAttribute, readXmlCdata, readXmlText } from "./xml-references.js";

/* Kinds of notes, as wasm/xml-scan.ts makes them: texts (0) and values, and where a picked element begins and ends. */
const XML_KIND = 7;
export const XML_CDATA = 1;
export const XML_VALUE = 2;
export const XML_CLOSES = 3;
export const XML_OPENS = 4;
/* What stands in texts and values. */
const XML_NOT_ASCII = 8;
const XML_REFERENCE_OR_RETURN = 16;
const XML_TAB_OR_LINE_FEED = 32;
/** Of what has not been looked through: all three may stand in it. (A sum is nothing that bundlers leave out.) */
export const XML_UNKNOWN = 56;
/** Above that stands, where something is picked, the number of the accepting set. */
const XML_ACCEPTING = 6;

/** What paths pick, by notes of texts and values, and of where the elements begin and end that are picked. */
export class XmlReading implements BodyReading {
  readonly isLong: boolean;
  private readonly reached: ReachedByPaths;
  private readonly body: string | Uint8Array;
  private readonly notes: ScannerNotes;

  constructor(reached: ReachedByPaths, body: string | Uint8Array, notes: ScannerNotes) {
    this.reached = reached;
    this.body = body;
    this.notes = notes;
    this.isLong = notes.length > 1;
  }

  reads(): boolean {
    return true;
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
    /** Of the element that is being read and of those inside it that are noted, how many are open: only the outermost is picked. */
    let open = 0;
    let text = "";
    let isAscii = true;
    for (const notes of this.notes) {
      for (let note = 0; note < notes.length; note += 3) {
        const what = notes[note + 2] ?? 0;
        // What is not picked, nor stands in what is.
        if (open === 0 && reached[what >> XML_ACCEPTING] !== true) continue;
        const kind = what & XML_KIND;
        let part: PickedPart | null = null;
        if (kind >= XML_OPENS) open += 1;
        if (kind === XML_CLOSES) {
          open -= 1;
          if (open > 0) continue;
          part = elementOf(text, isAscii);
          text = "";
          isAscii = true;
        } else if (kind === XML_VALUE) {
          if (open === 0) part = this.valueAt(notes, note, what);
        } else if (kind !== XML_OPENS) {
          text += this.textAt(notes, note, what);
          isAscii = isAscii && isKnownAscii(what);
        }
        if (part !== null && accepts(part, context)) return part;
      }
    }
    return null;
  }

  private valueAt(notes: ArrayLike<number>, note: number, what: number): PickedPart {
    const raw = this.rawAt(notes, note, what);
    const isPlain = (what & (XML_REFERENCE_OR_RETURN | XML_TAB_OR_LINE_FEED)) === 0;
    const text = isPlain ? raw : readXmlAttribute(raw);
    return { text, blank: text === "", isAscii: isKnownAscii(what) };
  }

  private textAt(notes: ArrayLike<number>, note: number, what: number): string {
    const raw = this.rawAt(notes, note, what);
    if ((what & XML_REFERENCE_OR_RETURN) === 0) return raw;
    return (what & XML_KIND) === XML_CDATA ? readXmlCdata(raw) : readXmlText(raw);
  }

  private rawAt(notes: ArrayLike<number>, note: number, what: number): string {
    const { body } = this;
    const start = notes[note] ?? 0;
    const end = notes[note + 1] ?? 0;
    const isAscii = (what & XML_NOT_ASCII) === 0;
    if (typeof body !== "string") {
      return isAscii ? readAsciiText(body, start, end) : readUtf8Text(body, start, end);
    }
    const raw = body.slice(start, end);
    return isAscii ? raw : replaceLoneSurrogates(raw);
  }
}

/** An element of which all texts have been read. */
function elementOf(text: string, isAscii: boolean): PickedPart {
  const { start, end } = trimmedRange(text, 0, text.length);
  return { text: text.slice(start, end), blank: start === end, isAscii };
}

function isKnownAscii(what: number): boolean {
  return (what & (XML_NOT_ASCII | XML_REFERENCE_OR_RETURN)) === 0;
}
