import type { Field, FieldPart, StatementModel } from "@responses/dsl";
import { counted, partsOf } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { byteLength } from "../presentation/bounded-text.js";
import { placeOfExample } from "../presentation/example-words.js";
import { excerpt } from "../presentation/excerpt.js";
import { pickedSoFar, showParts } from "../presentation/picked-so-far.js";
import { type Block, code, line, words, written } from "../presentation/preview-text.js";

/** Examples with a line of their own at most, and what a line may take: the rest of the preview follows. */
const MOST_LINES = 3;
const LINE_BYTES = 90;

/**
 * The part of a field of several parts at an offset of the statement, behind those before it; none for other places. A field of
 * one part says with its test what it picks.
 */
export function partsUpTo(model: StatementModel, offset: number): readonly FieldPart[] {
  for (const field of fieldsOf(model)) {
    const parts = partsOf(field);
    const index = parts.findIndex(({ span }) => span.from <= offset && offset < span.to);
    if (index >= 0 && parts.length > 1) return parts.slice(0, index + 1);
  }
  return [];
}

function* fieldsOf(model: StatementModel): Iterable<Field> {
  if (model.kind === "capture") yield model.field;
  if (model.kind !== "rule") return;
  if (model.label.kind === "field") yield model.label.field;
  if (model.condition.kind === "otherwise") return;
  for (const { test } of model.condition.tests)
    if (test.kind !== "status" && test.field !== null) yield test.field;
}

/** What these parts pick from a few of the file's examples, in order. */
export function fieldPartPreview(
  parts: readonly FieldPart[],
  usable: UsableMapping | null,
): readonly Block[] {
  if (parts.length === 0 || usable === null || usable.run.results.length === 0) return [];
  const { found, looked, leftOut } = pickedSoFar(parts, usable.run.results, ({ example }) => example.model);
  const said = found.length === 0 ? " picks no text from " : ` picks from ${found.length} of `;
  const lines = found.slice(0, MOST_LINES).map(({ of, text }) => {
    const start = `${placeOfExample(of.example, usable)}: `;
    return start + (text === "" ? '""' : excerpt(text, null, LINE_BYTES - byteLength(start)));
  });
  const unread = leftOut === 0 ? "" : ` (${leftOut} more with long bodies not looked into)`;
  return [
    line([written(showParts(parts)), words(`${said}${counted(looked, "example")}${unread}`)], 300),
    ...code(lines),
  ];
}
