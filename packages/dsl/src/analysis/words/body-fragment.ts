import { formPieceIn } from "../../bodies/form-outline.js";
import { outlineJson } from "../../bodies/json-outline.js";

/** A name with its value, as a text has it: `"name": value` of JSON, or `name=value` of a form. */
export interface MemberText {
  readonly kind: "json" | "form";
  readonly name: string;
  /** Null where nothing is in it: `[]` and `{}`. */
  readonly value: string | null;
}

/**
 * The members of one object that a text is, brackets and commas around it left aside: `"code":-3,` has one, `"a":1,"b":[]`
 * two; or the one piece of a form that it is. None where it is anything else.
 */
export function readMembers(text: string): readonly MemberText[] {
  const outline = outlineOfMembers(text);
  if (outline === null) {
    const piece = formPieceIn(text);
    return piece === null ? [] : [{ kind: "form", name: piece.name, value: piece.text }];
  }
  const { members, values } = outline;
  const textAt = new Map(values.map(({ location, text: value }) => [location, value]));
  const places = new Set(members.map(({ location }) => location));
  const isFlat =
    members.every(({ location }) => location?.parent === null) &&
    values.every(({ location }) => places.has(location));
  return isFlat
    ? members.map(({ name, location }) => ({ kind: "json", name, value: textAt.get(location) ?? null }))
    : [];
}

/** What begins in the middle of an object and ends there is made whole; a bracket too much at the end is left out. */
function outlineOfMembers(text: string): ReturnType<typeof outlineJson> {
  let members = text.replace(/^[{[,\s]+/, "");
  for (;;) {
    const outline = members === "" ? null : outlineJson(`{${members}}`);
    if (outline !== null || !"}], \t\r\n".includes(members.slice(-1) || "x")) return outline;
    members = members.slice(0, -1);
  }
}

/** The one string that a text is, brackets and commas around it left aside. */
export function readJsonStringText(text: string): string | null {
  const written = text.replace(/^[{[,\s]+/, "").replace(/[}\],\s]+$/, "");
  return written.startsWith('"') ? (outlineJson(written)?.values[0]?.text ?? null) : null;
}
