import { subjectOf } from "../bodies/example-subject.js";
import { testHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { Capture, Mapping, Rule, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { isFilled } from "../runtime/picked.js";
import type { LocalSpan } from "../text/span.js";
import type { ExampleResult } from "./example-result.js";

/** A part of a rule, or a capture, that an example can leave out though it decides the rule. */
export interface CoveredPart {
  /** A capture; a label from a field, of a rule that an example decides; a member of a list of such a rule's tests. */
  readonly kind: "capture" | "label" | "member";
  readonly of: Rule | Capture;
  readonly span: LocalSpan;
  /** Whether an example fills the capture, gives the label, or has of the list this member alone, so that it needs it. */
  readonly isCovered: boolean;
}

/**
 * The captures of a mapping, and of its rules that an example decides the labels from fields and the members of lists, of included files,
 * too. A list after `not` is left out: what each of its members keeps away, the examples that the rule decides do not show. Linear
 * in the examples for each capture, and for each rule in the examples that it decides.
 */
export function partsCovered(mapping: Mapping, results: readonly ExampleResult[]): readonly CoveredPart[] {
  const decided = new Map<Rule, Subject[]>();
  for (const { decidedBy, example } of results) {
    if (decidedBy === null) continue;
    const subjects = decided.get(decidedBy) ?? [];
    subjects.push(subjectOf(example.model));
    decided.set(decidedBy, subjects);
  }
  const filled = new Set(results.flatMap(({ verdict }) => Object.keys(verdict.captures)));
  return [
    ...mapping.captures.map((capture): CoveredPart => {
      const { name, nameSpan } = capture.model;
      return { kind: "capture", of: capture, span: nameSpan, isCovered: filled.has(name) };
    }),
    ...[...decided].flatMap(([rule, subjects]) => [...labelOf(rule, subjects), ...membersOf(rule, subjects)]),
  ];
}

function labelOf(rule: Rule, subjects: readonly Subject[]): readonly CoveredPart[] {
  const { label } = rule.model;
  if (label.kind !== "field") return [];
  const isCovered = subjects.some((subject) => subject.pick(label.field).some(isFilled));
  return [{ kind: "label", of: rule, span: label.field.span, isCovered }];
}

function membersOf(rule: Rule, subjects: readonly Subject[]): readonly CoveredPart[] {
  return testsOf(rule.model.condition).flatMap((test) => {
    const members = test.negated ? [] : singleTests(test);
    if (members.length < 2) return [];
    const needed = new Set(subjects.map((subject) => onlyOne(members, subject)));
    return members.map(
      (member): CoveredPart => ({
        kind: "member",
        of: rule,
        span: member.span,
        isCovered: needed.has(member),
      }),
    );
  });
}

/** The tests for each member of a list by itself; the span is the member's. */
function singleTests({ negated, test }: Test): readonly Test[] {
  switch (test.kind) {
    case "status":
      return test.ranges.map((range) => ({ negated, test: { ...test, ranges: [range] }, span: range.span }));
    case "text":
      return test.texts.map((text) => ({ negated, test: { ...test, texts: [text] }, span: text.span }));
    case "number":
    case "empty":
      return [];
  }
}

/** The one of the tests that holds; null where several do. */
function onlyOne(tests: readonly Test[], subject: Subject): Test | null {
  let only: Test | null = null;
  for (const test of tests) {
    if (!testHolds(test, subject)) continue;
    if (only !== null) return null;
    only = test;
  }
  return only;
}
