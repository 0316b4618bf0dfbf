import type { FileModel } from "@responses/dsl";
import { addToGroup } from "@responses/dsl/editor";
import type { ResolveInclude } from "../../workspace/documents/include-target.js";
import { filesOf, type MappingDocument } from "../../workspace/documents/mapping-document.js";
import { type MappingSymbol, placesInFile, type SymbolPlace } from "./symbol.js";

/**
 * All places of a symbol that stands in the file `from`, those in that file first. `documents` are all that are connected with
 * it by includes, in either direction.
 *
 * A label, a capture or a field is the same wherever one mapping holds both places. So two files that only share an
 * included one have nothing to do with each other's labels, unless the shared file writes the label too.
 */
export function placesOf(
  symbol: MappingSymbol,
  from: FileModel,
  documents: readonly MappingDocument[],
  resolve: ResolveInclude,
): readonly SymbolPlace[] {
  const places = new Map<string, readonly SymbolPlace[]>();
  for (const file of [from, ...documents.map((document) => document.file)]) {
    if (places.has(file.path)) continue;
    const found = placesInFile(symbol, file, resolve);
    if (found.length > 0) places.set(file.path, found);
  }
  if (symbol.kind === "file") return [...places.values()].flat();
  const reached = connected(from.path, mappingsWith(places, documents));
  return [...reached].flatMap((file) => places.get(file) ?? []);
}

/** For each mapping, the files of it that hold the symbol. */
function mappingsWith(
  places: ReadonlyMap<string, unknown>,
  documents: readonly MappingDocument[],
): readonly (readonly string[])[] {
  return documents.map((document) =>
    filesOf(document)
      .map(({ path }) => path)
      .filter((path) => places.has(path)),
  );
}

/** All that share a group with the first, or with one that does, and so on; the first comes first. */
function connected(first: string, groups: readonly (readonly string[])[]): ReadonlySet<string> {
  const groupsOf = new Map<string, (readonly string[])[]>();
  for (const group of groups) {
    for (const member of group) addToGroup(groupsOf, member, group);
  }
  const reached = new Set([first]);
  const walked = new Set<readonly string[]>();
  // A set can grow while it is walked through; what is added comes last.
  for (const member of reached) {
    for (const group of groupsOf.get(member) ?? []) {
      if (walked.has(group)) continue;
      walked.add(group);
      for (const other of group) reached.add(other);
    }
  }
  return reached;
}
