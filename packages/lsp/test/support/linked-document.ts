import { type ColumnUnit, link, noOtherFiles, parse } from "@responses/dsl";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import { PositionMapper } from "../../src/workspace/documents/position-mapper.js";
import { uriOf } from "./memory-workspace.js";

/** A text as a document by itself: read, but not analysed. */
export function linkedDocument(name: string, text: string, unit: ColumnUnit = "utf-16"): MappingDocument {
  const file = parse(name, text);
  return {
    uri: uriOf(name),
    version: 1,
    file,
    linked: link(file, noOtherFiles),
    positions: new PositionMapper(file.tree.source, unit),
  };
}
