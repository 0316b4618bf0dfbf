import type { PlanRange } from "../plan/predicate.js";
import type { AskedTest } from "../plan/relations/condition-relations.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import type { WantedField } from "../synthesis/wanted-body.js";
import type { WantedResponse } from "./question.js";
import { isInRanges, USUAL_STATUSES } from "./status-sets.js";
import { naturalText, type SingleText, singleText } from "./texts/single-text.js";

/**
 * The response that the tests ask for at first sight: the first text of every test that must hold, and nothing for the others.
 * Most conditions are met by it, so that nothing has to be searched. Whether it is right shows when it is made.
 *
 * @returns null where two tests ask something of one field, or of the whole body and a part of it, or a number is asked for: that
 * takes a search
 */
export function plainWish(tests: readonly AskedTest[]): WantedResponse | null {
  const status = plainStatus(
    tests.flatMap(({ predicate, negated }) =>
      predicate.kind === "status" ? [{ ranges: predicate.ranges, negated }] : [],
    ),
  );
  if (status === undefined) return null;
  const onBody: SingleText[] = [];
  const fields = new Map<string, WantedField>();
  for (const { predicate, negated } of tests) {
    if (negated || predicate.kind === "status") continue;
    if (predicate.kind === "number") return null;
    const { field } = predicate;
    if (field !== null && fields.has(field.key)) return null;
    if (predicate.kind === "empty") fields.set(predicate.field.key, { field: predicate.field, picks: [] });
    else {
      const [first] = predicate.texts;
      if (first === undefined) return null;
      const one = singleText(predicate, first);
      if (field === null) onBody.push(one);
      else fields.set(field.key, { field, picks: [{ kind: "text", text: naturalText(one) }] });
    }
  }
  if (onBody.length > 1 && onBody.some(({ how }) => VOCABULARY[how].matchesWholeSubject)) return null;
  const text = onBody.map((one) => naturalText(one)).join(" ");
  return { status, body: { text, required: onBody }, fields: [...fields.values()] };
}

/** A test of the status. */
interface AskedStatus {
  readonly ranges: readonly PlanRange[];
  readonly negated: boolean;
}

/** A status for which all tests of the status are as they must be: a usual one, or the first of a range; undefined for none of these. */
export function plainStatus(asked: readonly AskedStatus[]): number | null | undefined {
  if (asked.length === 0) return USUAL_STATUSES[0];
  const isRight = (status: number | null): boolean =>
    asked.every(({ ranges, negated }) => isInRanges(status, ranges) !== negated);
  const usual = USUAL_STATUSES.find(isRight);
  if (usual !== undefined) return usual;
  const firsts = asked.flatMap(({ ranges, negated }) => (negated ? [] : ranges.map(({ first }) => first)));
  return [...firsts, null].find(isRight);
}
