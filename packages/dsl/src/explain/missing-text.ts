import { listed } from "../findings/counted.js";
import type { Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import { type Field, showField } from "../model/field.js";
import type { Capture, Mapping, RuleModel } from "../model/mapping.js";
import { firstNonBlank } from "../runtime/picked.js";
import { type ExplainedBody, nearestTo, nothingPickedInWords, valuesInWords } from "./evidence-words.js";
import { missingPartOf } from "./missing-part.js";

/*
 * Why a capture, or a label that is a field, has no text in a response: with the nearest field that is there.
 */

/** Why a field has no text in a response, as a clause; null where it has one. */
export type MissingText = (field: Field) => string | null;

/** Why fields have no text in a body. Linear in the body, for each field. */
export function missingTextIn(subject: Subject, body: ExplainedBody): MissingText {
  return (field) => {
    const picked = subject.pick(field);
    if (firstNonBlank(picked) !== null) return null;
    return picked.length > 0
      ? `it is ${valuesInWords(picked, subject.body)}`
      : nothingPickedInWords(missingPartOf(field, subject), body);
  };
}

/** Why a rule's label is not what its field picks, as a clause; null where it is, or is fixed. */
export function missingLabelInWords({ label }: RuleModel, missing: MissingText): string | null {
  const reason = label.kind === "field" ? missing(label.field) : null;
  return label.kind === "field" && reason !== null
    ? `no label from ${showField(label.field)}: ${reason}`
    : null;
}

/**
 * Why a verdict of an outcome has no capture of a name, as a clause; null where it has it, and where the mapping has no capture of
 * that name.
 */
export function missingCaptureInWords(
  name: string,
  { captures }: Mapping,
  outcome: Verdict["outcome"],
  missing: MissingText,
): string | null {
  const capture = captures.find(({ model }) => model.name === name);
  if (capture === undefined) return null;
  return isCapturedFor(capture, outcome)
    ? missing(capture.model.field)
    : `it is captured of ${listed(capture.model.outcomes ?? [])} alone, and this is ${outcome}`;
}

/** Whether a verdict of the outcome can have the capture. */
function isCapturedFor({ model: { outcomes } }: Capture, outcome: Verdict["outcome"]): boolean {
  return outcomes === null || outcomes.some((own) => own === outcome);
}

/** A capture that a response lacks, though it has something like it. */
export interface NearlyCaptured {
  readonly name: string;
  /** Why, as a clause that names what is near. */
  readonly reason: string;
}

/** The captures that a verdict of an outcome lacks, though the body has a field that is nearly the one asked for. */
export function nearlyCaptured(
  captures: readonly Capture[],
  outcome: Verdict["outcome"],
  subject: Subject,
  body: ExplainedBody,
): readonly NearlyCaptured[] {
  return captures.flatMap((capture) => {
    const { name, field } = capture.model;
    if (!isCapturedFor(capture, outcome) || subject.pick(field).length > 0) return [];
    const missing = missingPartOf(field, subject);
    return nearestTo(missing) === null ? [] : [{ name, reason: nothingPickedInWords(missing, body) }];
  });
}
