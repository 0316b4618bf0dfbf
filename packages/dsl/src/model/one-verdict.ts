import { memoized } from "../incremental/memoized.js";
import type { Label, RuleModel } from "./mapping.js";

/** Whether both rules give one outcome and one label to whatever they decide, each for itself. */
export function giveOneVerdict(one: RuleModel, other: RuleModel): boolean {
  return verdictKeyOf(one) === verdictKeyOf(other);
}

/** The key of what a rule gives, for whoever compares it again and again. */
const verdictKeyOf = memoized(givenBy);

/** Equal for rules that give one outcome and one label. */
export function givenBy({ outcome, label }: RuleModel): string {
  return `${outcome} ${keyOfLabel(label)}`;
}

function keyOfLabel(label: Label): string {
  switch (label.kind) {
    case "none":
      return "none";
    case "fixed":
      return `fixed ${label.text}`;
    case "field":
      return `field ${label.field.key} or ${JSON.stringify(label.fallback)}`;
  }
}
