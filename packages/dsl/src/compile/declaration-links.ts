import type { Located, Mapping } from "../model/mapping.js";
import { writtenLabel } from "../model/written-label.js";
import { type LocalSpan, type Span, spanInFile } from "../text/span.js";
import type { Declarations, NamedPart } from "./declarations.js";

/** A name in the declarations of a module, and what of the mapping it comes from: what a declaration map is made of. */
export interface DeclarationLink {
  /** UTF-16 offsets in the declarations, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** The mapping file, by its path as the host names it. */
  readonly file: string;
  /** The place in that file: of a label or capture the first that is written, of an export the file's beginning. */
  readonly span: Span;
}

/** Finds the places that the names of declarations come from. */
export function linkDeclarations({ names }: Declarations, mapping: Mapping): readonly DeclarationLink[] {
  const labels = new Map<string, Place>();
  for (const rule of mapping.rules) {
    const { label, outcome } = rule.model;
    const text = writtenLabel(label);
    if (label.kind === "none" || text === null) continue;
    const key = keyOfLabel(outcome, text);
    if (!labels.has(key)) labels.set(key, placeOf(rule, label.span));
  }
  const captures = new Map<string, Place>();
  for (const capture of mapping.captures) {
    const { name, nameSpan } = capture.model;
    if (!captures.has(name)) captures.set(name, placeOf(capture, nameSpan));
  }
  const beginning: Place = { file: mapping.file.path, span: { start: 0, end: 0 } };
  const placeOfPart = (part: NamedPart): Place | undefined => {
    switch (part.kind) {
      case "mapping":
        return beginning;
      case "label":
        return labels.get(keyOfLabel(part.outcome, part.text));
      case "capture":
        return captures.get(part.name);
    }
  };
  return names.flatMap(({ start, end, means }) => {
    const place = placeOfPart(means);
    return place === undefined ? [] : [{ start, end, ...place }];
  });
}

interface Place {
  readonly file: string;
  readonly span: Span;
}

/** An outcome is one word, so that no label can look like another's. */
function keyOfLabel(outcome: string, text: string): string {
  return `${outcome} ${text}`;
}

function placeOf({ file, statement }: Located<unknown>, local: LocalSpan): Place {
  return { file: file.path, span: spanInFile(local, statement.start) };
}
