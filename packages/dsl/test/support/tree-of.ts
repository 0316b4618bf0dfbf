import { type FileModel, parse } from "@responses/dsl";

/** The words and places of a text that is a file by itself. */
export type Tree = FileModel["tree"];

/** Reads a text, or a file's bytes, by itself; see `parse`. */
export function treeOf(content: string | Uint8Array): Tree {
  return parse("mapping.responses", content).tree;
}
