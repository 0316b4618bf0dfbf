import { jsonBodies } from "./json-bodies.js";
import { jsonDocuments } from "./json-documents.js";
import type { WantedPart } from "./part-wishes.js";
import { jsonParts, xmlParts } from "./parts-of-kind.js";
import { carriersOf, plainBodies, plainPieces } from "./plain-bodies.js";
import { taken } from "./taken.js";
import { NATURAL_STYLE, STYLES, type WritingStyle } from "./writing-style.js";
import { xmlBodies } from "./xml-bodies.js";
import { xmlDocuments } from "./xml-documents.js";

/** Documents of one wish that are written at most. */
const MOST_DOCUMENTS = 3;

/**
 * The simplest bodies for the wishes, the most natural first, in all styles or in the natural one. Of each list the first that
 * is as wished is enough. Nothing is made before it is asked for.
 */
export function* scratchBodies(
  wanted: readonly WantedPart[],
  texts: readonly string[],
  styles: "all" | "natural",
): Generator<Iterable<string>> {
  const first: BodyMaker[] = [];
  for (const format of formatsFor(wanted)) {
    for (const maker of makersOf(format, wanted, texts)) {
      yield maker.bodiesIn(NATURAL_STYLE);
      if (maker.isFirst) first.push(maker);
    }
  }
  // Other documents that say the same are only of interest as such.
  for (const style of styles === "all" ? STYLES : [])
    if (style !== NATURAL_STYLE) for (const { bodiesIn } of first) yield bodiesIn(style);
}

type Format = "json" | "xml" | "plain";

/** What a body can be. */
function formatsFor(wanted: readonly WantedPart[]): readonly Format[] {
  const isPicked = (kind: Format) => wanted.some(({ part, picks }) => part.kind === kind && picks.length > 0);
  const [json, xml] = [isPicked("json"), isPicked("xml")];
  if (json || xml) return json && xml ? [] : [json ? "json" : "xml"];
  // Nothing has to be picked of a document; one in which it is missing is more telling than none.
  const named = (["json", "xml"] as const).filter((kind) => wanted.some(({ part }) => part.kind === kind));
  const isPlainPicked = wanted.some(({ picks }) => picks.length > 0);
  return isPlainPicked ? ["plain", ...named] : [...named, "plain"];
}

/** What writes one document, or bodies without any, in a style. */
interface BodyMaker {
  /** Of its format. */
  readonly isFirst: boolean;
  readonly bodiesIn: (style: WritingStyle) => Iterable<string>;
}

function* makersOf(
  format: Format,
  wanted: readonly WantedPart[],
  texts: readonly string[],
): Generator<BodyMaker> {
  switch (format) {
    case "json":
      return yield* documentMakers(jsonDocuments(jsonParts(wanted)), wanted, texts, jsonBodies);
    case "xml":
      return yield* documentMakers(xmlDocuments(xmlParts(wanted)), wanted, texts, xmlBodies);
    case "plain":
      yield { isFirst: true, bodiesIn: (style) => plainBodiesIn(style, wanted, texts) };
  }
}

function* documentMakers<Document>(
  documents: Iterable<Document>,
  wanted: readonly WantedPart[],
  texts: readonly string[],
  bodies: (document: Document, texts: readonly string[], style: WritingStyle) => Iterable<string>,
): Generator<BodyMaker> {
  let count = 0;
  for (const document of documents) {
    yield {
      isFirst: count === 0,
      *bodiesIn(style) {
        yield* bodies(document, texts, style);
        yield* wholeTexts(wanted);
        const pieces = plainPieces(wanted, style);
        if (pieces === null) return;
        for (const carriers of carriersOf(pieces)) yield* bodies(document, [...texts, ...carriers], style);
      },
    };
    if (++count === MOST_DOCUMENTS) return;
  }
}

function* plainBodiesIn(
  style: WritingStyle,
  wanted: readonly WantedPart[],
  texts: readonly string[],
): Generator<string> {
  const pieces = plainPieces(wanted, style);
  if (pieces === null) return;
  yield* wholeTexts(wanted);
  // What is picked may hold the texts already.
  if (texts.length > 0) yield* taken(plainBodies(pieces, []), MOST_DOCUMENTS);
  yield* plainBodies(pieces, texts);
}

/** What is cut out of a body may be all of it. */
function* wholeTexts(wanted: readonly WantedPart[]): Generator<string> {
  for (const { part, picks } of wanted) {
    if (part.kind !== "split") continue;
    for (const pick of picks) if (pick.kind === "text") yield pick.text;
  }
}
