import {
  askedBy,
  type MappingPlan,
  type PlanCapture,
  type PlanLabel,
  type PlanRule,
} from "../plan/mapping-plan.js";
import type { PlanText } from "../plan/plan-text.js";
import type { Predicate, TextPredicate } from "../plan/predicate.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import { LANGUAGE_VERSION } from "./header.js";
import { writeJsonData } from "./string-literal.js";
import { type CompileTarget, type MappingOrigin, supportsAll } from "./target.js";

/**
 * The mapping as data, for whatever else wants to run it: `schemas/mapping.schema.json` describes the form. Texts are as
 * they were written, not case-folded; patterns are cut at their wildcards.
 */
export const jsonForm: CompileTarget = {
  supports: supportsAll,
  isModule: false,
  write: writeJsonForm,
};

function writeJsonForm(plan: MappingPlan, { source, rules }: MappingOrigin): string {
  return writeByLines({
    language: LANGUAGE_VERSION,
    source,
    system: plan.system,
    rules: plan.rules.map((rule, number) => ({
      outcome: rule.outcome,
      tests: testsForm(rule, plan),
      label: labelForm(rule.label),
      file: rules[number]?.file ?? source,
      line: rules[number]?.line ?? 1,
    })),
    captures: plan.captures.map(captureForm),
  });
}

/** JSON with a line for each member and for each element of an array: what changed shows in a comparison of two files. */
function writeByLines(form: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(form).map(([name, value]) => {
    const lines = Array.isArray(value) ? value.map((element) => `\n    ${writeJsonData(element)}`) : null;
    const written =
      lines === null ? writeJsonData(value) : lines.length === 0 ? "[]" : `[${lines.join(",")}\n  ]`;
    return `\n  ${JSON.stringify(name)}: ${written}`;
  });
  return `{${members.join(",")}\n}\n`;
}

/** No test at all for `otherwise`: a rule holds if all its tests do. */
function testsForm({ tests }: PlanRule, plan: MappingPlan): readonly object[] {
  return tests.map((test) => {
    const form = testForm(askedBy(test, plan));
    return test.negated ? { not: form } : form;
  });
}

function testForm(predicate: Predicate): object {
  switch (predicate.kind) {
    case "status":
      return { status: predicate.ranges.map(({ first, last }) => [first, last]) };
    case "text":
      return textForm(predicate);
    case "number":
      return { field: predicate.field.form, [predicate.how]: predicate.number };
    case "empty":
      return { field: predicate.field.form, empty: true };
  }
}

function textForm({ how, field, texts }: TextPredicate): object {
  const subject = field === null ? {} : { field: field.form };
  return {
    ...subject,
    [how]: VOCABULARY[how].asteriskIsWildcard ? texts.map(({ pieces }) => pieces) : texts.map(plainText),
  };
}

/** A text in which asterisks are what they are is one piece. */
function plainText({ pieces }: PlanText): string {
  return pieces.join("*");
}

function labelForm(label: PlanLabel): object | null {
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return { text: label.text };
    case "field":
      return { field: label.field.form, or: label.fallback };
  }
}

/** Without `for` every verdict has the capture. */
function captureForm({ name, field, outcomes }: PlanCapture): object {
  return { name, field: field.form, ...(outcomes === null ? {} : { for: outcomes }) };
}
