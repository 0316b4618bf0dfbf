import { jsonFault } from "../runtime/json-field.js";
import type { BodyFault } from "../runtime/picked.js";
import { xmlFault } from "../runtime/xml-field.js";

/** Why a body cannot be read as JSON or XML, in the words of a person who looks at it; null if it can. */
export function bodyFaultFor(kind: "json" | "xml", body: string): BodyFault | null {
  if (kind === "xml") return xmlFault(body);
  const fault = jsonFault(body);
  return fault === null ? null : (commaTooMany(fault, body) ?? fault);
}

/** `{"a":1,}`: what is missing behind the comma was never meant to be there. */
function commaTooMany({ at }: BodyFault, body: string): BodyFault | null {
  const closing = body.charAt(at);
  if (closing !== "}" && closing !== "]") return null;
  let before = at - 1;
  while (before >= 0 && " \t\n\r".includes(body.charAt(before))) before--;
  return body.charAt(before) === ","
    ? { at: before, reason: `this comma before ${closing} is one too many` }
    : null;
}
