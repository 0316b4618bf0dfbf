import { type FieldPaths, type FieldPlan, hasPass, searchesLetters } from "../execution/field-paths.js";
import type { DescribedPart } from "../model/field-part.js";
import { pickBetween } from "../runtime/between-field.js";
import { betweenTexts } from "../runtime/between-texts.js";
import { type BodyPaths, bodyPaths } from "../runtime/body-pass.js";
import { pickForm } from "../runtime/form-field.js";
import { formNames, pickFormNames } from "../runtime/form-names.js";
import { type InnerReader, innerReader, readerOfParts } from "../runtime/inner-body.js";
import { pickJson, pickJsonPaths } from "../runtime/json-field.js";
import { createJsonPass } from "../runtime/json-pass.js";
import { chainReader, type FieldReader } from "../runtime/judged-response.js";
import type { Picked } from "../runtime/picked.js";
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
    if (field.kind !== "chain") return { read: partReader(field) };
    const [first, ...others] = field.parts;
    const known = numbers.get(first.key) ?? -1;
    const inside = others.map((part) => partInside(part, variants));
    return { find: chainReader(known, inside), paths: null, read: null };
  });
}

/** What reads a part of a text that another part has picked. */
function partInside(part: DescribedPart, variants: LetterVariants): InnerReader {
  if (part.kind === "json")
    return innerReader(hasPass(part) ? createJsonPass : null, pickJsonPaths, part.path);
  if (part.kind === "xml") return innerReader(createXmlPass, pickXmlPaths, part.path);
  if (part.kind === "form") return innerReader(null, pickFormNames, part.name);
  const read = partReader(part);
  return readerOfParts((text) => read({ text: () => text, folded: () => foldWith(text, variants) }));
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
