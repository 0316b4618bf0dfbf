import type { DescribedField } from "../../model/field.js";
import type { JsonPath } from "../../model/json-path.js";
import type { XmlPath } from "../../runtime/xml-steps.js";

/**
 * Whether surely no body has a text for both fields: one would have to be JSON and XML, or one value would have to be an
 * object and an array, or a text and something with parts. Of other fields nothing is certain.
 */
export function neverPickTogether(one: DescribedField, other: DescribedField): boolean {
  if (one.format !== null && other.format !== null && one.format !== other.format) return true;
  if (one.kind === "json" && other.kind === "json") return pathsExclude(one.path, other.path);
  if (one.kind === "xml" && other.kind === "xml") return haveOtherRoots(one.path, other.path);
  return false;
}

/** Follows the paths for as long as they lead to the same value. */
function pathsExclude(one: JsonPath, other: JsonPath): boolean {
  for (let index = 0; ; index++) {
    const [a, b] = [one[index], other[index]];
    // One ends at a value that has a text, the other goes on inside it.
    if (a === undefined || b === undefined) return a !== b;
    if (a.kind === "all" || b.kind === "all") return false;
    if (a.kind !== b.kind) return true;
    const isSame =
      a.kind === "name" ? b.kind === "name" && a.name === b.name : b.kind === "index" && a.index === b.index;
    if (!isSame) return false;
  }
}

/** A document has one outermost element. */
function haveOtherRoots({ steps: [one] }: XmlPath, { steps: [other] }: XmlPath): boolean {
  if (one === undefined || other === undefined || one.deep || other.deep) return false;
  return one.name !== other.name;
}
