import { readField } from "../../bodies/read-field.js";
import { type DescribedField, describeField, type Field } from "../../model/field.js";
import { type DescribedPart, describeFieldPart, type FieldPartKind } from "../../model/field-part.js";
import { ChainFieldDescription } from "../../model/fields/chain-field.js";
import { bodiesFor } from "../../synthesis/bodies-for.js";
import type { WantedField } from "../../synthesis/wanted-body.js";

/**
 * The simplest body in which a field has a text, and, unless `status` is null, a status stands beside it; null where there is
 * none, and beside what is cut out of a text.
 */
export function bodyWithField(field: Field, text: string, status: string | null): string | null {
  const described = describeField(field);
  const fields = [wantedText(described, text)];
  if (status !== null) {
    const beside = statusBeside(described);
    if (beside === null) return null;
    fields.unshift(wantedText(beside, status));
  }
  const [body] = bodiesFor({ fields, texts: [] }, []);
  return body ?? null;
}

function wantedText(field: DescribedField, text: string): WantedField {
  return { field, picks: [{ kind: "text", text }] };
}

/** The field that has the status in a body that the field is in, or in the body inside it. */
function statusBeside(field: DescribedField): DescribedField | null {
  const parts = field.kind === "chain" ? field.parts : [field];
  const status = statusPart(parts.at(-1) ?? parts[0]);
  if (status === null) return null;
  const [first, second, ...others] = [...parts.slice(0, -1), status];
  return first === undefined || second === undefined
    ? status
    : new ChainFieldDescription([first, second, ...others]);
}

/** Null for parts that are cut out of a text: nothing has a name there. */
function statusPart({ kind }: DescribedPart): DescribedPart | null {
  const written = STATUS_FIELDS.get(kind);
  const field = written === undefined ? null : readField(written);
  return field === null || field.kind === "chain" ? null : describeFieldPart(field);
}

const STATUS_FIELDS: ReadonlyMap<FieldPartKind, string> = new Map([
  ["json", 'json "$.status"'],
  ["xml", 'xml "//status"'],
  ["form", 'form "status"'],
]);
