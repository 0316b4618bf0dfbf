import type { WantedField } from "../synthesis/wanted-body.js";
import { fieldOf } from "./atom-predicate.js";
import type { DecidedAtom, FieldDemand, Met } from "./demands.js";
import { findPicks } from "./field-picks.js";
import { goesOnInside } from "./inner-paths.js";
import type { WantedResponse } from "./question.js";
import { findText } from "./texts/find-text.js";
import type { SingleText } from "./texts/single-text.js";
import type { Work } from "./work.js";

/** What is decided, tried on the body and on every field. */
export function wantedResponse(
  status: number | null,
  decided: readonly DecidedAtom[],
  work: Work,
): Met<WantedResponse> {
  const onBody: { readonly one: DecidedAtom; readonly text: SingleText }[] = [];
  const byField = new Map<string, FieldDemand & { readonly decided: DecidedAtom[] }>();
  for (const one of decided) {
    const { predicate } = one.atom;
    const field = fieldOf(predicate);
    if (field === null) {
      if (predicate.kind === "text") onBody.push({ one, text: predicate });
      continue;
    }
    const demand = byField.get(field.key) ?? { field, decided: [] };
    demand.decided.push(one);
    byField.set(field.key, demand);
  }
  const required = onBody.flatMap(({ one, text }) => (one.holds ? [text] : []));
  const excluded = onBody.flatMap(({ one, text }) => (one.holds ? [] : [text]));
  const body = findText({ required, excluded, isTrimmed: false, isFilled: false }, work);
  if (body.kind === "unknown") return body;
  if (body.kind === "none") {
    const because = onBody.filter(({ one, text }) =>
      (one.holds ? body.required : body.excluded).includes(text),
    );
    return { kind: "none", because: because.map(({ one }) => one) };
  }
  const fields: WantedField[] = [];
  for (const demand of byField.values()) {
    const picks = findPicks(demand, work);
    if (picks.kind !== "met") return picks;
    fields.push({ field: demand.field, picks: picks.value });
  }
  const value = {
    status,
    body: { text: body.text, required },
    fields: withContainers(fields, byField),
  };
  return { kind: "met", value };
}

/** What only has to be something is a value with others inside where a field picks one of those. */
function withContainers(
  fields: readonly WantedField[],
  demands: ReadonlyMap<string, FieldDemand>,
): readonly WantedField[] {
  return fields.map((wanted) => {
    const { field, picks } = wanted;
    const asksText = demands
      .get(field.key)
      ?.decided.some(({ atom, holds }) => holds && atom.predicate.kind !== "empty");
    if (picks.length === 0 || asksText !== false) return wanted;
    const isAround = fields.some((other) => other.picks.length > 0 && goesOnInside(other.field, field));
    return isAround ? { field, picks: [{ kind: "container" }] } : wanted;
  });
}
