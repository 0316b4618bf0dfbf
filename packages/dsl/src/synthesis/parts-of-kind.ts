import type { JsonPath } from "../model/json-path.js";
import type { XmlPath } from "../runtime/xml-steps.js";
import type { WantedPart } from "./part-wishes.js";
import type { WantedPick } from "./wanted-body.js";

/** What the paths of one format are to pick. */
export function jsonParts(wanted: readonly WantedPart[]): readonly WantedPath<JsonPath>[] {
  return wanted.flatMap(({ part, picks }) => (part.kind === "json" ? [{ path: part.path, picks }] : []));
}

/** Likewise. */
export function xmlParts(wanted: readonly WantedPart[]): readonly WantedPath<XmlPath>[] {
  return wanted.flatMap(({ part, picks }) => (part.kind === "xml" ? [{ path: part.path, picks }] : []));
}

interface WantedPath<Path> {
  readonly path: Path;
  readonly picks: readonly WantedPick[];
}
