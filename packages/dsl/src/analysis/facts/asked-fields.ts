import type { Field } from "../../model/field.js";
import type { Capture, CaptureModel, Located, Mapping, Rule, RuleModel } from "../../model/mapping.js";
import { fieldsOfRule } from "../../model/rule-parts.js";

/** A field, and the rule or capture that asks for it. */
export interface AskedField {
  readonly field: Field;
  readonly by: Rule | Capture;
}

/** All fields that a mapping's rules and captures ask for, those of included files among them. */
export function askedFields({ rules, captures }: Mapping): readonly AskedField[] {
  return [...rules, ...captures].flatMap((by) => fieldsOf(by.model).map((field) => ({ field, by })));
}

/** The text of the statement that asks. */
export function sourceOf({ statement }: Located<unknown>): string {
  return statement.syntax.text;
}

function fieldsOf(model: RuleModel | CaptureModel): readonly Field[] {
  return model.kind === "rule" ? fieldsOfRule(model) : [model.field];
}
