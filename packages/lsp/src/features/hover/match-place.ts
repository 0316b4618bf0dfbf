import { type Evidence, type Rule, type RuleTrace, type Subject, traceRule } from "@responses/dsl";
import { isTooMuch } from "./example-subjects.js";
import { type BodyPlace, excerpt } from "./excerpt.js";

/** Where in a response a rule matched. */
export type MatchPlace =
  | { readonly kind: "body"; readonly place: BodyPlace }
  | { readonly kind: "status"; readonly status: number }
  /** It matched by what is not there, or no place can be told. */
  | { readonly kind: "nowhere" };

const NOWHERE: MatchPlace = { kind: "nowhere" };

/**
 * Where a rule that matches a response matched: what the test of that number met, else the first test that tells a place.
 */
export function matchPlaceOf(rule: Rule, subject: Subject, preferred: number | null): MatchPlace {
  if (isTooMuch(rule.model, subject)) return NOWHERE;
  const { tests }: RuleTrace = traceRule(rule, subject);
  const wanted = preferred === null ? undefined : tests[preferred];
  if (wanted !== undefined) {
    const place = placeOfEvidence(wanted.evidence);
    if (place.kind !== "nowhere") return place;
  }
  const places = tests.filter(({ test }) => !test.negated).map(({ evidence }) => placeOfEvidence(evidence));
  return (
    places.find(({ kind }) => kind === "body") ?? places.find(({ kind }) => kind === "status") ?? NOWHERE
  );
}

function placeOfEvidence(evidence: Evidence): MatchPlace {
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

/** The match and what stands around it, on one line of at most so many bytes. */
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
