import type { Subject } from "../matching/subject.js";
import { type Field, partsOf } from "../model/field.js";
import { type FieldPart, faultForParts, pickFieldPart } from "../model/field-part.js";
import { InnerText } from "../model/fields/inner-text.js";
import { innerBodyOf } from "../runtime/inner-body.js";
import type { BodyFault, Picked } from "../runtime/picked.js";

/** The part of a field that picks nothing of what it reads, so that the whole field picks nothing. */
export interface MissingPart {
  readonly part: FieldPart;
  /** Which part that is, from 1. */
  readonly number: number;
  /** The part before it, the first text that it read, and what it picked of all; null where the body itself is read. */
  readonly outer: {
    readonly part: FieldPart;
    readonly text: string;
    readonly picked: readonly Picked[];
  } | null;
  /** The first text that it reads; null where the part before it picked nothing that is read. */
  readonly text: string | null;
  /** Why that text cannot be read at all; null if it can. */
  readonly fault: BodyFault | null;
}

/** Which part of a field that picks nothing of a body is the first to do so. */
export function missingPartOf(field: Field, subject: Subject): MissingPart {
  const parts = partsOf(field);
  let [missing] = parts;
  let outer: MissingPart["outer"] = null;
  let texts: readonly string[] = [subject.body];
  // That the last part picks nothing, if all before it pick something, is known.
  for (const next of parts.slice(1)) {
    const picked = texts.flatMap((text) => pickFieldPart(missing, new InnerText(text)));
    if (picked.length === 0) break;
    outer = { part: missing, text: texts[0] ?? "", picked };
    texts = picked.flatMap((found) => innerBodyOf(found) ?? []);
    missing = next;
  }
  const text = texts[0] ?? null;
  return {
    part: missing,
    number: parts.indexOf(missing) + 1,
    outer,
    text,
    fault: faultIn(text, missing, outer, subject),
  };
}

/** The fault of the body is known for all fields that read it. */
function faultIn(
  text: string | null,
  { kind }: FieldPart,
  outer: MissingPart["outer"],
  subject: Subject,
): BodyFault | null {
  if (outer === null) return subject.faultFor(kind);
  return text === null ? null : faultForParts(kind, text);
}
