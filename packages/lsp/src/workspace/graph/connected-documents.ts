import { addToGroup, located } from "@responses/dsl/editor";
import type { MappingDocument } from "../documents/mapping-document.js";

/** The documents that can be reached from one by includes, going either way. All are given by their names. */
export function connectedWith(
  name: string,
  documents: ReadonlyMap<string, MappingDocument>,
  resolve: (from: string, include: string) => string,
): readonly MappingDocument[] {
  const neighbours = new Map<string, string[]>();
  for (const { file } of documents.values()) {
    for (const { model } of located(file, "include")) {
      const target = resolve(file.path, model.path);
      addToGroup(neighbours, file.path, target);
      addToGroup(neighbours, target, file.path);
    }
  }
  const reached = new Set([name]);
  // A set can grow while it is walked through; what is added comes last.
  for (const file of reached) for (const next of neighbours.get(file) ?? []) reached.add(next);
  return [...reached].flatMap((file) => documents.get(file) ?? []);
}
