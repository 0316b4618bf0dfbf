import type { ExecutionPlan, ExecutionStep, SubjectTexts } from "../execution/execution-plan.js";
import { planExecution } from "../execution/plan-execution.js";
import { partsOf, showField } from "../model/field.js";
import { showFieldPart } from "../model/field-part.js";
import type { Mapping } from "../model/mapping.js";
import { fieldOfTest, testsOf } from "../model/rule-parts.js";
import { planMapping } from "../plan/plan-mapping.js";
import type { PlanRange } from "../plan/predicate.js";
import { type RuleOrigin, ruleOrigins } from "../plan/rule-origin.js";
import { SHORT_BODY } from "../runtime/text-search.js";
import type { TextRows } from "../runtime/text-table.js";
import { onOneLine } from "./rule-text.js";

/** How a mapping is run, for people: an execution plan with the rules, fields and texts that its numbers stand for. */
export interface DescribedExecution {
  readonly rules: number;
  readonly steps: readonly DescribedStep[];
  /** Texts in the body that rules ask about, where no step looks for any; else null: they are searched with those. */
  readonly askedTexts: DescribedTexts | null;
  /** The fields that are read together, in one pass over the body; one that is alone there is read by itself. */
  readonly fields: readonly DescribedFields[];
}

/** What a step can find, and what it looks at. */
export interface DescribedStep {
  readonly kind: ExecutionStep["kind"];
  /** The step is left out if a rule before this one is known to hold by then: its first. */
  readonly first: DescribedRule;
  /** Of a step by the status without those that never decide, since another one does for each of their statuses. */
  readonly rules: readonly DescribedRule[];
  /** The field that is looked at, as the language has it; null for the body and the status. */
  readonly field: string | null;
  /** The step is left out for other statuses; null if it is not. Of a step by the status those that it knows. */
  readonly statuses: readonly PlanRange[] | null;
  /** One of these texts has to be there; null where none is looked for. */
  readonly texts: DescribedTexts | null;
}

export interface DescribedRule extends Omit<RuleOrigin, "file"> {
  /** As the host that read the file calls it. */
  readonly file: string;
  /** From 0. */
  readonly number: number;
  /** Whether it has tests that are asked once the step comes to it. */
  readonly isTried: boolean;
}

/** Texts by where they stand, with their case folded. */
export interface DescribedTexts extends Readonly<Record<keyof TextRows, readonly string[]>> {
  /** How those that stand anywhere are searched; null where there are none. */
  readonly search: DescribedSearch | null;
}

export interface DescribedSearch {
  /** Texts with fewer UTF-16 units than so many are searched with one regular expression; null if none are. */
  readonly expressionBelow: number | null;
  /** What the scanner in WebAssembly looks for; null where it is not used. */
  readonly scanner: { readonly pairs: number; readonly windows: number; readonly stride: number } | null;
  /** What is done without WebAssembly, and where the scanner would have too much to compare. */
  readonly otherwise: "automaton" | "one by one";
}

export interface DescribedFields {
  readonly kind: "json" | "xml" | "form" | "between" | "other";
  /** As the language has them. */
  readonly fields: readonly string[];
  /** Whether WebAssembly is used where it is to be had. */
  readonly usesWebAssembly: boolean;
}

/** Describes how the mapping is run; files are called as the host that read them calls them. */
export function describeExecution(mapping: Mapping): DescribedExecution {
  const plan = planMapping(mapping);
  const execution = planExecution(plan);
  const fieldNames = namesOfFields(mapping);
  const nameOf = ({ key }: { readonly key: string }): string => fieldNames.get(key) ?? key;
  const origins = ruleOrigins(mapping, "");
  const tried = new Set(execution.conditions.map(({ rule }) => rule));
  const ruleOf = (number: number): DescribedRule => {
    const { line = 1, statement = "" } = origins[number] ?? {};
    const file = mapping.rules[number]?.file.path ?? "";
    return { number, file, line, statement: onOneLine(statement), isTried: tried.has(number) };
  };
  return {
    rules: plan.rules.length,
    steps: execution.steps.map((step): DescribedStep => {
      const field = step.kind === "field" ? execution.fields.fields[step.field]?.field : undefined;
      const rules = rulesOf(step);
      return {
        kind: step.kind,
        first: ruleOf(step.lowest),
        rules: rules.map(ruleOf),
        field: field === undefined ? null : nameOf(field),
        statuses: statusesOf(step),
        texts: textsOf(step, execution),
      };
    }),
    askedTexts: askedTexts(execution),
    fields: fieldsOf(execution, nameOf),
  };
}

function rulesOf(step: ExecutionStep): readonly number[] {
  return step.kind === "status" ? [...new Set(step.cells.map(({ rule }) => rule))] : step.rules;
}

function statusesOf(step: ExecutionStep): readonly PlanRange[] | null {
  switch (step.kind) {
    case "status":
      return step.cells.map(({ first, last }) => ({ first, last }));
    case "body":
    case "field":
      return step.statuses;
    case "trying":
      return null;
  }
}

function textsOf(step: ExecutionStep, { bodyTexts }: ExecutionPlan): DescribedTexts | null {
  if (step.kind === "field") return describeTexts(step.texts);
  return step.kind === "body" && bodyTexts !== null ? describeTexts(bodyTexts) : null;
}

function askedTexts({ steps, bodyTexts }: ExecutionPlan): DescribedTexts | null {
  return bodyTexts === null || steps.some(({ kind }) => kind === "body") ? null : describeTexts(bodyTexts);
}

function describeTexts({ rows, ways }: SubjectTexts): DescribedTexts {
  const listOf = (position: keyof TextRows): readonly string[] =>
    (rows[position] ?? []).map(([text]) => text);
  const isSearched = rows.keywords !== undefined || rows.words !== undefined;
  return {
    whole: listOf("whole"),
    beginnings: listOf("beginnings"),
    endings: listOf("endings"),
    keywords: listOf("keywords"),
    words: listOf("words"),
    search: isSearched
      ? {
          expressionBelow: ways.expression ? SHORT_BODY : null,
          scanner: ways.scan && {
            pairs: ways.scan.pairs,
            windows: ways.scan.windows,
            stride: ways.scan.stride,
          },
          otherwise: ways.automaton ? "automaton" : "one by one",
        }
      : null,
  };
}

function fieldsOf(
  { verdictFields: { paths, fields } }: ExecutionPlan,
  nameOf: (field: { readonly key: string }) => string,
): readonly DescribedFields[] {
  const together = paths.map(
    ({ kind, parts, hasPass }): DescribedFields => ({
      kind,
      fields: parts.map(nameOf),
      usesWebAssembly: hasPass,
    }),
  );
  const others = fields.filter(({ place }) => place === null).map(({ field }) => nameOf(field));
  const alone: DescribedFields = { kind: "other", fields: others, usesWebAssembly: false };
  return others.length === 0 ? together : [...together, alone];
}

/** The mapping's fields, and the parts that some begin with, by their keys, as the language has them. */
function namesOfFields({ rules, captures }: Mapping): ReadonlyMap<string, string> {
  const tested = rules.flatMap(({ model: { condition } }) =>
    testsOf(condition).map(({ test }) => fieldOfTest(test)),
  );
  const labels = rules.map(({ model: { label } }) => (label.kind === "field" ? label.field : null));
  const captured = captures.map(({ model }) => model.field);
  const names = new Map<string, string>();
  for (const field of [...tested, ...labels, ...captured]) {
    if (field === null) continue;
    const [first] = partsOf(field);
    names.set(first.key, showFieldPart(first));
    names.set(field.key, showField(field));
  }
  return names;
}
