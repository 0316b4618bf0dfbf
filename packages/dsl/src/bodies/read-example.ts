import { memoized } from "../incremental/memoized.js";
import type { Subject } from "../matching/subject.js";
import type { ExampleModel } from "../model/mapping.js";
import { foldText } from "../text/case-folding.js";
import type { BodyField } from "./body-fields.js";
import { type BodyName, namesOfForm, namesOfJson, namesOfLines, namesOfXml } from "./body-names.js";
import { jsonOutlineOf, kindOfExample, LONGEST_READ } from "./example-outline.js";
import { subjectOf } from "./example-subject.js";
import { looksLikeForm } from "./form-outline.js";
import { innerBodiesOf } from "./inner-bodies.js";
import { fieldsOfBody } from "./inner-fields.js";
import { outlineLines } from "./line-outline.js";

/** An example in whose body fields can be picked, and what stands in it. */
export interface ReadExample {
  readonly example: ExampleModel;
  readonly subject: Subject;
  /** What the body is as a whole; `inner` where another body stands in it. */
  readonly kind: "json" | "xml" | "form" | "lines" | "inner";
  /** The body with its case folded. */
  readonly folded: string;
  /** In the body's order; none lies within another. */
  readonly names: readonly FoundName[];
  readonly fields: readonly FoundField[];
}

/** A text of an example's body, and the field that leads to it. */
export interface FoundField {
  readonly in: ReadExample;
  readonly field: BodyField;
  /** The text with its case folded. */
  readonly key: string;
}

/** A name in an example's body. */
export interface FoundName extends BodyName {
  readonly in: ReadExample;
}

/**
 * What stands in an example's body; null for one that is neither JSON nor XML, nor a form, nor lines of
 * names and values, and has none of these inside.
 */
export const readExample = memoized((example: ExampleModel): ReadExample | null => {
  if (example.body.length > LONGEST_READ) return null;
  const known = namesOf(example);
  if (known === null) return null;
  const subject = subjectOf(example);
  const names: FoundName[] = [];
  const fields: FoundField[] = [];
  const read: ReadExample = { example, subject, kind: known.kind, folded: subject.foldedBody, names, fields };
  for (const name of known.names) names.push({ ...name, in: read });
  for (const field of fieldsOfBody(subject)) fields.push({ in: read, field, key: foldText(field.text) });
  return read;
});

function namesOf(
  example: ExampleModel,
): { readonly kind: ReadExample["kind"]; readonly names: readonly BodyName[] } | null {
  const { body } = subjectOf(example);
  switch (kindOfExample(example)) {
    case "json": {
      const outline = jsonOutlineOf(example);
      if (outline === null) return withInnerBody(example);
      return { kind: "json", names: namesOfJson(outline.members) };
    }
    case "xml": {
      const names = namesOfXml(body);
      return names === null ? withInnerBody(example) : { kind: "xml", names };
    }
    case "text":
      if (looksLikeForm(body)) return { kind: "form", names: namesOfForm(body) };
      if (outlineLines(body).length > 0) return { kind: "lines", names: namesOfLines(body) };
      return withInnerBody(example);
    case "html":
      return withInnerBody(example);
    case "empty":
      return null;
  }
}

function withInnerBody(
  example: ExampleModel,
): { readonly kind: "inner"; readonly names: readonly [] } | null {
  return innerBodiesOf(subjectOf(example)).length > 0 ? { kind: "inner", names: [] } : null;
}
