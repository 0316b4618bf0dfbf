import type { Field } from "../model/field.js";
import { lowerStatement } from "../model/lower.js";
import { parse } from "../syntax/parse.js";

/** The field that a file would write so; null where the text is none. */
export function readField(written: string): Field | null {
  const [statement, ...others] = parse(`capture field from ${written}`).statements;
  if (statement === undefined || others.length > 0) return null;
  const { model, findings } = lowerStatement(statement.syntax);
  return model.kind === "capture" && findings.length === 0 ? model.field : null;
}
