import {
  DOCUMENT_REACH,
  reachesAttribute,
  reachesElement,
  stepIntoElement,
  type XmlPath,
} from "../runtime/xml-steps.js";

/** Whether a path leads to an element, given the local names from the outermost one to it, or to its attribute. */
export function reachesXml(path: XmlPath, names: readonly string[], attribute: string | null): boolean {
  let reach = DOCUMENT_REACH;
  for (const name of names) reach = stepIntoElement(reach, name, path.steps);
  return attribute === null ? reachesElement(path, reach) : reachesAttribute(path, reach, attribute);
}
