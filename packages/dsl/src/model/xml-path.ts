import { quoted } from "../findings/quoted.js";
import { xmlNameEnd } from "../runtime/xml-characters.js";
import { type XmlPath, type XmlStep, xmlLocalName } from "../runtime/xml-steps.js";
import { readAsSeen } from "./path-as-seen.js";
import type { PathReading, PathSuggestion } from "./path-reading.js";

const STEP = /(\/\/?)(@?)([^/@]*)/y;

/** Signs with which steps begin in other languages. */
const ARROW = /->|=>|→/;
const ARROWS = new RegExp(ARROW, "g");

/** Longer paths are not repaired: no person wrote them. */
const LONGEST_REPAIRED = 500;

/**
 * Reads an XML path: `(("/" | "//") name)+ (("/" | "//") "@" name)?` or `"//@" name` (docs/language.md). A prefix in a name is
 * dropped: names compare by their local part.
 */
export function readXmlPath(text: string): PathReading<XmlPath> {
  return readAsSeen(text, readAsWritten);
}

function readAsWritten(text: string): PathReading<XmlPath> {
  if (!text.startsWith("/")) return fault("an XML path begins with / or //", repairStart(text));
  const steps: XmlStep[] = [];
  for (let index = 0; index < text.length; index = STEP.lastIndex) {
    STEP.lastIndex = index;
    const match = STEP.exec(text);
    if (match === null) return fault('"@" can only come after / or //', null);
    const [, slashes = "", at = "", written = ""] = match;
    const end = STEP.lastIndex;
    const deep = slashes === "//";
    const problem = nameProblem(written);
    if (problem !== null) return fault(problem, repair(text, index, end, written));
    const name = xmlLocalName(written);
    if (at === "") {
      steps.push({ deep, name });
    } else if (end < text.length) {
      return fault("nothing can follow an attribute", null);
    } else if (steps.length === 0 && !deep) {
      return fault(
        "an attribute belongs to an element; write //@ for one of any element",
        suggest(`//@${written}`, false),
      );
    } else {
      return { kind: "path", path: { steps, attribute: { deep, name } } };
    }
    STEP.lastIndex = end;
  }
  return { kind: "path", path: { steps, attribute: null } };
}

export function writeXmlPath(path: XmlPath): string {
  const elements = path.steps.map(({ deep, name }) => (deep ? "//" : "/") + name).join("");
  const { attribute } = path;
  return attribute === null ? elements : `${elements}${attribute.deep ? "//" : "/"}@${attribute.name}`;
}

function fault(problem: string, suggestion: PathSuggestion | null): PathReading<XmlPath> {
  return { kind: "fault", problem, suggestion };
}

function suggest(candidate: string, certain: boolean): PathSuggestion | null {
  if (candidate.length > LONGEST_REPAIRED) return null;
  return readAsWritten(candidate).kind === "path" ? { path: candidate, certain } : null;
}

function repairStart(text: string): PathSuggestion | null {
  if (text.length > LONGEST_REPAIRED) return null;
  const path = text.trim();
  if (path.startsWith("/")) return suggest(path, true);
  return suggest(withSlashes(path), false) ?? suggest(`//${path}`, false);
}

/**
 * The path with a slash before each step, for one whose steps begin with other signs: `result.accepted`, `result->accepted`. A dot can be
 * part of an element's name, but hardly ever is.
 */
function withSlashes(path: string): string {
  const steps = path.split(/->|=>|[.→/]/);
  return `//${steps.filter((step) => step !== "").join("/")}`;
}

/** The path without `text()` or a slash at its end, or without blanks around it. */
function repair(text: string, stepStart: number, stepEnd: number, written: string): PathSuggestion | null {
  if (text.length > LONGEST_REPAIRED) return null;
  const isLast = stepEnd === text.length && stepStart > 0;
  if (isLast && written === "text()") return suggest(text.slice(0, stepStart), true);
  if (isLast && written === "") return suggest(text.slice(0, stepStart), false);
  if (text.trim() !== text) return suggest(text.trim(), true);
  return ARROW.test(written) ? suggest(text.replaceAll(ARROWS, "/"), false) : null;
}

/** What is wrong with a name: each side of its colon must be a Name of XML 1.0 (fifth edition) without one. */
function nameProblem(name: string): string | null {
  if (name === "") return "a name must follow the slash";
  if (name === "*") return "* is not part of the language; name the element";
  if (name === "." || name === "..") return ". and .. are not part of the language; name each step";
  if (name === "text()") return "an element is its text; leave out text()";
  if (/[[\]()='"]/.test(name)) return "conditions in brackets are not part of the language; name each step";
  const isName = (part: string) => part !== "" && xmlNameEnd(part, 0) === part.length;
  const parts = name.split(":");
  if (!parts.every(isName)) return `${quoted(name)} is no name of an element or attribute`;
  return parts.length > 2 ? `${quoted(name)} has more than one colon; a name has at most one prefix` : null;
}
