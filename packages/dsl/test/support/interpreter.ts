import type { Decision, Mapping, Matcher, Response, Verdict } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
// Imports internals: what every way to run a mapping is compared with is the meaning itself, and nothing that is quicker.
import { ruleHolds, verdictOf } from "../../src/matching/interpret.js";

/** Runs a mapping as the language says: its rules are tried from top to bottom, and the first whose condition holds decides. */
export function interpreterOf({ rules, captures }: Mapping): Matcher {
  const decide = (response: Parameters<Matcher["decide"]>[0]): Decision => {
    const subject = new Subject(response);
    const rule = rules.find(({ model }) => ruleHolds(model, subject)) ?? null;
    return { rule, verdict: verdictOf(rule?.model ?? null, captures, subject) };
  };
  return {
    match: (response) => decide(response).verdict,
    decide,
    holding(response) {
      const subject = new Subject(response);
      return rules.filter(({ model }) => ruleHolds(model, subject));
    },
  };
}

/** The place of the rule that decides the response, or -1, and the verdict. */
export function meaningOf(
  mapping: Mapping,
  response: Response,
): { readonly index: number; readonly verdict: Verdict } {
  const { rule, verdict } = interpreterOf(mapping).decide(response);
  return { index: rule === null ? -1 : mapping.rules.indexOf(rule), verdict };
}
