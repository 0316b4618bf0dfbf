import { formPieceIn } from "../../bodies/form-outline.js";
import { outlineJson } from "../../bodies/json-outline.js";
import { withoutEnds } from "../../text/trimmed.js";

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
  let members = withoutEnds(text, BEFORE_MEMBERS, "");
  for (let tried = 0; members !== "" && tried < MOST_BRACKETS; tried++) {
    const outline = outlineJson(`{${members}}`);
    if (outline !== null || !BEHIND_MEMBERS.includes(members.slice(-1))) return outline;
    members = members.slice(0, -1);
  }
  return null;
}

/** Signs at the end that are left out at most, one by one: a text with more of them is no piece of an answer. */
const MOST_BRACKETS = 20;

const BEFORE_MEMBERS = "{[, \t\r\n";
const BEHIND_MEMBERS = "}], \t\r\n";

/** The one string that a text is, brackets and commas around it left aside. */
export function readJsonStringText(text: string): string | null {
  const written = withoutEnds(text, BEFORE_MEMBERS, BEHIND_MEMBERS);
  return written.startsWith('"') ? (outlineJson(written)?.values[0]?.text ?? null) : null;
}
