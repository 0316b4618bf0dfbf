import type { TextEdit } from "@responses/dsl";
import { quoted, showField } from "@responses/dsl/editor";
import type { ResolveInclude } from "../../workspace/documents/include-target.js";
import { filesOf, type MappingDocument } from "../../workspace/documents/mapping-document.js";
import { lineOf } from "../../workspace/documents/statement-places.js";
import type { DocumentEdits } from "../edits/workspace-edit.js";
import { examplesLabelledByBody } from "../symbols/body-labels.js";
import { placesInFile, type SymbolPlace, symbolAt } from "../symbols/symbol.js";
import { placesOf } from "../symbols/symbol-places.js";
import { type JoinedLabel, joinedLabel } from "./joined-label.js";
import { nameAt, readNewName } from "./new-name.js";

/** Why something cannot be renamed, as a sentence. */
export interface RenameRefused {
  readonly kind: "refused";
  readonly reason: string;
}

/** A label or the name of a capture that can be renamed. */
export interface Renameable {
  readonly kind: "renameable";
  readonly place: SymbolPlace;
  readonly name: string;
}

/** What can be renamed at an offset; null where nothing has a name. */
export function renameableAt(
  document: MappingDocument,
  offset: number,
  resolve: ResolveInclude,
): Renameable | RenameRefused | null {
  const place = symbolAt(document.file, offset, resolve);
  if (place === null) return null;
  switch (place.symbol.kind) {
    case "field":
      return refused("this is what the other system sends, not a name in this mapping");
    case "file":
      return refused("this is the path of a file: rename the file itself, in the list of files");
    case "capture":
      return { kind: "renameable", place, name: place.symbol.text };
    case "label": {
      const { text } = place.symbol;
      const field = examplesLabelledByBody(text, document).get(place.statement);
      if (field === undefined) return { kind: "renameable", place, name: text };
      return refused(
        `this label comes out of the response (${showField(field)}), so only the other system can change it`,
      );
    }
  }
}

/** What a renaming does to the files. */
export interface Renaming {
  readonly kind: "renaming";
  readonly changes: readonly DocumentEdits[];
  readonly oldName: string;
  readonly newName: string;
  /** The label that has the new name already, and becomes one with the renamed one; null for none. */
  readonly joins: JoinedLabel | null;
}

/**
 * Renames a label or a capture wherever it is written. `documents` are all that are connected with its file. A label that an
 * example gets out of the response's body stays as it is.
 */
export function rename(
  { place, name: oldName }: Renameable,
  typed: string,
  documents: readonly MappingDocument[],
  resolve: ResolveInclude,
): Renaming | RenameRefused {
  const newName = readNewName(typed);
  if (newName.kind === "refused") return newName;
  const { text } = newName;
  const places = placesOf(place.symbol, place.file, documents, resolve);
  const clash = text === oldName ? null : captureNamed(text, places, documents, resolve);
  if (clash !== null) {
    const where = `${clash.file.path}, line ${lineOf(clash.file, clash.statement) + 1}`;
    return refused(
      `there already is a capture named ${quoted(text)} (${where}), and a name can only be given once`,
    );
  }
  const changes = documents.flatMap((document): readonly DocumentEdits[] => {
    const edits = editsIn(document, places, text);
    return edits.length === 0 ? [] : [{ document, edits }];
  });
  const isNewLabel = place.symbol.kind === "label" && text !== oldName;
  const joins = isNewLabel ? joinedLabel(text, places, documents, resolve) : null;
  return { kind: "renaming", changes: text === oldName ? [] : changes, oldName, newName: text, joins };
}

function editsIn(
  document: MappingDocument,
  places: readonly SymbolPlace[],
  newName: string,
): readonly TextEdit[] {
  const own = places.filter(({ file }) => file.path === document.file.path);
  const [first] = own;
  if (first === undefined) return [];
  const { symbol } = first;
  const fromBody = symbol.kind === "label" ? examplesLabelledByBody(symbol.text, document) : new Map();
  return own
    .filter(({ statement }) => !fromBody.has(statement))
    .map((place) => ({ span: place.span, newText: nameAt(newName, place) }));
}

/** A capture that has the name already, in a mapping that would then have two of it. */
function captureNamed(
  name: string,
  places: readonly SymbolPlace[],
  documents: readonly MappingDocument[],
  resolve: ResolveInclude,
): SymbolPlace | null {
  const renamed = places.filter(({ symbol, isDefinition }) => symbol.kind === "capture" && isDefinition);
  const files = new Set(renamed.map(({ file }) => file.path));
  if (files.size === 0) return null;
  for (const document of documents) {
    const mapping = filesOf(document);
    if (!mapping.some(({ path }) => files.has(path))) continue;
    for (const file of mapping) {
      const taken = placesInFile({ kind: "capture", text: name }, file, resolve);
      const clash = taken.find(({ isDefinition }) => isDefinition);
      if (clash !== undefined) return clash;
    }
  }
  return null;
}

function refused(reason: string): RenameRefused {
  return { kind: "refused", reason };
}
