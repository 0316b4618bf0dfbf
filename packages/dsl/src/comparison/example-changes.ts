import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import { Subject } from "../matching/subject.js";
import type { Example, Mapping } from "../model/mapping.js";
import type { BothMappings, PlacedVerdict } from "./both-mappings.js";
import { differingPart } from "./verdict-difference.js";

/** A recorded response that two mappings give different verdicts. */
export interface ExampleChange {
  /** The newer one where both mappings have it. */
  readonly example: Example;
  /** Which of the mappings have it. */
  readonly recordedIn: "before" | "after" | "both";
  readonly before: PlacedVerdict;
  readonly after: PlacedVerdict;
}

/** What came of running the examples of two mappings in both of them. */
export interface ComparedExamples {
  /** How many there are; those that record the same response are one. */
  readonly count: number;
  /** In the order of the newer mapping, and then those that only the older one has. */
  readonly changes: readonly ExampleChange[];
}

/** Runs the examples of both mappings in both: which recorded responses get another verdict. */
export function compareExamples(both: BothMappings): ComparedExamples {
  return finish(compareExampleSteps(both));
}

/** What running an example in both mappings costs at a guess, in microseconds. */
const RUN_TWICE = 20;

/** The same in steps, for whoever has others to serve meanwhile. */
export function* compareExampleSteps(both: BothMappings): Steps<ComparedExamples> {
  const budget = new StepBudget();
  const recorded = recordedResponses(both.before, both.after);
  const changes: ExampleChange[] = [];
  for (const { example, recordedIn } of recorded) {
    const subject = new Subject(example.model);
    if (!both.isSurelySame(subject)) {
      const { before, after } = both.verdictsOf(subject);
      if (differingPart(before.verdict, after.verdict) !== null)
        changes.push({ example, recordedIn, before, after });
    }
    if (budget.isSpentBy(RUN_TWICE)) yield;
  }
  return { count: recorded.length, changes };
}

/** The responses that the examples of both record, each once. */
function recordedResponses(
  before: Mapping,
  after: Mapping,
): readonly Pick<ExampleChange, "example" | "recordedIn">[] {
  const old = byResponse(before);
  const now = byResponse(after);
  return [
    ...[...now].map(([key, example]) => ({
      example,
      recordedIn: old.has(key) ? ("both" as const) : ("after" as const),
    })),
    ...[...old].flatMap(([key, example]) =>
      now.has(key) ? [] : [{ example, recordedIn: "before" as const }],
    ),
  ];
}

function byResponse({ examples }: Mapping): ReadonlyMap<string, Example> {
  const first = new Map<string, Example>();
  for (const example of examples) {
    const { status, body } = example.model;
    const key = `${status ?? ""} ${body}`;
    if (!first.has(key)) first.set(key, example);
  }
  return first;
}
