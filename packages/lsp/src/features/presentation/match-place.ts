import type { Evidence, Rule } from "@responses/dsl";
import { firstNonBlank, type Subject, traceRule } from "@responses/dsl/editor";
import { isTooMuch } from "./example-subjects.js";
import { type BodyPlace, excerpt } from "./excerpt.js";

/** What of a rule is of interest: the test of that number, the field that gives the label, or the rule as a whole. */
export type Focus = number | "label" | null;

/** Where in a response a rule matched. */
export type MatchPlace =
  | { readonly kind: "body"; readonly place: BodyPlace }
  | { readonly kind: "status"; readonly status: number }
  /** It matched by what is not there, or no place can be told. */
  | { readonly kind: "nowhere" };

const NOWHERE: MatchPlace = { kind: "nowhere" };

/**
 * Where a rule that matches a response matched: what is of interest in it if that tells a place, else the first test that
 * does.
 */
export function matchPlaceOf(rule: Rule, subject: Subject, focus: Focus): MatchPlace {
  if (isTooMuch(rule.model, subject)) return NOWHERE;
  const { tests } = traceRule(rule, subject);
  const focused =
    focus === "label" ? labelPlace(rule, subject) : placeOfEvidence(tests[focus ?? -1]?.evidence);
  if (focused.kind !== "nowhere") return focused;
  const places = tests.filter(({ test }) => !test.negated).map(({ evidence }) => placeOfEvidence(evidence));
  return (
    places.find(({ kind }) => kind === "body") ?? places.find(({ kind }) => kind === "status") ?? NOWHERE
  );
}

/** Where the label comes from. */
function labelPlace({ model: { label } }: Rule, subject: Subject): MatchPlace {
  if (label.kind !== "field") return NOWHERE;
  const picked = firstNonBlank(subject.pick(label.field));
  return picked === null ? NOWHERE : { kind: "body", place: picked };
}

function placeOfEvidence(evidence: Evidence | undefined): MatchPlace {
  if (evidence === undefined) return NOWHERE;
  switch (evidence.kind) {
    case "found":
    case "number":
      return { kind: "body", place: evidence.place };
    case "picked": {
      const [value] = evidence.values;
      return value === undefined ? NOWHERE : { kind: "body", place: value };
    }
    case "status":
      return evidence.status === null ? NOWHERE : { kind: "status", status: evidence.status };
    case "not-in-body":
    case "nothing-picked":
      return NOWHERE;
  }
}

/** The match and what stands around it, on one line; `bytes` is its length at most. */
export function showMatch(body: string, place: MatchPlace, bytes: number): string {
  switch (place.kind) {
    case "body":
      return excerpt(body, place.place, bytes);
    case "status": {
      const status = `‹${place.status}› `;
      return status + excerpt(body, null, bytes - status.length - 4);
    }
    case "nowhere":
      return excerpt(body, null, bytes);
  }
}
