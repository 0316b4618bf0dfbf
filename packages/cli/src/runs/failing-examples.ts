import { type Example, type Mapping, runExamples, type Verdict } from "@responses/dsl";
import { areSameFiles, writeExpectedVerdict } from "@responses/dsl/editor";

/** An example that gets another verdict than it states. */
export interface FailingExample {
  readonly example: Example;
  readonly verdict: Verdict;
  /** Whether the older mapping has the same one, and it failed there. */
  readonly failedBefore: boolean;
}

/** The examples of a mapping that fail in it; none where both mappings are made of the very same files, since nothing changed there. */
export function failingExamples(before: Mapping, after: Mapping): readonly FailingExample[] {
  if (areSameFiles(before, after)) return [];
  const failed = runExamples(after).filter(({ difference }) => difference !== null);
  if (failed.length === 0) return [];
  const keyOf = ({ model: { status, body, verdict } }: Example): string =>
    JSON.stringify([status, body, writeExpectedVerdict(verdict)]);
  const old = runExamples(before).filter(({ difference }) => difference !== null);
  const failedBefore = new Set(old.map(({ example }) => keyOf(example)));
  return failed.map(({ example, verdict }) => {
    return { example, verdict, failedBefore: failedBefore.has(keyOf(example)) };
  });
}
