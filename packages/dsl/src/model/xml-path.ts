import type { XmlPath, XmlStep } from "../runtime/xml-steps.js";
import type { PathReading } from "./json-path.js";

const STEP = /(\/\/?)(@?)([^/@]*)/y;

/**
 * Reads an XML path: `(("/" | "//") name)+ (("/" | "//") "@" name)?` or `"//@" name` (LANGUAGE §3). A prefix in a name is
 * dropped: names compare by their local part.
 */
export function readXmlPath(text: string): PathReading<XmlPath> {
  if (!text.startsWith("/")) return fault("an XML path begins with / or //", repairStart(text));
  const steps: XmlStep[] = [];
  STEP.lastIndex = 0;
  for (let index = 0; index < text.length; index = STEP.lastIndex) {
    STEP.lastIndex = index;
    const match = STEP.exec(text);
    if (match === null) return fault('"@" stands only after / or //', null);
    const [, slashes = "", at = "", written = ""] = match;
    const deep = slashes === "//";
    const problem = nameProblem(written);
    if (problem !== null) return fault(problem, null);
    const name = localName(written);
    if (at === "") {
      steps.push({ deep, name });
    } else if (STEP.lastIndex < text.length) {
      return fault("nothing can follow an attribute", null);
    } else if (steps.length === 0 && !deep) {
      return fault("an attribute belongs to an element; write //@ for one of any element", `//@${written}`);
    } else {
      return { kind: "path", path: { steps, attribute: { deep, name } } };
    }
  }
  return { kind: "path", path: { steps, attribute: null } };
}

export function writeXmlPath(path: XmlPath): string {
  const elements = path.steps.map(({ deep, name }) => (deep ? "//" : "/") + name).join("");
  const { attribute } = path;
  return attribute === null ? elements : `${elements}${attribute.deep ? "//" : "/"}@${attribute.name}`;
}

function fault(problem: string, suggestion: string | null): PathReading<XmlPath> {
  return { kind: "fault", problem, suggestion };
}

function repairStart(text: string): string | null {
  const candidate = `//${text.trim()}`;
  return readXmlPath(candidate).kind === "path" ? candidate : null;
}

/** The part behind the prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Close to the Name production of XML 1.0 (fifth edition, §2.3): ASCII exactly, everything above U+007F but white space. */
function nameProblem(name: string): string | null {
  if (name === "") return "a name must follow the slash";
  if (name === "*") return "* is not part of the language; name the element";
  if (/[[\]()='"]/.test(name)) return "conditions in brackets are not part of the language; name each step";
  const local = localName(name);
  if (local === "" || name.startsWith(":")) return `${JSON.stringify(name)} is no name`;
  const letter = /^[A-Za-z_\u0080-\uffff]/;
  const rest = /^[A-Za-z0-9_.\-\u0080-\uffff]*$/;
  const blank = /[\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;
  const ok = (part: string) => letter.test(part) && rest.test(part) && !blank.test(part);
  const parts = name.split(":");
  return parts.every(ok) ? null : `${JSON.stringify(name)} is no name of an element or attribute`;
}
