import type { SaidOfRule } from "@responses/testing/exact/said-of-rule";
import type { KnownRule } from "../../packages/dsl/src/reachability/known-reachability.js";
import type { Tally } from "./tally.js";

/** What the analysis says of a rule, as the oracles take it. */
export function saidOf({ answer }: KnownRule): SaidOfRule {
  return answer.kind === "unreachable" ? { ...answer, isFewest: answer.areFewest } : answer;
}

/** Counts what is said of a rule. */
export function countSaid({ answer }: KnownRule, tally: Tally): void {
  tally.add("rules");
  if (answer.kind !== "unreachable") {
    tally.add(answer.kind === "undecided" ? `undecided, ${answer.reason.kind}` : answer.kind);
    return;
  }
  tally.add(
    answer.blockers.length === 1 ? "unreachable because of one rule" : "unreachable because of several",
  );
  if (!answer.areFewest) tally.add("not proved fewest");
}
