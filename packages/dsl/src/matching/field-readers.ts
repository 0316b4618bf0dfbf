import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { pickBetween } from "../runtime/between-field.js";
import { pickForm } from "../runtime/form-field.js";
import { pickChained } from "../runtime/inner-body.js";
import { pickJson } from "../runtime/json-field.js";
import { type JudgedResponse, pickedOf } from "../runtime/judged-response.js";
import type { Picked } from "../runtime/picked.js";
import type { LetterVariants } from "../runtime/searched-text.js";
import { pickSplit } from "../runtime/split-field.js";
import { foldWith } from "../runtime/text-matching.js";
import { pickXml } from "../runtime/xml-field.js";

/** What one of a mapping's fields picks of a response. */
type FieldReader = (response: JudgedResponse) => readonly Picked[];

/** A text that a part reads. */
interface ReadText {
  text(): string;
  folded(): string;
}

/** For each of the fields what reads it: the calls of the runtime that a compiled module makes. */
export function fieldReaders(
  fields: readonly DescribedField[],
  variants: LetterVariants,
): readonly FieldReader[] {
  const numbers = new Map(fields.map(({ key }, number) => [key, number]));
  return fields.map((field): FieldReader => {
    if (field.kind !== "chain") return partReader(field);
    const [first, ...others] = field.parts;
    const known = numbers.get(first.key);
    const readFirst: FieldReader =
      known === undefined ? partReader(first) : (response) => pickedOf(response, known);
    const readOthers = others.map(partReader).map((read) => (text: string) => {
      return read({ text: () => text, folded: () => foldWith(text, variants) });
    });
    return (response) => pickChained(readFirst(response), readOthers);
  });
}

function partReader({ call }: DescribedPart): (text: ReadText) => readonly Picked[] {
  switch (call.name) {
    case "pickJson":
      return (read) => pickJson(read.text(), ...call.arguments);
    case "pickXml":
      return (read) => pickXml(read.text(), ...call.arguments);
    case "pickForm":
      return (read) => pickForm(read.text(), ...call.arguments);
    case "pickSplit":
      return (read) => pickSplit(read.folded(), read.text(), ...call.arguments);
    case "pickBetween":
      return (read) => pickBetween(read.folded(), read.text(), ...call.arguments);
  }
}
