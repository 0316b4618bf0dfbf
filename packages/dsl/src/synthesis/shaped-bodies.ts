import { outlineForm } from "../bodies/form-outline.js";
import { InnerText } from "../model/fields/inner-text.js";
import { formPieces } from "../runtime/form-field.js";
import { writeFormPiece } from "./form-pieces.js";
import { jsonBodies } from "./json-bodies.js";
import { jsonDocuments } from "./json-documents.js";
import { treeOfJson } from "./json-shape.js";
import type { WantedPart } from "./part-wishes.js";
import { jsonParts, xmlParts } from "./parts-of-kind.js";
import { textsMissing } from "./picked-wishes.js";
import { bodyWithReplaced } from "./replaced-texts.js";
import { NATURAL_STYLE } from "./writing-style.js";
import { xmlBodies } from "./xml-bodies.js";
import { xmlDocumentsFrom } from "./xml-documents.js";
import { shapeOfXml, withoutReachedXml, type XmlShape } from "./xml-shape.js";
import type { XmlTree } from "./xml-tree.js";

/** Bodies that are like one of an example, and how much of it had to be changed. */
export interface ShapedBodies {
  readonly changes: number;
  /** Of these the first that is as wished is enough. */
  readonly ways: Iterable<string>;
}

/** Longer bodies are nothing that somebody wants to see. */
const LONGEST_SHAPE = 20_000;

/** Examples looked at at most. */
const MOST_SHAPES = 40;

/** What counts as much as that many texts replaced. */
const REBUILT = 10;

/** Bodies like those of the examples, those with the fewest changes first. */
export function shapedBodies(
  wanted: readonly WantedPart[],
  texts: readonly string[],
  shapes: readonly string[],
): readonly ShapedBodies[] {
  const usable = [...new Set(shapes)].filter(({ length }) => length <= LONGEST_SHAPE).slice(0, MOST_SHAPES);
  const found = usable.flatMap((shape): readonly ShapedBodies[] => {
    const replaced = bodyWithReplaced(shape, wanted);
    const rebuilt = { changes: REBUILT, ways: rebuiltBodies(shape, wanted, texts) };
    if (replaced === null) return [rebuilt];
    const exchanged = { changes: replaced.count, ways: [replaced.body] };
    return textsMissing(texts, new InnerText(replaced.body)).length === 0 ? [exchanged] : [rebuilt];
  });
  return found.sort((one, other) => one.changes - other.changes);
}

/** With members, elements or pieces left out, added, or in the place of others. */
function* rebuiltBodies(
  shape: string,
  wanted: readonly WantedPart[],
  texts: readonly string[],
): Generator<string> {
  const json = treeOfJson(shape);
  if (json !== null) {
    const style = { ...NATURAL_STYLE, isSpaced: /": |, "/.test(shape) };
    const [tree] = jsonDocuments(jsonParts(wanted), json);
    if (tree !== undefined) yield* jsonBodies(tree, texts, style);
    return;
  }
  const xml = shapeOfXml(shape);
  if (xml !== null) yield* rebuiltXml(xml, wanted, texts);
  else if (wanted.some(({ part }) => part.kind === "form")) yield* rebuiltForm(shape, wanted, texts);
  else yield* plainWithTexts(shape, texts);
}

function* rebuiltXml(
  { before, root }: XmlShape,
  wanted: readonly WantedPart[],
  texts: readonly string[],
): Generator<string> {
  const paths = xmlParts(wanted);
  let kept: XmlTree | null = root;
  for (const { path, picks } of paths) if (kept !== null) kept = withoutReachedXml(kept, path, picks.length);
  if (kept === null) return;
  const [document] = xmlDocumentsFrom(paths, kept);
  if (document !== undefined)
    for (const body of xmlBodies(document, texts, NATURAL_STYLE)) yield before + body;
}

/** The pieces of other names as they are, those wished behind them. */
function* rebuiltForm(
  shape: string,
  wanted: readonly WantedPart[],
  texts: readonly string[],
): Generator<string> {
  const names = new Set(wanted.flatMap(({ part }) => (part.kind === "form" ? [part.name] : [])));
  const values = [...outlineForm(shape)];
  const kept = [...formPieces(shape)].flatMap(({ start, end }, index) => {
    return names.has(values[index]?.name ?? "") ? [] : [shape.slice(start, end)];
  });
  const added = wanted.flatMap(({ part, picks }) => {
    if (part.kind !== "form") return [];
    return picks.flatMap((pick) =>
      pick.kind === "text" ? [writeFormPiece(part.name, pick.text, NATURAL_STYLE)] : [],
    );
  });
  yield [...kept, ...added, ...texts.map((text) => `message=${text}`)].join("&");
}

function* plainWithTexts(shape: string, texts: readonly string[]): Generator<string> {
  const missing = textsMissing(texts, new InnerText(shape));
  if (missing.length > 0) yield `${shape} ${missing.join(" ")}`;
}
