import type { Mapping } from "@responses/dsl";
import type { ComparedMappings } from "@responses/dsl/editor";
import { type NewInFile, NOTHING_NEW } from "./new-findings.js";
import type { KnownBy } from "./renamed-mappings.js";

/** What came of one mapping file, by its path on both sides; null where it is not there. */
export type ComparedFile = {
  readonly before: string | null;
  readonly after: string | null;
  /** On which side its project file leaves it out, though it is there. */
  readonly leftOut: "before" | "after" | null;
  /** By what it was taken for the same mapping under another name; null where it has the same one. */
  readonly renamedBy: KnownBy | null;
} & FileResult;

/** What came of two mappings. */
export interface ComparedResult extends ComparedMappings, NewInFile {
  readonly kind: "compared";
}

/** A mapping that is on one side alone; nothing is new of one that is gone. */
export interface MappingAlone extends NewInFile {
  readonly kind: "added" | "removed";
  /** What is in the file itself. */
  readonly rules: number;
  readonly examples: number;
  /** Null for one that is gone and had errors. */
  readonly mapping: Mapping | null;
  /** Of one that is gone a file that is nearly called so now, and is no mapping file; null where there is none. */
  readonly nearName: string | null;
}

export type FileResult =
  | ComparedResult
  | MappingAlone
  /** A mapping has errors, so that there is nothing to compare; `refused` says on which side. */
  | { readonly kind: "refused"; readonly refused: readonly SideName[] }
  /** Something could not be read; the report's problems say what. */
  | { readonly kind: "unreadable" };

export type SideName = "before" | "after";

/** What is wrong in a file that changed or came; nothing where nobody knows. */
export function newIn(file: ComparedFile): NewInFile {
  switch (file.kind) {
    case "compared":
    case "added":
    case "removed":
      return file;
    case "refused":
    case "unreadable":
      return NOTHING_NEW;
  }
}
