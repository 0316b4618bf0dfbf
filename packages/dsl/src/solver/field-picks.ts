import { addAll } from "../incremental/long-lists.js";
import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { isBeyond } from "../plan/relations/number-relations.js";
import { isMetBy } from "../plan/relations/text-relations.js";
import type { WantedPick } from "../synthesis/wanted-body.js";
import { foldText } from "../text/case-folding.js";
import type { DecidedAtom, FieldDemand, Met } from "./demands.js";
import { findPickedText } from "./pick-text.js";
import type { Work } from "./work.js";

/**
 * What a field could pick such that all is as it is decided about it, should nothing else be asked of the body: nothing at all
 * where that is enough. Where it says that there is nothing, that is certain.
 */
export function findPicks({ field, decided }: FieldDemand, work: Work): Met<readonly WantedPick[]> {
  const emptiness = decided.find(({ atom }) => atom.predicate.kind === "empty") ?? null;
  const tests = decided.filter((one) => one !== emptiness);
  if (emptiness?.holds === true) return blankPicks(field, decided, tests);
  const required = tests.filter(({ holds }) => holds);
  if (required.length === 0)
    return emptiness === null ? { kind: "met", value: [] } : filledPick(field, tests, emptiness, work);
  return field.picksOneAtMost
    ? textPick(field, tests, emptiness, work)
    : severalPicks(field, tests, emptiness, work);
}

/** Whether the field is one of values that need not have a text. */
function picksValues(field: DescribedField): boolean {
  return lastPartOf(field).kind === "json";
}

/** Whether what the field picks never has white space at its ends: that of values of JSON and of attributes is left. */
function picksTrimmed(field: DescribedField): boolean {
  const last = lastPartOf(field);
  return last.kind !== "json" && !(last.kind === "xml" && last.path.attribute !== null);
}

function lastPartOf(field: DescribedField): DescribedPart {
  return field.kind === "chain" ? (field.parts.at(-1) ?? field.parts[0]) : field;
}

/** All that is picked must be blank: there are few ways to be so. */
function blankPicks(
  field: DescribedField,
  decided: readonly DecidedAtom[],
  tests: readonly DecidedAtom[],
): Met<readonly WantedPick[]> {
  const empty: WantedPick = { kind: "text", text: "" };
  const values: readonly WantedPick[] = picksValues(field) ? [{ kind: "null" }] : [];
  const ways = [[], [empty], values, ...(field.picksOneAtMost ? [] : [[empty, ...values]])];
  const value = ways.find((picks) => tests.every(({ atom, holds }) => holds === picks.some(meeting(atom))));
  return value === undefined ? { kind: "none", because: decided } : { kind: "met", value };
}

function meeting({ predicate }: DecidedAtom["atom"]): (pick: WantedPick) => boolean {
  return (pick) => {
    if (pick.kind === "container" || pick.kind === "blank-container") return false;
    const text = pick.kind === "null" ? "null" : pick.text;
    if (predicate.kind === "text") return isMetBy(predicate, foldText(text));
    return predicate.kind === "number" && isBeyond(predicate, text);
  };
}

/** Something that is not blank, and for which none of the tests holds. */
function filledPick(
  field: DescribedField,
  tests: readonly DecidedAtom[],
  emptiness: DecidedAtom,
  work: Work,
): Met<readonly WantedPick[]> {
  const found = textPick(field, tests, emptiness, work);
  return found.kind !== "met" && picksValues(field) ? { kind: "met", value: [{ kind: "container" }] } : found;
}

/** One text, not an empty one where there must be something. */
function textPick(
  field: DescribedField,
  tests: readonly DecidedAtom[],
  emptiness: DecidedAtom | null,
  work: Work,
): Met<readonly WantedPick[]> {
  const kind = { isTrimmed: picksTrimmed(field), isFilled: emptiness !== null };
  const found = findPickedText(tests, kind, work);
  switch (found.kind) {
    case "met":
      return { kind: "met", value: [{ kind: "text", text: found.value }] };
    case "none":
      return emptiness === null ? found : { kind: "none", because: [...found.because, emptiness] };
    case "unknown":
      return found;
  }
}

/** Each test that must hold can do so for a text of its own; those that must not hold for none of them. */
function severalPicks(
  field: DescribedField,
  tests: readonly DecidedAtom[],
  emptiness: DecidedAtom | null,
  work: Work,
): Met<readonly WantedPick[]> {
  const excluded = tests.filter(({ holds }) => !holds);
  const picks: WantedPick[] = [];
  for (const one of tests) {
    if (!one.holds || picks.some(meeting(one.atom))) continue;
    const found = textPick(field, [one, ...excluded], null, work);
    if (found.kind !== "met") return found;
    addAll(picks, found.value);
  }
  const areAllBlank = picks.every((pick) => pick.kind === "text" && pick.text === "");
  if (emptiness === null || !areAllBlank) return { kind: "met", value: picks };
  const filled = filledPick(field, excluded, emptiness, work);
  return filled.kind === "met" ? { kind: "met", value: [...picks, ...filled.value] } : filled;
}
