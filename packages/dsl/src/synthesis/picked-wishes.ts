import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import type { ReadableText } from "../model/fields/field-base.js";
import { InnerText } from "../model/fields/inner-text.js";
import { pickBetween } from "../runtime/between-field.js";
import { pickForm } from "../runtime/form-field.js";
import { innerBodyOf } from "../runtime/inner-body.js";
import { pickJson } from "../runtime/json-field.js";
import type { Picked } from "../runtime/picked.js";
import { bodyTextOf } from "../runtime/response-parts.js";
import { pickSplit } from "../runtime/split-field.js";
import { pickXml } from "../runtime/xml-field.js";
import { foldText } from "../text/case-folding.js";
import { areSamePicks, type WantedBody, type WantedPick } from "./wanted-body.js";

/** What a described part picks of a text, by the runtime's readers. */
export function pickDescribedPart(
  { call }: DescribedPart,
  { body, foldedBody }: ReadableText,
): readonly Picked[] {
  switch (call.name) {
    case "pickJson":
      return pickJson(body, ...call.arguments);
    case "pickXml":
      return pickXml(body, ...call.arguments);
    case "pickForm":
      return pickForm(body, ...call.arguments);
    case "pickSplit":
      return pickSplit(foldedBody, body, ...call.arguments);
    case "pickBetween":
      return pickBetween(foldedBody, body, ...call.arguments);
  }
}

/** What a described field picks, as a wish says it. */
function wishesPicked(field: DescribedField, text: ReadableText): readonly WantedPick[] {
  if (field.kind !== "chain") return pickDescribedPart(field, text).map(wishOf);
  const [first, ...others] = field.parts;
  let picked = pickDescribedPart(first, text);
  for (const part of others) {
    picked = picked.flatMap((outer) => {
      const inner = innerBodyOf(outer);
      return inner === null ? [] : pickDescribedPart(part, new InnerText(inner));
    });
  }
  return picked.map(wishOf);
}

/** What a wish calls something that is picked. */
export function wishOf({ text, blank }: Pick<Picked, "text" | "blank">): WantedPick {
  if (text === null) return { kind: blank ? "blank-container" : "container" };
  return blank && text !== "" ? { kind: "null" } : { kind: "text", text };
}

/** Whether the body is as wished: every field picks just that, and it holds the texts. */
export function isAsWished({ fields, texts }: WantedBody, body: string): boolean {
  const read = new InnerText(bodyTextOf(body));
  return (
    textsMissing(texts, read).length === 0 &&
    fields.every(({ field, picks }) => areSamePicks(wishesPicked(field, read), picks))
  );
}

/** Those of the texts that the body does not hold, case ignored. */
export function textsMissing(
  texts: readonly string[],
  { foldedBody }: Pick<ReadableText, "foldedBody">,
): readonly string[] {
  return texts.filter((text) => !foldedBody.includes(foldText(text)));
}
