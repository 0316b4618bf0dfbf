import type { FileModel, Linked, Mapping } from "@responses/dsl";
import type { PositionMapper } from "./position-mapper.js";

/** A mapping file as it is now, read with what it includes, not yet run. */
export interface MappingDocument {
  readonly uri: string;
  /** The version that the client gave; null for a file that is not open. */
  readonly version: number | null;
  readonly file: FileModel;
  readonly linked: Linked;
  readonly positions: PositionMapper;
}

/** The files of a document's mapping: its own and all that it includes. */
export function filesOf({ file, linked }: MappingDocument): readonly FileModel[] {
  return [file, ...includedBy(linked).map((other) => other.file)];
}

/** The files that a file includes, also of one that is refused. */
export function includedBy(linked: Linked): Mapping["included"] {
  return linked.kind === "mapping" ? linked.mapping.included : linked.included;
}
