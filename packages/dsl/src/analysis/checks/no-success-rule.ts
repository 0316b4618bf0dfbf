import type { NoSuccess } from "../../findings/catalogue/no-success-rule.js";
import type { Mapping, Rule } from "../../model/mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";

export const checkNoSuccessRule = checkOfMapping(function* ({ mapping }) {
  const { file, system, examples } = mapping;
  const [first] = file.tree.statements;
  if (first === undefined || (system === null && examples.length === 0)) return;
  const otherwise = mapping.rules.find(({ model }) => model.condition.kind === "otherwise");
  const reached = otherwise === undefined ? mapping.rules : upTo(mapping, otherwise);
  if (reached.some(isSuccess)) return;
  const parameters: NoSuccess =
    otherwise === undefined || !mapping.rules.some(isSuccess)
      ? { kind: "none" }
      : { kind: "below-otherwise", otherwise: linePlace(otherwise, file) };
  const related =
    otherwise === undefined || parameters.kind === "none"
      ? []
      : [relatedPlace(otherwise, otherwise.model.condition.span, "this takes every response that is left")];
  const place = { model: null, statement: first, file };
  yield findingAt({ name: "no-success-rule", parameters }, place, first.syntax.span, { related });
});

function isSuccess({ model }: Rule): boolean {
  return model.outcome === "success";
}

function upTo({ rules }: Mapping, last: Rule): readonly Rule[] {
  return rules.slice(0, rules.indexOf(last) + 1);
}
