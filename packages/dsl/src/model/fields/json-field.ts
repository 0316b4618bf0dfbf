import { bareInWords, type Phrase, words } from "../../findings/phrase.js";
import { jsonFault, pickJson } from "../../runtime/json-field.js";
import type { BodyFault, Picked } from "../../runtime/picked.js";
import { foldText } from "../../text/case-folding.js";
import { type JsonPath, readJsonPath, writeJsonPath } from "../json-path.js";
import type { ReadableText } from "./field-base.js";
import { type Escapes, MOST_STEPS, type PartDescription } from "./field-description.js";
import { type PathField, PathFieldDescription, pathFieldsIn } from "./path-field.js";

/** `json "PATH"`: the values that a path leads to in a body that is JSON. */
export type JsonField = PathField<"json", JsonPath>;

export const lowerJsonField = pathFieldsIn<"json", JsonPath>({
  kind: "json",
  read: readJsonPath,
  write: writeJsonPath,
  none: [],
});

export function pickJsonField({ path }: JsonField, { body }: ReadableText): readonly Picked[] {
  return pickJson(body, path);
}

export class JsonFieldDescription
  extends PathFieldDescription<"json", JsonPath>
  implements PartDescription<"json", "pickJson">
{
  get call() {
    const path = this.path.map((segment) => ({ ...segment }));
    return { name: "pickJson", reads: "text", arguments: [path] } as const;
  }

  get form() {
    return { json: this.path.map(segmentForm) };
  }

  get neededTexts() {
    return this.path.flatMap((segment) => (segment.kind === "name" ? [foldText(segment.name)] : []));
  }

  /** A name in JSON can be written in escapes. */
  get escapes(): Escapes {
    return "json";
  }

  /** A string of JSON can be any text. */
  surelyCanPick(): boolean {
    return (
      this.path.length <= MOST_STEPS &&
      this.path.every((segment) => segment.kind !== "index" || Math.abs(segment.index) <= MOST_STEPS)
    );
  }

  get picksOneAtMost() {
    return this.path.every(({ kind }) => kind !== "all");
  }
}

/** `the field $.result`. */
export function jsonFieldInWords({ path, written }: JsonField): readonly Phrase[] {
  const several = path.some(({ kind }) => kind === "all");
  return [words(several ? "the fields " : "the field "), bareInWords(written)];
}

/** A member's name, an element's index, or null for all. */
function segmentForm(segment: JsonPath[number]): string | number | null {
  switch (segment.kind) {
    case "name":
      return segment.name;
    case "index":
      return segment.index;
    case "all":
      return null;
  }
}

/** Why a body cannot be read as JSON, in the words of a person who looks at it; null if it can. */
export function faultOfJson(body: string): BodyFault | null {
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
    ? { at: before, reason: `there is one comma too many before ${closing}` }
    : null;
}
