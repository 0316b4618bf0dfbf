import { type Example, type Mapping, runExamples, type Verdict } from "@responses/dsl";
import { writeExpectedVerdict } from "@responses/dsl/editor";

/** An example that gets another verdict than it states. */
export interface FailingExample {
  readonly example: Example;
  readonly verdict: Verdict;
  /** Whether the older mapping has the same one, and it failed there. */
  readonly failedBefore: boolean;
}

/**
 * The examples of a mapping that fail in it.
 *
 * @param before null where there was none
 */
export function failingExamples(before: Mapping | null, after: Mapping): readonly FailingExample[] {
  const failed = runExamples(after).filter(({ difference }) => difference !== null);
  if (failed.length === 0) return [];
  const keyOf = ({ model: { status, body, verdict } }: Example): string =>
    JSON.stringify([status, body, writeExpectedVerdict(verdict)]);
  const old = before === null ? [] : runExamples(before).filter(({ difference }) => difference !== null);
  const failedBefore = new Set(old.map(({ example }) => keyOf(example)));
  return failed.map(({ example, verdict }) => {
    return { example, verdict, failedBefore: failedBefore.has(keyOf(example)) };
  });
}
