// Imports internals: what compiled modules carry is tested by itself.
import { readXmlPath } from "../../src/model/xml-path.js";
import { pickXml, type XmlPath } from "../../src/runtime/xml-field.js";

/** A path that is written as it should be. */
export function pathOf(text: string): XmlPath {
  const reading = readXmlPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

/** The texts that a path picks from a body. */
export function texts(body: string, path: string): readonly (string | null)[] {
  return pickXml(body, pathOf(path)).map(({ text }) => text);
}
