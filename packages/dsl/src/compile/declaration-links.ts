import type { Located, Mapping } from "../model/mapping.js";
import { writtenLabel } from "../model/written-label.js";
import { OUTCOMES } from "../syntax/vocabulary.js";
import { type LocalSpan, type Span, spanInFile } from "../text/span.js";
import type { Declarations, NamedPart } from "./declarations.js";

/** A name in the declarations of a module, and what of the mapping it comes from: what a declaration map is made of. */
export interface DeclarationLink {
  /** UTF-16 offsets in the declarations, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** The mapping file, by its path as the host names it. */
  readonly file: string;
  /**
   * The place in that file: of a label, a capture and the verdicts of an outcome the first that is written, of exports and of what no
   * statement says the file's beginning.
   */
  readonly span: Span;
}

/** Finds the places that the names of declarations come from. */
export function linkDeclarations({ names }: Declarations, mapping: Mapping): readonly DeclarationLink[] {
  const beginning: Place = { file: mapping.file.path, span: { start: 0, end: 0 } };
  const places = placesOf(mapping);
  return names.flatMap(({ start, end, means }) => {
    const place = means.kind === "mapping" ? beginning : (places.get(keyOf(means)) ?? beginning);
    return [{ start, end, ...place }];
  });
}

/** The first place of everything that a mapping says and declarations can name, by its key. */
function placesOf(mapping: Mapping): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const add = (part: SaidPart, place: Place): void => {
    const key = keyOf(part);
    if (!places.has(key)) places.set(key, place);
  };
  for (const rule of mapping.rules) {
    const { label, outcome, outcomeSpan } = rule.model;
    add({ kind: "verdict", outcome, part: "whole" }, placeOf(rule, rule.statement.syntax.span));
    add({ kind: "verdict", outcome, part: "outcome" }, placeOf(rule, outcomeSpan));
    if (label.kind === "none") continue;
    const place = placeOf(rule, label.span);
    add({ kind: "verdict", outcome, part: "label" }, place);
    const text = writtenLabel(label);
    if (text !== null) add({ kind: "label", outcome, text }, place);
  }
  for (const capture of mapping.captures) {
    const { name, nameSpan, outcomes } = capture.model;
    const place = placeOf(capture, nameSpan);
    add({ kind: "capture", name }, place);
    for (const outcome of outcomes ?? ANY_OUTCOME) add({ kind: "verdict", outcome, part: "captures" }, place);
  }
  // Verdicts without a label have the property all the same.
  for (const rule of mapping.rules) {
    const { outcome, outcomeSpan } = rule.model;
    add({ kind: "verdict", outcome, part: "label" }, placeOf(rule, outcomeSpan));
  }
  return places;
}

const ANY_OUTCOME = [...OUTCOMES, "unmapped"] as const;
/** A part of a mapping that statements say. */
type SaidPart = Exclude<NamedPart, { readonly kind: "mapping" }>;

interface Place {
  readonly file: string;
  readonly span: Span;
}

/** Outcomes and parts are one word each, so that no two keys of a kind look alike. */
function keyOf(part: SaidPart): string {
  switch (part.kind) {
    case "verdict":
      return `verdict ${part.outcome} ${part.part}`;
    case "label":
      return `label ${part.outcome} ${part.text}`;
    case "capture":
      return `capture ${part.name}`;
  }
}

function placeOf({ file, statement }: Located<unknown>, local: LocalSpan): Place {
  return { file: file.path, span: spanInFile(local, statement.start) };
}
