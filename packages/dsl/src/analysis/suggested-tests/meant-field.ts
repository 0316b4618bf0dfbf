import { subjectOf } from "../../bodies/example-subject.js";
import { type NearField, nearFieldsOf } from "../../explain/near-fields/near-fields.js";
import { counted } from "../../findings/counted.js";
import type { Fix } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import type { PickedText } from "../../matching/subject.js";
import type { Field } from "../../model/field.js";
import type { Example, ExampleModel, Test } from "../../model/mapping.js";
import { isFilled } from "../../runtime/picked.js";
import { numberIn } from "../../text/number-in.js";
import { spanInFile } from "../../text/span.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { type AskedField, askedFields, sourceOf } from "../facts/asked-fields.js";
import type { Miss, NeverPicked } from "../facts/never-picked.js";
import { differencesAfter, isTooMuchToTry, type TriedEdit } from "./tried-change.js";

/** The field that was probably meant where another is in no example. */
export interface MeantField {
  /** As a file writes it. */
  readonly written: string;
  /** The first example that has it, and what it picks there. */
  readonly example: Example;
  readonly picked: PickedText;
  /** Writes it wherever the file asks for the other; null where an example speaks against that. */
  readonly fix: Fix | null;
}

/**
 * The nearest field that can have been meant where one is asked for, if possible one with which every example that passes
 * still does. Null where there is none.
 */
export function meantFieldFor(
  asked: AskedField,
  { uses, misses }: NeverPicked,
  analysed: AnalysedMapping,
): MeantField | null {
  let nearest: MeantField | null = null;
  const changed = new Set(uses.map(({ by }) => by.statement)).size;
  const isTooMuch = isTooMuchToTry(changed, analysed);
  for (const near of nearOf(asked, misses)) {
    const shown = isMeantBeside(near, analysed) ? null : firstWith(near.field, misses);
    if (shown === null || !isPlausible(near, uses, shown.picked, analysed)) continue;
    const edits = isTooMuch ? [] : editsOf(uses, near.field, misses);
    const trial = isTooMuch ? "unknown" : tryEdits(edits, analysed);
    // With another step, or where the field is not to be there, only the examples can tell.
    if (trial === "harmful" && (near.change === "step" || asksForAbsence(asked))) continue;
    const { written } = near;
    if (trial === "harmless") return { written, ...shown, fix: fixOf(written, edits) };
    nearest ??= { written, ...shown, fix: null };
  }
  return nearest;
}

function nearOf({ field, by }: AskedField, misses: readonly Miss[]): readonly NearField[] {
  return nearFieldsOf(
    field,
    sourceOf(by),
    misses.map(({ found }) => found),
  );
}

/** Whether a test holds where the field is missing, so that this may be its point. */
export function asksForAbsence({ use }: AskedField): boolean {
  if (use.kind !== "test") return false;
  const { negated, test } = use.test;
  return negated !== (test.kind === "empty");
}

/** Whether the file asks for the other field, too, which then is another one; but for what is only spelt in two ways. */
function isMeantBeside({ field: near, change }: NearField, { mapping }: AnalysedMapping): boolean {
  const key = ofAnyElement(near);
  return change === "step" && askedFields(mapping).some(({ field }) => ofAnyElement(field) === key);
}

/** Equal for fields that differ in the number of an element alone. */
function ofAnyElement({ key }: Field): string {
  return key.replaceAll(/\[-?\d+\]/g, "[*]");
}

/**
 * Whether a field that differs in a step can be meant: if what it has is like what a test wants of it, or if it has something
 * where the label or capture is missing.
 */
function isPlausible(
  near: NearField,
  uses: readonly AskedField[],
  shown: PickedText,
  analysed: AnalysedMapping,
): boolean {
  if (near.change !== "step") return true;
  return uses.some((asked) => {
    if (asked.use.kind === "test") return !asksForAbsence(asked) && isLikeWanted(asked.use.test, shown);
    return examplesFor(asked, analysed).some((example) => subjectOf(example).pick(near.field).some(isFilled));
  });
}

/** The status of a response is a number and never one of words. */
function isLikeWanted({ test }: Test, { text }: PickedText): boolean {
  return test.kind !== "text" || test.texts.some((wanted) => isNumber(wanted.text) === isNumber(text ?? ""));
}

function isNumber(text: string): boolean {
  return numberIn(text) !== null;
}

/** The examples whose label or capture it is. */
export function examplesFor({ by }: AskedField, { run }: AnalysedMapping): readonly ExampleModel[] {
  const { model } = by;
  const results = run.results.filter(({ decidedBy, verdict: { outcome } }) =>
    model.kind === "rule"
      ? decidedBy?.model === model
      : model.outcomes === null || model.outcomes.some((own) => own === outcome),
  );
  return results.map(({ example }) => example.model);
}

function firstWith(near: Field, misses: readonly Miss[]): Pick<MeantField, "example" | "picked"> | null {
  for (const { example } of misses) {
    const picked = subjectOf(example.model)
      .pick(near)
      .find(({ text }) => text !== null);
    if (picked !== undefined) return { example, picked };
  }
  return null;
}

/**
 * The changes that write the other field in all places. One path can be written in several ways: what is near is looked for
 * once for each of them, since it does not depend on the statement.
 */
function editsOf(uses: readonly AskedField[], { key }: Field, misses: readonly Miss[]): readonly TriedEdit[] {
  const firsts = new Map<string, AskedField>();
  return uses.flatMap((use) => {
    const { from, to } = use.field.span;
    const spelling = sourceOf(use.by).slice(from, to);
    const first = firsts.get(spelling) ?? use;
    firsts.set(spelling, first);
    const near = nearOf(first, misses).find(({ field }) => field.key === key);
    if (near === undefined) return [];
    const distance = from - first.field.span.from;
    const span = { from: near.span.from + distance, to: near.span.to + distance };
    return [{ statement: use.by.statement, span, newText: near.newText }];
  });
}

/** What the changes would do to the examples; `unknown` where there is too much to try. */
function tryEdits(
  edits: readonly TriedEdit[],
  analysed: AnalysedMapping,
): "harmless" | "harmful" | "unknown" {
  const differences = differencesAfter(analysed, edits);
  if (differences === null) return "unknown";
  const isSpoilt = analysed.run.results.some(
    ({ example, difference }) => difference === null && differences.get(example.model) !== null,
  );
  return isSpoilt ? "harmful" : "harmless";
}

function fixOf(written: string, edits: readonly TriedEdit[]): Fix {
  const others = edits.length - 1;
  const also = others === 0 ? "" : `, and likewise in ${counted(others, "other place")} of the file`;
  return {
    title: `Write ${shownSource(written)}${also}`,
    kind: "suggested",
    edits: edits.map(({ statement, span, newText }) => ({
      span: spanInFile(span, statement.start),
      newText,
    })),
  };
}
