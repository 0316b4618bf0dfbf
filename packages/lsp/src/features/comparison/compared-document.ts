import type { Example, Rule } from "@responses/dsl";
import type { ComparedMappings } from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { BaseName } from "../../workspace/bases/base-mappings.js";
import { lineOf } from "../../workspace/documents/statement-places.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import type { Places } from "../presentation/places.js";

/** A document, and what came of comparing its mapping with the one that HEAD has, or that is saved. */
export interface ComparedDocument {
  readonly analysed: AnalysedDocument;
  readonly usable: UsableMapping;
  readonly base: ComparedBase;
  readonly compared: ComparedMappings;
  readonly places: Places;
}

/** What it was compared with. */
export interface ComparedBase {
  readonly name: BaseName;
  /** The whole name of the commit; null of what is saved. */
  readonly commit: string | null;
  /** What the file was called there, if it was renamed since. */
  readonly formerly: string | null;
}

/** The line, from 1, on which a statement of the other side stood. */
export function lineBefore({ file, statement }: Pick<Rule | Example, "file" | "statement">): number {
  return lineOf(file, statement) + 1;
}
