import type { DescribedField } from "../model/field.js";
import type { EmptyPredicate, NumberPredicate, StatusPredicate } from "../plan/predicate.js";
import type { SingleText } from "./texts/single-text.js";

/** A predicate that a search decides on by itself: about one text at most. */
export type AtomPredicate = StatusPredicate | SingleText | NumberPredicate | EmptyPredicate;

/** The field whose picks it is about; null for the body and the status. */
export function fieldOf(predicate: AtomPredicate): DescribedField | null {
  return predicate.kind === "status" ? null : predicate.field;
}
