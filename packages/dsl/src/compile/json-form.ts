import type { Field } from "../model/field.js";
import type { CaptureSource, Condition, Label, Mapping, PositiveTest } from "../model/mapping.js";
import { LANGUAGE_VERSION, planMatching } from "./match-plan.js";

/**
 * The mapping as data, for whatever else wants to run it: `schemas/mapping.schema.json` describes the form. Texts are as
 * they were written, not case-folded; patterns are cut at their wildcards.
 */
export function writeJsonForm(mapping: Mapping, source: string): string {
  const plan = planMatching(mapping, source);
  const form = {
    language: LANGUAGE_VERSION,
    source,
    system: mapping.system,
    rules: mapping.rules.map((rule) => ({
      outcome: rule.model.outcome,
      tests: testsForm(rule.model.condition),
      label: labelForm(rule.model.label),
      file: plan.fileOf(rule),
      line: plan.lineOf(rule),
    })),
    captures: mapping.captures.map(({ model }) => ({ name: model.name, ...sourceForm(model.from) })),
  };
  return writeByLines(form);
}

/** JSON with a line for each member and for each element of an array: what changed shows in a comparison of two files. */
function writeByLines(form: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(form).map(([name, value]) => {
    const lines = Array.isArray(value) ? value.map((element) => `\n    ${JSON.stringify(element)}`) : null;
    const written =
      lines === null ? JSON.stringify(value) : lines.length === 0 ? "[]" : `[${lines.join(",")}\n  ]`;
    return `\n  ${JSON.stringify(name)}: ${written}`;
  });
  return `{${members.join(",")}\n}\n`;
}

/** No test at all for `otherwise`: a rule holds if all its tests do. */
function testsForm(condition: Condition): readonly object[] {
  if (condition.kind === "otherwise") return [];
  return condition.tests.map(({ negated, test }) => (negated ? { not: testForm(test) } : testForm(test)));
}

function testForm(test: PositiveTest): object {
  switch (test.kind) {
    case "status":
      return { status: test.ranges.map(({ first, last }) => [first, last]) };
    case "text": {
      const field = test.field === null ? {} : { field: fieldForm(test.field) };
      if (test.how === "exact") return { ...field, exact: test.texts.map(({ pieces }) => pieces) };
      return { ...field, [test.how]: test.texts.map(({ text }) => text) };
    }
    case "number":
      return { field: fieldForm(test.field), [test.how]: test.number };
    case "empty":
      return { field: fieldForm(test.field), empty: true };
  }
}

function fieldForm(field: Field): object {
  switch (field.kind) {
    case "json":
      return { json: field.path.map((segment) => segmentForm(segment)) };
    case "xml":
      return { xml: { steps: field.path.steps, attribute: field.path.attribute } };
    case "split":
      return { split: field.separator.text, part: field.part };
  }
}

/** A member's name, an element's index, or null for all. */
function segmentForm(segment: Extract<Field, { kind: "json" }>["path"][number]): string | number | null {
  switch (segment.kind) {
    case "name":
      return segment.name;
    case "index":
      return segment.index;
    case "all":
      return null;
  }
}

function labelForm(label: Label): object | null {
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return { text: label.text };
    case "field":
      return { field: fieldForm(label.field), or: label.fallback };
  }
}

function sourceForm(from: CaptureSource): object {
  if (from.kind === "field") return { field: fieldForm(from.field) };
  return { between: [from.open.text, from.close.text] };
}
