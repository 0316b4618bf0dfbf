import type { LocalFinding } from "../../findings/finding.js";
import { bareInWords, type Phrase, words } from "../../findings/phrase.js";
import { jsonFault, pickJson } from "../../runtime/json-field.js";
import type { BodyFault, Picked } from "../../runtime/picked.js";
import { plainText } from "../../syntax/text-literal.js";
import type { FieldPartNode } from "../../syntax/tree.js";
import { foldText } from "../../text/case-folding.js";
import { type JsonPath, readJsonPath, writeJsonPath } from "../json-path.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import { MOST_STEPS, type PartDescription } from "./field-description.js";
import { lowerPath } from "./lowered-path.js";

/** `json "PATH"`: the values that a path leads to in a body that is JSON. */
export interface JsonField extends FieldBase {
  readonly kind: "json";
  readonly path: JsonPath;
  /** The path as the file has it. */
  readonly written: string;
}

export function lowerJsonField(
  { path: node, span }: Extract<FieldPartNode, { kind: "json" }>,
  findings: LocalFinding[],
): JsonField {
  const written = plainText(node.pieces);
  const path = lowerPath("json", node, written, readJsonPath(written), findings) ?? [];
  const key = `json ${writeJsonPath(path)}`;
  return { kind: "json", path, written, key, span, textSpans: [node.span], nameSpan: node.span };
}

export function pickJsonField({ path }: JsonField, { body }: ReadableText): readonly Picked[] {
  return pickJson(body, path);
}

export class JsonFieldDescription implements PartDescription<"json", "pickJson"> {
  readonly kind = "json";
  readonly key: string;
  readonly path: JsonPath;

  constructor({ key, path }: JsonField) {
    this.key = key;
    this.path = path;
  }

  get call() {
    const path = this.path.map((segment) => ({ ...segment }));
    return { name: "pickJson", reads: "text", arguments: [path] } as const;
  }

  get form() {
    return { json: this.path.map(segmentForm) };
  }

  get searchedTexts() {
    return [];
  }

  get neededTexts() {
    return this.path.flatMap((segment) => (segment.kind === "name" ? [foldText(segment.name)] : []));
  }

  /** A name in JSON can be written in escapes. */
  get escapeMark() {
    return "\\";
  }

  readonly noun = "field";
  readonly format = "json";

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
    ? { at: before, reason: `this comma before ${closing} is one too many` }
    : null;
}
