import { type BodyPass, type BodyReading, NO_PARTS, NOTHING_PICKED } from "./body-pass.js";
import { firstNonBlank, type PickedPart } from "./picked.js";
import { ScannerInput, type ScannerMemory } from "./scanner-input.js";
import { trimmedRange } from "./text-matching.js";
import { replaceLoneSurrogates } from "./utf8.js";
import { readUtf8Text } from "./utf8-text.js";
import { type Utf8Decoder, utf8Decoder, utf8Encoder, wasmExports } from "./wasm-instance.js";
import { createXmlAutomaton } from "./xml-automaton.js";
import { readXmlAttribute, readXmlCdata, readXmlText } from "./xml-references.js";
import { XML_SCAN_BINARY } from "./xml-scan-binary.generated.js";
import type { XmlPath } from "./xml-steps.js";

/** wasm/xml-scan.ts. */
interface XmlScanner {
  readonly memory: ScannerMemory;
  /** Gives the number of things picked; what is less than 0 if there are none to be had. */
  scan(end: number): number;
  piecesNoted(): number;
  /** Turns the offsets of pieces from bytes into UTF-16 units. */
  toUnits(): void;
}

/** Where it notes texts and values: start, end and kind. */
const XML_PIECES = 0x10000;
/** Where it notes what is picked: its first piece, the one behind its last, the accepting set, the pick behind those inside. */
const XML_PICKS = 0x40000;
const XML_INPUT = 0x70000;

/** What `scan` gives for a body that is not well-formed. */
const SCANNED_NO_XML = -1;

/* Kinds of pieces, and what stands in them. */
const XML_PIECE_KIND = 3;
const XML_PIECE_TEXT = 0;
const XML_PIECE_VALUE = 2;
const XML_PIECE_NOT_ASCII = 4;
const XML_PIECE_REFERENCE_OR_RETURN = 8;
const XML_PIECE_TAB_OR_LINE_FEED = 16;

/** A pass that picks what each of the paths picks, as `pickXml` has it. */
export function createXmlPass(paths: readonly XmlPath[]): BodyPass {
  const scanner = wasmExports(XML_SCAN_BINARY) as XmlScanner | null;
  const encoder = utf8Encoder();
  if (scanner === null || encoder === null) return () => null;
  const automaton = createXmlAutomaton(paths, encoder);
  if (automaton === null) return () => null;
  const input = new ScannerInput(scanner.memory, encoder, automaton.bytes(), XML_INPUT);
  const picking: XmlPicking = {
    paths,
    reached: paths.map((_, path) => automaton.accepted.map((accepted) => accepted.includes(path))),
    decoder: utf8Decoder(),
  };
  return (body) => {
    const length = input.put(body);
    if (length < 0) return null;
    const count = scanner.scan(XML_INPUT + length);
    if (count < 0) return count === SCANNED_NO_XML ? NOTHING_PICKED : null;
    if (typeof body === "string" && length > body.length) scanner.toUnits();
    const picks = input.numbersAt(XML_PICKS, 4 * count);
    return new XmlReading(picking, body, picks, input.numbersAt(XML_PIECES, 4 * scanner.piecesNoted()));
  };
}

interface XmlPicking {
  readonly paths: readonly XmlPath[];
  /** Of each path, whether it picks what each accepting set picks. */
  readonly reached: readonly (readonly boolean[])[];
  readonly decoder: Utf8Decoder | null;
}

class XmlReading implements BodyReading {
  private readonly picking: XmlPicking;
  private readonly body: string | Uint8Array;
  private readonly picks: readonly number[];
  private readonly pieces: readonly number[];

  constructor(
    picking: XmlPicking,
    body: string | Uint8Array,
    picks: readonly number[],
    pieces: readonly number[],
  ) {
    this.picking = picking;
    this.body = body;
    this.picks = picks;
    this.pieces = pieces;
  }

  parts(path: number): readonly PickedPart[] {
    return this.read(path, false);
  }

  firstText(path: number): string | null {
    const first = firstNonBlank(this.read(path, true));
    return first === null ? null : first.text;
  }

  /** What the path picks, all or up to the first that is not blank. */
  private read(path: number, upToText: boolean): readonly PickedPart[] {
    const { picks } = this;
    const reached = this.picking.reached[path] ?? [];
    const isAttribute = this.picking.paths[path]?.attribute !== null;
    let parts: PickedPart[] | null = null;
    let pick = 0;
    while (pick < picks.length) {
      const found = pick;
      pick += 4;
      if (reached[picks[found + 2] ?? 0] !== true) continue;
      const from = 4 * (picks[found] ?? 0);
      const part = isAttribute ? this.valueAt(from) : this.elementAt(from, 4 * (picks[found + 1] ?? 0));
      // Mostly it is the only one, and an array that begins empty takes room for many.
      if (parts === null) parts = [part];
      else parts.push(part);
      if (upToText && !part.blank) break;
      // Of elements inside one another only the outermost is picked.
      if (!isAttribute) pick = Math.max(pick, 4 * (picks[found + 3] ?? 0));
    }
    return parts === null ? NO_PARTS : parts;
  }

  private valueAt(piece: number): PickedPart {
    const kind = this.pieces[piece + 2] ?? 0;
    const raw = this.rawAt(piece, kind);
    const isPlain = (kind & (XML_PIECE_REFERENCE_OR_RETURN | XML_PIECE_TAB_OR_LINE_FEED)) === 0;
    const text = isPlain ? raw : readXmlAttribute(raw);
    return { text, blank: text === "", isAscii: isKnownAscii(kind) };
  }

  private elementAt(from: number, to: number): PickedPart {
    let text = "";
    let isAscii = true;
    for (let piece = from; piece < to; piece += 4) {
      const kind = this.pieces[piece + 2] ?? 0;
      // Of an element inside, picked by another path.
      if ((kind & XML_PIECE_KIND) === XML_PIECE_VALUE) continue;
      const raw = this.rawAt(piece, kind);
      if ((kind & XML_PIECE_REFERENCE_OR_RETURN) === 0) text += raw;
      else text += (kind & XML_PIECE_KIND) === XML_PIECE_TEXT ? readXmlText(raw) : readXmlCdata(raw);
      isAscii = isAscii && isKnownAscii(kind);
    }
    const { start, end } = trimmedRange(text, 0, text.length);
    return { text: text.slice(start, end), blank: start === end, isAscii };
  }

  private rawAt(piece: number, kind: number): string {
    const { body } = this;
    const start = this.pieces[piece] ?? 0;
    const end = this.pieces[piece + 1] ?? 0;
    const isAscii = (kind & XML_PIECE_NOT_ASCII) === 0;
    if (typeof body !== "string") return readUtf8Text(body, start, end, isAscii, this.picking.decoder);
    const raw = body.slice(start, end);
    return isAscii ? raw : replaceLoneSurrogates(raw);
  }
}

function isKnownAscii(kind: number): boolean {
  return (kind & (XML_PIECE_NOT_ASCII | XML_PIECE_REFERENCE_OR_RETURN)) === 0;
}
