import { counted, quoted } from "@responses/dsl/editor";
import type { ResolveInclude } from "../../workspace/documents/include-target.js";
import { filesOf, type MappingDocument } from "../../workspace/documents/mapping-document.js";
import { placesInFile, type SymbolPlace } from "../symbols/symbol.js";

/** A label that has the new name already: where it stands in the mappings that the renaming changes. */
export interface JoinedLabel {
  readonly name: string;
  readonly rules: number;
  readonly examples: number;
}

/**
 * The label that a renaming of these places makes one with theirs; null where no mapping that holds one of them has a label of
 * that name. Linear in the mappings' files.
 */
export function joinedLabel(
  name: string,
  places: readonly SymbolPlace[],
  documents: readonly MappingDocument[],
  resolve: ResolveInclude,
): JoinedLabel | null {
  const changed = new Set(places.map(({ file }) => file.path));
  const mappings = documents.map(filesOf).filter((files) => files.some(({ path }) => changed.has(path)));
  // A file that several mappings include is counted once.
  const files = new Map(mappings.flat().map((file) => [file.path, file]));
  const taken = [...files.values()].flatMap((file) =>
    placesInFile({ kind: "label", text: name }, file, resolve),
  );
  if (taken.length === 0) return null;
  const rules = taken.filter(({ isDefinition }) => isDefinition).length;
  return { name, rules, examples: taken.length - rules };
}

/** What the renaming does to the label, as a sentence without its full stop. */
export function joinInWords({ name, rules, examples }: JoinedLabel): string {
  const users = rules > 0 ? counted(rules, "rule") : counted(examples, "example");
  return `Two labels become one: ${quoted(name)} is already used by ${users}`;
}
