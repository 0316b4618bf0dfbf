import type { Mapping, Rule } from "../model/mapping.js";
import type { Decision } from "./decision.js";
import { ExecutedMapping } from "./executed-mapping.js";
import type { Response } from "./response.js";
import { Subject } from "./subject.js";
import { FOR_A_RESPONSE, TriedMapping } from "./tried-mapping.js";
import type { Verdict } from "./verdict.js";

/** A mapping ready to be run. */
export interface Matcher {
  /** The verdict on a response; equal ones may be one object, which is frozen then. Never throws. */
  match(response: Response): Verdict;
  /** The verdict, and the rule that decided. */
  decide(response: Response): Decision;
  /** All rules that hold for the response, in their order; the first decides. */
  holding(response: Response): readonly Rule[];
}

/**
 * To make an execution plan takes as long as to try the rules on bodies of so many characters, and so many more for each rule:
 * beyond 64 rules an index leaves out most of them, and what trying takes hardly grows with their number.
 */
const EXECUTION_PAYS_AFTER = 50_000;
const AND_FOR_EACH_RULE = 1_000;

/**
 * Makes a mapping ready to be run: rules are tried from top to bottom, and the first whose condition holds decides
 * (docs/language.md). The first responses are tried rule by rule; if there are many, the others follow an execution plan, as
 * in a compiled module.
 */
export function createMatcher(mapping: Mapping): Matcher {
  const tried = new TriedMapping(mapping);
  const paysAfter = EXECUTION_PAYS_AFTER + AND_FOR_EACH_RULE * mapping.rules.length;
  let executed: ExecutedMapping | null = null;

  function decide(response: Response): Decision {
    if (executed !== null) return executed.decide(response);
    const subject = new Subject(response);
    if (tried.tried + FOR_A_RESPONSE + subject.body.length < paysAfter) return tried.decide(subject);
    executed = new ExecutedMapping(mapping);
    return executed.decide(response);
  }

  return {
    match: (response) => decide(response).verdict,
    decide,
    holding: (response) => tried.holding(new Subject(response)),
  };
}
