import { verdictOf } from "../matching/interpret.js";
import type { Response } from "../matching/response.js";
import { Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import type { Mapping, Rule } from "../model/mapping.js";
import { AskedRules } from "../reachability/asked-rules.js";

/** A verdict and the deciding rule's place among the mapping's rules, from 0; null where no rule holds. */
export interface PlacedVerdict {
  readonly place: number | null;
  readonly verdict: Verdict;
}

/** One of two mappings that are compared: its rules, to be asked, and the verdicts that it gives. */
export class ComparedMapping {
  readonly mapping: Mapping;
  readonly asked: AskedRules;

  constructor(mapping: Mapping) {
    this.mapping = mapping;
    this.asked = new AskedRules(mapping.rules.map(({ model }) => model));
  }

  decide(response: Response): PlacedVerdict {
    const subject = new Subject(response);
    const place = this.asked.decider(subject);
    const deciding = this.ruleAt(place)?.model ?? null;
    return { place, verdict: verdictOf(deciding, this.mapping.captures, subject) };
  }

  ruleAt(place: number | null): Rule | null {
    return place === null ? null : (this.mapping.rules[place] ?? null);
  }
}
