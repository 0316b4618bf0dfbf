import type { Field } from "../model/field.js";
import type { Capture, CaptureSource, Label, Mapping, PositiveTest, Rule } from "../model/mapping.js";
import { caseVariants } from "../text/case-folding.js";

/** The version of the language that generated files name. */
export const LANGUAGE_VERSION = 1;

/** What a compiled mapping has to know beside its rules: worked out once for every target. */
export interface MatchPlan {
  readonly mapping: Mapping;
  /** Every field that a rule, a label or a capture reads, once; a number names its place here. */
  readonly fields: readonly Field[];
  readonly fieldNumbers: ReadonlyMap<string, number>;
  /** Case variants outside ASCII of the letters in the mapping's texts, each with its folding, in order. */
  readonly variants: readonly (readonly [variant: string, folded: string])[];
  readonly needsWordCharacters: boolean;
  readonly needsCurrencySigns: boolean;
  /** The file that a rule stands in: its name from the folder of the mapping's own. */
  fileOf(rule: Rule): string;
  /** The line of a rule, from 1. */
  lineOf(rule: Rule): number;
}

/** Makes the plan; `source` names the mapping's own file. */
export function planMatching(mapping: Mapping, source: string): MatchPlan {
  const tests = mapping.rules.flatMap(testsOf);
  const fields = distinctFields(mapping, tests);
  const names = new Map(mapping.included.map(({ file, name }) => [file.path, name]));
  return {
    mapping,
    fields,
    fieldNumbers: new Map(fields.map(({ key }, number) => [key, number])),
    variants: variantsIn(foldedTexts(mapping, tests, fields)),
    needsWordCharacters: tests.some((test) => test.kind === "text" && test.how === "word"),
    needsCurrencySigns: tests.some(({ kind }) => kind === "number"),
    fileOf: ({ file }) => names.get(file.path) ?? source,
    lineOf: ({ file, statement }) =>
      file.tree.source.positionAt(statement.start + statement.syntax.wordSpan.from).line + 1,
  };
}

function testsOf({ model }: Rule): readonly PositiveTest[] {
  return model.condition.kind === "otherwise" ? [] : model.condition.tests.map(({ test }) => test);
}

function distinctFields(mapping: Mapping, tests: readonly PositiveTest[]): readonly Field[] {
  const all = [
    ...tests.map(fieldOfTest),
    ...mapping.rules.map(({ model }) => fieldOfLabel(model.label)),
    ...mapping.captures.map(fieldOfCapture),
  ];
  const distinct = new Map<string, Field>();
  for (const field of all) {
    if (field !== null && !distinct.has(field.key)) distinct.set(field.key, field);
  }
  return [...distinct.values()];
}

function fieldOfTest(test: PositiveTest): Field | null {
  return test.kind === "status" ? null : test.field;
}

function fieldOfLabel(label: Label): Field | null {
  return label.kind === "field" ? label.field : null;
}

function fieldOfCapture({ model }: Capture): Field | null {
  return model.from.kind === "field" ? model.from.field : null;
}

/** Every text that is looked for, with its case folded. */
function* foldedTexts(
  mapping: Mapping,
  tests: readonly PositiveTest[],
  fields: readonly Field[],
): Iterable<string> {
  for (const test of tests) {
    if (test.kind === "text") for (const { folded } of test.texts) yield folded;
  }
  for (const field of fields) {
    if (field.kind === "split") yield field.separator.folded;
  }
  for (const { model } of mapping.captures) yield* markersOf(model.from);
}

function markersOf(from: CaptureSource): readonly string[] {
  return from.kind === "between" ? [from.open.folded, from.close.folded] : [];
}

function variantsIn(texts: Iterable<string>): readonly (readonly [string, string])[] {
  const letters = new Set<number>();
  for (const text of texts) {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint >= 0x80) letters.add(codePoint);
    }
  }
  return [...letters]
    .sort((a, b) => a - b)
    .flatMap((folded) =>
      caseVariants(folded)
        .filter((variant) => variant !== folded)
        .map((variant) => [String.fromCodePoint(variant), String.fromCodePoint(folded)] as const),
    );
}
