import type { Rule } from "@responses/dsl";
import { regionOf } from "@responses/reporting";
import type { MappingOverlaps } from "../runs/overlap-run.js";
import type { UndecidedRule } from "../runs/undecided-rules.js";

/** The pairs of rules of one mapping that hold for one response, as data. */
export function overlapsAsJson({ file, pairs, undecided, left }: MappingOverlaps): object {
  return {
    file,
    pairs: pairs.map(({ upper, lower, witness, upperVerdict, lowerVerdict }) => ({
      upper: ruleAsJson(upper),
      lower: ruleAsJson(lower),
      witness,
      upperVerdict,
      lowerVerdict,
    })),
    undecided: undecided.map(({ upper, lower, reason }) => ({
      upper: ruleAsJson(upper),
      lower: ruleAsJson(lower),
      reason,
    })),
    left,
  };
}

/** A question about a rule that has no answer, as data. */
export function undecidedAsJson({ rule, question, reason }: UndecidedRule): object {
  return { ...ruleAsJson(rule), question, reason };
}

/** Where a rule stands: its condition. */
function ruleAsJson({ file, statement, model }: Rule): object {
  const { from, to } = model.condition.span;
  const span = { start: statement.start + from, end: statement.start + to };
  return { file: file.path, ...regionOf(file.tree.source, span) };
}
