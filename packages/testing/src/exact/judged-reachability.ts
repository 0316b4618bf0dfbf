import type { Mapping, Response, Verdict } from "@responses/dsl";
import type { ExactMapping } from "./exact-mapping.js";
import { contradiction, type SaidOfRule } from "./said-of-rule.js";

/** What a response means: the place of the rule that decides it, from 0, or -1 for none; and the verdict. */
export type Interpreter = (
  mapping: Mapping,
  response: Response,
) => { readonly index: number; readonly verdict: Verdict };

/**
 * What is wrong with what an analysis says of a mapping's rules, a sentence each.
 *
 * @param said of each rule, in their order
 * @param exact what is right; null where it is not known: then only witnesses are looked at
 */
export function wrongReachability(
  mapping: Mapping,
  said: readonly SaidOfRule[],
  exact: ExactMapping | null,
  interpret: Interpreter,
): readonly string[] {
  return said.flatMap((one, place) => {
    if (one.kind === "reachable" && interpret(mapping, one.witness).index !== place)
      return [`rule ${place} does not decide its witness ${JSON.stringify(one.witness)}`];
    const rule = exact?.rules[place];
    if (exact === null || rule === undefined) return [];
    const suffice = (blockers: readonly number[]): boolean => exact.suffice(blockers, place);
    const found = contradiction(one, { rule, suffice, isKnown: exact.isKnown });
    return found === null ? [] : [`rule ${place} ${found}`];
  });
}
