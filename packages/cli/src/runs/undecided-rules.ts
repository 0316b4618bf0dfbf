import { type Mapping, type Rule, reachability } from "@responses/dsl";
import { reasonInWords } from "@responses/dsl/editor";

/** A rule of which it is not known whether it can ever decide, and why. */
export interface UndecidedRule {
  readonly rule: Rule;
  readonly reason: string;
}

/** The rules of a mapping's own file of which that is not known. */
export function undecidedRules(mapping: Mapping): readonly UndecidedRule[] {
  return reachability(mapping).flatMap((answer, place) => {
    const rule = mapping.rules[place];
    if (answer.kind !== "undecided" || rule === undefined || rule.file.path !== mapping.file.path) return [];
    return [{ rule, reason: reasonInWords(answer.reason) }];
  });
}
