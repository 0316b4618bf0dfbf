import { type CapturedPart, captureParts } from "../matching/capture.js";
import { numberHolds, placeOfText, testHolds, verdictOf } from "../matching/interpret.js";
import type { Response } from "../matching/response.js";
import { type PickedText, Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import type { Field } from "../model/field.js";
import type { Mapping, PositiveTest, Rule, RuleModel, Test } from "../model/mapping.js";
import type { MappingText } from "../model/mapping-text.js";
import type { TextTest } from "../model/tested-texts.js";
import { NO_STATUS } from "../runtime/response-parts.js";
import type { TextRange } from "../runtime/text-matching.js";
import { type MissingPart, missingPartOf } from "./missing-part.js";
import { placeInBody, placeOf } from "./picked-place.js";

/** What a test met in a response. Places are UTF-16 offsets in the body as the trace has it. */
export type Evidence =
  | { readonly kind: "status"; readonly status: number | null }
  /** The wanted text, and where it was found: the place of the part that a field picked, or within it. */
  | { readonly kind: "found"; readonly text: MappingText; readonly place: TextRange }
  /** The text is nowhere in the body. */
  | { readonly kind: "not-in-body" }
  /** A number above or below the limit, and its place. */
  | { readonly kind: "number"; readonly written: string; readonly place: TextRange }
  /** What the field picked, where that is not what is wanted; `empty` holds if all of it is blank. */
  | { readonly kind: "picked"; readonly values: readonly PickedText[] }
  /** The field picked nothing, and which part of it was the first to do so. */
  | { readonly kind: "nothing-picked"; readonly missing: MissingPart };

export interface TestTrace {
  readonly test: Test;
  /** With its `not` reckoned in. */
  readonly holds: boolean;
  /** What was met, `not` left aside. */
  readonly evidence: Evidence;
}

export interface RuleTrace {
  readonly rule: Rule;
  readonly holds: boolean;
  /** The tests in order, up to the first that does not hold; none for `otherwise`. */
  readonly tests: readonly TestTrace[];
}

/** Why a response gets its verdict. */
export interface Trace {
  /** Null where there is none. */
  readonly status: number | null;
  /** The body as it is read: decoded, without a byte order mark. */
  readonly body: string;
  readonly verdict: Verdict;
  readonly decidedBy: Rule | null;
  /** The rules that were tried: from the first to the deciding one, or all. */
  readonly rules: readonly RuleTrace[];
  /** The rules below the deciding one that hold as well. */
  readonly alsoHolding: readonly Rule[];
  readonly captures: readonly CapturedPart[];
}

/**
 * So many UTF-16 units, or bytes, a body may have for whoever explains it to people: the interpreter keeps all that a field picks, in which a
 * list of numbers takes more than a hundred times its size.
 */
const LARGEST_EXPLAINED = 8 * 1024 * 1024;

/** Why a response is not explained to people: its body is too large for it. Null for one that is. */
export function whyNotExplained({ body }: Response): string | null {
  const size = typeof body === "string" ? body.length : (body?.byteLength ?? 0);
  return size > LARGEST_EXPLAINED
    ? "the body is larger than 8 MB, and what is so large is not explained"
    : null;
}

/** The verdict on a response, and why: rule by rule, which test failed, and where in the body a text was found. */
export function explain(mapping: Mapping, response: Response): Trace {
  const subject = new Subject(response);
  const rules: RuleTrace[] = [];
  for (const rule of mapping.rules) {
    const trace = traceRule(rule, subject);
    rules.push(trace);
    if (trace.holds) break;
  }
  const last = rules.at(-1);
  const decidedBy = last?.holds === true ? last.rule : null;
  const below = decidedBy === null ? [] : mapping.rules.slice(rules.length);
  const verdict = verdictOf(decidedBy?.model ?? null, mapping.captures, subject);
  return {
    status: subject.status === NO_STATUS ? null : subject.status,
    body: subject.body,
    verdict,
    decidedBy,
    rules,
    alsoHolding: below.filter((rule) => traceRule(rule, subject).holds),
    captures: captureParts(mapping.captures, verdict.outcome, subject),
  };
}

/** What a rule's tests meet in a response. */
export function traceRule(rule: Rule, subject: Subject): RuleTrace {
  const tests = traceTests(rule.model, subject);
  return { rule, holds: tests.every(({ holds }) => holds), tests };
}

/** What the tests meet, in order, up to the first that does not hold; nothing for `otherwise`. */
export function traceTests({ condition }: RuleModel, subject: Subject): readonly TestTrace[] {
  const tests: TestTrace[] = [];
  if (condition.kind === "otherwise") return tests;
  for (const test of condition.tests) {
    const holds = testHolds(test, subject);
    tests.push({ test, holds, evidence: evidenceFor(test.test, subject) });
    if (!holds) break;
  }
  return tests;
}

function evidenceFor(test: PositiveTest, subject: Subject): Evidence {
  switch (test.kind) {
    case "status":
      return { kind: "status", status: subject.status === NO_STATUS ? null : subject.status };
    case "text":
      return test.field === null ? bodyEvidence(test, subject) : fieldEvidence(test, test.field, subject);
    case "number": {
      const { how, number } = test;
      const met = subject
        .pick(test.field)
        .find(({ text }) => text !== null && numberHolds(how, number, text));
      return met === undefined
        ? pickedEvidence(test.field, subject)
        : { kind: "number", written: met.text ?? "", place: placeOf(met) };
    }
    case "empty":
      return pickedEvidence(test.field, subject);
  }
}

function bodyEvidence(test: TextTest, subject: Subject): Evidence {
  for (const text of test.texts) {
    const place = placeOfText(test.how, text, subject.foldedBody);
    if (place !== null) return { kind: "found", text, place };
  }
  return { kind: "not-in-body" };
}

function fieldEvidence(test: TextTest, field: Field, subject: Subject): Evidence {
  for (const picked of subject.pick(field)) {
    if (picked.folded === null) continue;
    for (const text of test.texts) {
      const place = placeOfText(test.how, text, picked.folded);
      if (place === null) continue;
      const isEmpty = place.start === place.end;
      return {
        kind: "found",
        text,
        place: isEmpty ? placeOf(picked) : placeInBody(picked, place, subject.body),
      };
    }
  }
  return pickedEvidence(field, subject);
}

function pickedEvidence(field: Field, subject: Subject): Evidence {
  const values = subject.pick(field);
  if (values.length > 0) return { kind: "picked", values };
  return { kind: "nothing-picked", missing: missingPartOf(field, subject) };
}
