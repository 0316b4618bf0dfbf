import { bodyKindOf } from "../../bodies/body-kind.js";
import { LARGEST_OUTLINED_BODY } from "../../bodies/body-outline.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { looksLikeForm } from "../../bodies/form-outline.js";
import { missingPartOf } from "../../explain/missing-part.js";
import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { FieldPart } from "../../model/field-part.js";
import type { JsonPath } from "../../model/json-path.js";
import type { ExampleModel } from "../../model/mapping.js";
import { pickJson } from "../../runtime/json-field.js";
import type { Picked } from "../../runtime/picked.js";
import { pickXml } from "../../runtime/xml-field.js";
import type { XmlPath } from "../../runtime/xml-steps.js";
import { foldText } from "../../text/case-folding.js";

/** A field that picks nothing of an example, though this has what such a field is asked of. */
export interface MissingField {
  readonly kind: "missing";
  /** Which part picks nothing, from 1, and the text that it reads. */
  readonly number: number;
  readonly text: string;
  /** How many steps of the part's path lead to something. */
  readonly reach: number;
  /** Whether there is room there for what is asked: null, an empty array, an array with fewer elements. */
  readonly isLeftEmpty: boolean;
}

/** Whether an example has a field; `other-form` where that cannot be expected of its body. */
export type FieldInExample = { readonly kind: "picked" } | { readonly kind: "other-form" } | MissingField;

const PICKED = { kind: "picked" } as const;
const OTHER_FORM = { kind: "other-form" } as const;

/** What is known of an example's fields, by their keys: of a few, since each edit of a path makes another. */
const knownOf = memoized((_: ExampleModel) => new Map<string, FieldInExample>());
const MOST_KNOWN = 64;

/** Whether the example has the field. Worked out once for all fields of one key. */
export function fieldIn(example: ExampleModel, field: Field): FieldInExample {
  const known = knownOf(example);
  let found = known.get(field.key);
  if (found === undefined) {
    if (known.size === MOST_KNOWN) known.clear();
    found = lookFor(example, field);
    known.set(field.key, found);
  }
  return found;
}

function lookFor(example: ExampleModel, field: Field): FieldInExample {
  const subject = subjectOf(example);
  const isPicked = subject.pick(field).length > 0;
  subject.forgetOldFields();
  if (isPicked) return PICKED;
  if (subject.body.length > LARGEST_OUTLINED_BODY) return OTHER_FORM;
  const { part, number, text, fault } = missingPartOf(field, subject);
  if (text === null || fault !== null || !isReadBy(part, text)) return OTHER_FORM;
  return { kind: "missing", number, text, ...reachOf(part, text) };
}

/** Whether the text is what such a part is written for: of a page that is XML by chance nobody asks elements. */
function isReadBy(part: FieldPart, text: string): boolean {
  switch (part.kind) {
    case "json":
    case "xml":
      return bodyKindOf(text) === part.kind;
    case "form":
      return looksLikeForm(text);
    case "split":
      return foldText(text).includes(part.separator.folded);
    case "between":
      return text.trim() !== "";
  }
}

/** How far the path of a part leads in a text, and whether that is where something else may stand another time. */
function reachOf(part: FieldPart, text: string): Pick<MissingField, "reach" | "isLeftEmpty"> {
  switch (part.kind) {
    case "json":
      return reachInJson(part.path, text);
    case "xml":
      return reachInXml(part.path, text);
    case "form":
    case "split":
    case "between":
      return NOWHERE;
  }
}

const NOWHERE = { reach: 0, isLeftEmpty: false } as const;

function reachInJson(path: JsonPath, text: string): Pick<MissingField, "reach" | "isLeftEmpty"> {
  for (let reach = path.length - 1; reach >= 0; reach--) {
    const picked = pickJson(text, path.slice(0, reach));
    if (picked.length === 0) continue;
    const isByNumber = path[reach]?.kind === "index";
    const hasRoom = ({ blank, start }: Picked): boolean => {
      const isList = text.charAt(start) === "[";
      // The answer {} as a whole says nothing of what stands in others.
      return blank ? isList || reach > 0 : isList && isByNumber;
    };
    return { reach, isLeftEmpty: picked.some(hasRoom) };
  }
  return NOWHERE;
}

function reachInXml(
  { steps, attribute }: XmlPath,
  text: string,
): Pick<MissingField, "reach" | "isLeftEmpty"> {
  const last = attribute === null ? steps.length - 1 : steps.length;
  for (let reach = last; reach > 0; reach--) {
    const picked = pickXml(text, { steps: steps.slice(0, reach), attribute: null });
    if (picked.length === 0) continue;
    // An element without content may have some another time, and none has attributes to be seen in that.
    return { reach, isLeftEmpty: reach < steps.length && picked.some(({ blank }) => blank) };
  }
  return NOWHERE;
}
