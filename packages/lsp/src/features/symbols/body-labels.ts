import { createMatcher, type Field, type Rule, type Statement } from "@responses/dsl";
import { labelOf, subjectOf } from "@responses/dsl/editor";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";

/**
 * The examples of a file that get a label out of the response's body, not from a rule that writes it, and the fields it
 * comes from. No example of a mapping that cannot be run.
 */
export function examplesLabelledByBody(
  label: string,
  { linked }: MappingDocument,
): ReadonlyMap<Statement, Field> {
  const found = new Map<Statement, Field>();
  if (linked.kind === "refused" || !linked.mapping.rules.some(takesLabelFromBody)) return found;
  const { mapping } = linked;
  const examples = mapping.examples.filter(
    ({ model: { verdict } }) => verdict.outcome !== "unmapped" && verdict.label === label,
  );
  if (examples.length === 0) return found;
  const matcher = createMatcher(mapping);
  for (const { model, statement } of examples) {
    const { rule } = matcher.decide(model);
    if (rule?.model.label.kind !== "field") continue;
    const picked = labelOf({ ...rule.model.label, fallback: null }, subjectOf(model));
    if (picked === label) found.set(statement, rule.model.label.field);
  }
  return found;
}

function takesLabelFromBody({ model }: Rule): boolean {
  return model.label.kind === "field";
}
