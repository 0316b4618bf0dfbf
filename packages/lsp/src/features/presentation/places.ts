import type { ColumnUnit, Span } from "@responses/dsl";
import type { Location } from "vscode-languageserver";
import { includedBy, type MappingDocument } from "../../workspace/documents/mapping-document.js";
import { PositionMapper } from "../../workspace/documents/position-mapper.js";

/** Places in any of the files that a document leads to, as the protocol names them. */
export interface Places {
  /** The place of a stretch of the file that models and findings call `file`; null for a file that nobody has read. */
  locationOf(file: string, span: Span): Location | null;
}

/** The places in a document and in what it includes. `uriOf` gives the URI of a file's name. */
export function placesOf(
  document: MappingDocument,
  uriOf: (file: string) => string,
  unit: ColumnUnit,
): Places {
  const included = includedBy(document.linked);
  const mappers = new Map([[document.file.path, document.positions]]);
  return {
    locationOf(file, span) {
      let mapper = mappers.get(file);
      if (mapper === undefined) {
        const source = included.find((other) => other.file.path === file)?.file.tree.source;
        if (source === undefined) return null;
        mapper = new PositionMapper(source, unit);
        mappers.set(file, mapper);
      }
      return { uri: file === document.file.path ? document.uri : uriOf(file), range: mapper.rangeOf(span) };
    },
  };
}
