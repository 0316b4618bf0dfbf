import { subjectOf } from "../../bodies/example-subject.js";
import { fieldsOfBody } from "../../bodies/inner-fields.js";
import { readField } from "../../bodies/read-field.js";
import type { Subject } from "../../matching/subject.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { firstNonBlank } from "../../runtime/picked.js";
import { differentTexts } from "../facts/picked-values.js";

/** A field that picks one text of those that another picks. */
export interface OneOfSeveral {
  /** As a file writes it. */
  readonly written: string;
  readonly text: string;
}

/** Texts for which a field is looked for at most: nobody chooses from a longer list. */
const MOST_TEXTS = 3;

/** Elements of an array that are asked for by their number at most: behind the first ones nobody counts. */
const MOST_ELEMENTS = 10;

/** Fields tried for one text at most: each is read by every example. */
const MOST_TRIED = 24;

/**
 * Fields that pick, of an example in which a field picks several texts, one of the first of these and nothing else. Of all
 * other examples in which the field picks one text, they pick that, too, so nothing that is captured is lost.
 */
export function fieldsForOne(
  several: Field,
  example: ExampleModel,
  others: readonly ExampleModel[],
): readonly OneOfSeveral[] {
  const subject = subjectOf(example);
  const wanted = differentTexts(several, subject).slice(0, MOST_TEXTS);
  return wanted.flatMap((text) => {
    for (const written of candidates(text, subject)) {
      const field = readField(written);
      if (field === null || field.key === several.key) continue;
      if (isAll(differentTexts(field, subject), text) && areKept(several, field, others))
        return [{ written, text }];
    }
    return [];
  });
}

function isAll(texts: readonly string[], text: string): boolean {
  return texts.length === 1 && texts[0] === text;
}

/** Whether the new field picks of the examples what the old one does, where that is one text. */
function areKept(old: Field, field: Field, examples: readonly ExampleModel[]): boolean {
  return examples.every((example) => {
    const subject = subjectOf(example);
    const [only, second] = differentTexts(old, subject);
    if (only === undefined || second !== undefined) return true;
    return firstNonBlank(subject.pick(field))?.text === only;
  });
}

/** The fields of the body that have the text, as a file writes them; each element of an array by its number. */
function candidates(text: string, subject: Subject): readonly string[] {
  const written = fieldsOfBody(subject)
    .filter((field) => field.text === text)
    .flatMap((field) => withNumbers(field.written));
  return [...new Set(written)].slice(0, MOST_TRIED);
}

function withNumbers(written: string): readonly string[] {
  const last = written.lastIndexOf("[*]");
  if (last < 0) return [written];
  const before = written.slice(0, last).replaceAll("[*]", "[0]");
  const behind = written.slice(last + "[*]".length);
  return Array.from({ length: MOST_ELEMENTS }, (_, number) => `${before}[${number}]${behind}`);
}
