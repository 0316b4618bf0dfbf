import type { Field, FieldPart, FileModel } from "@responses/dsl";
import { generalPath, memoized, partsOf } from "@responses/dsl/editor";

/** Rules that are looked at, at most: those behind them ask for the same fields. */
const MOST_RULES = 2000;

/**
 * The fields that a file's rules ask for, as `json $.path` (with `[*]` for all indexes), `xml //path` or `form name`; parts of
 * fields that read what others pick are among them.
 */
export const usedFieldsIn = memoized((file: FileModel): ReadonlySet<string> => {
  // The same few fields are asked for again and again.
  const fields = new Map<string, Field>();
  for (const model of file.models.slice(0, MOST_RULES)) {
    if (model.kind !== "rule" || model.condition.kind === "otherwise") continue;
    for (const { test } of model.condition.tests) {
      if (test.kind !== "status" && test.field !== null) fields.set(test.field.key, test.field);
    }
  }
  return new Set([...fields.values()].flatMap((field) => partsOf(field).map(writtenGenerally)));
});

function writtenGenerally(part: FieldPart): string {
  if (part.kind === "form") return `form ${part.name}`;
  return part.kind === "json" ? `json ${generalPath(part.written)}` : part.key;
}
