import type { NoSuccess } from "../../findings/catalogue/no-success-rule.js";
import { located } from "../../model/link.js";
import type { Mapping, Rule } from "../../model/mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";

export const checkNoSuccessRule = checkOfMapping(function* ({ mapping }) {
  const { file } = mapping;
  const [system] = located(file, "system");
  // A file without one may be there to be included by others.
  if (system === undefined) return;
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
  const place = { model: null, statement: system.statement, file };
  yield findingAt({ name: "no-success-rule", parameters }, place, system.statement.syntax.span, { related });
});

function isSuccess({ model }: Rule): boolean {
  return model.outcome === "success";
}

function upTo({ rules }: Mapping, last: Rule): readonly Rule[] {
  return rules.slice(0, rules.indexOf(last) + 1);
}
