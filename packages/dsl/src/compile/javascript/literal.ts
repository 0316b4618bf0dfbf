import type { Data } from "../../model/fields/field-description.js";
import { writeStringLiteral } from "../string-literal.js";

/** Data as a literal of JavaScript on one line. Names of members are identifiers. */
export function writeLiteral(data: Data): string {
  if (typeof data === "string") return writeStringLiteral(data);
  if (typeof data !== "object" || data === null) return String(data);
  if (isList(data)) return `[${data.map(writeLiteral).join(", ")}]`;
  const members = Object.entries(data).map(([name, value]) => `${name}: ${writeLiteral(value)}`);
  return `{ ${members.join(", ")} }`;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

/** An array of elements that are each on lines of their own. */
export function writeArray(elements: readonly string[]): string {
  return elements.length === 0 ? "[]" : `[\n${elements.join("")}]`;
}

/** Tells bundlers that the call behind it gives a value and does nothing else: they leave it out where nobody needs the value. */
export const PURE = "/* @__PURE__ */";

/** The same code one step further to the right, but for its first line. */
export function indented(code: string): string {
  return code.replaceAll("\n", "\n  ");
}
