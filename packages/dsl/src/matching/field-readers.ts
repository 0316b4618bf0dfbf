import { type FieldPaths, type FieldPlan, hasPass, searchesLetters } from "../execution/field-paths.js";
import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { pickBetween } from "../runtime/between-field.js";
import { betweenTexts } from "../runtime/between-texts.js";
import { type BodyPaths, bodyPaths } from "../runtime/body-pass.js";
import { pickForm } from "../runtime/form-field.js";
import { formNames } from "../runtime/form-names.js";
import { innerReader } from "../runtime/inner-body.js";
import { pickJson, pickJsonPaths } from "../runtime/json-field.js";
import { createJsonPass } from "../runtime/json-pass.js";
import { chainReader, type FieldReader, type JudgedResponse } from "../runtime/judged-response.js";
import type { Picked, PickedPart } from "../runtime/picked.js";
import type { LetterVariants } from "../runtime/searched-text.js";
import { pickSplit } from "../runtime/split-field.js";
import { foldWith } from "../runtime/text-matching.js";
import { pickXml, pickXmlPaths } from "../runtime/xml-field.js";
import { createXmlPass } from "../runtime/xml-pass.js";

/** A text that a part reads. */
interface ReadText {
  text(): string;
  folded(): string;
}

/** What reads paths of the body together. */
export function pathReaders(paths: FieldPaths, variants: LetterVariants): BodyPaths {
  switch (paths.kind) {
    case "json": {
      const make = paths.hasPass ? createJsonPass : null;
      return bodyPaths(
        make,
        pickJsonPaths,
        paths.parts.map(({ path }) => path),
      );
    }
    case "xml": {
      const make = paths.hasPass ? createXmlPass : null;
      return bodyPaths(
        make,
        pickXmlPaths,
        paths.parts.map(({ path }) => path),
      );
    }
    case "form":
      return formNames(paths.parts.map(({ name }) => name));
    case "between":
      return betweenTexts(
        paths.parts.map(({ call }) => call.arguments),
        variants,
      );
  }
}

/** For each of the fields what reads it: the calls of the runtime that a compiled module makes. */
export function fieldReaders(fields: readonly FieldPlan[], variants: LetterVariants): readonly FieldReader[] {
  const numbers = new Map(fields.map(({ field }, number) => [field.key, number]));
  return fields.map(({ field, place }): FieldReader => {
    if (place !== null) return { ...place, read: null };
    return { read: fieldReader(field, numbers, variants) };
  });
}

function fieldReader(
  field: DescribedField,
  numbers: ReadonlyMap<string, number>,
  variants: LetterVariants,
): (response: JudgedResponse) => readonly PickedPart[] {
  if (field.kind !== "chain") return partReader(field);
  const [first, ...others] = field.parts;
  const known = numbers.get(first.key) ?? -1;
  return chainReader(
    known,
    others.map((part) => partInside(part, variants)),
  );
}

/** What reads a part of a text that another part has picked. */
function partInside(part: DescribedPart, variants: LetterVariants): (text: string) => readonly PickedPart[] {
  if (part.kind === "json" && hasPass(part)) return innerReader(createJsonPass, pickJson, part.path);
  if (part.kind === "xml") return innerReader(createXmlPass, pickXml, part.path);
  const read = partReader(part);
  return (text) => read({ text: () => text, folded: () => foldWith(text, variants) });
}

function partReader(part: DescribedPart): (text: ReadText) => readonly Picked[] {
  const { call } = part;
  const inCase = (read: ReadText): string => (searchesLetters(part) ? read.folded() : read.text());
  switch (call.name) {
    case "pickJson":
      return (read) => pickJson(read.text(), ...call.arguments);
    case "pickXml":
      return (read) => pickXml(read.text(), ...call.arguments);
    case "pickForm":
      return (read) => pickForm(read.text(), ...call.arguments);
    case "pickSplit":
      return (read) => pickSplit(inCase(read), read.text(), ...call.arguments);
    case "pickBetween":
      return (read) => pickBetween(inCase(read), read.text(), ...call.arguments);
  }
}
