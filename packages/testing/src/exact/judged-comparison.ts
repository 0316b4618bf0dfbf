import type { Comparison, Mapping } from "@responses/dsl";
import type { ExactDifference } from "./exact-mapping.js";
import type { Interpreter } from "./judged-reachability.js";

/**
 * What is wrong with what a comparison says of two mappings, a sentence each. What it leaves undecided is neither claimed nor
 * denied.
 *
 * @param exact what is right; null where it is not known: then only witnesses are looked at
 */
export function wrongComparison(
  before: Mapping,
  after: Mapping,
  { changes, undecided }: Comparison,
  exact: ExactDifference | null,
  interpret: Interpreter,
): readonly string[] {
  const wrong: string[] = [];
  for (const change of changes) {
    const { witness, verdictBefore, verdictAfter } = change;
    const [old, now] = [interpret(before, witness), interpret(after, witness)];
    const said = [change.before ?? -1, verdictBefore, change.after ?? -1, verdictAfter];
    const right = [old.index, old.verdict, now.index, now.verdict];
    if (JSON.stringify(said) !== JSON.stringify(right))
      wrong.push(
        `${JSON.stringify(witness)} is said to get ${JSON.stringify(said)}, gets ${JSON.stringify(right)}`,
      );
    if (JSON.stringify(old.verdict) === JSON.stringify(now.verdict))
      wrong.push(`${JSON.stringify(witness)} gets the same verdict as before`);
  }
  if (exact?.isKnown !== true) return wrong;
  const found = new Set(changes.map((change) => `${change.before} ${change.after}`));
  const right = new Set(exact.changing.map((pair) => `${pair.old} ${pair.new}`));
  for (const pair of right)
    if (!found.has(pair) && undecided.length === 0) wrong.push(`rules ${pair} change and are not told`);
  for (const pair of found) if (!right.has(pair)) wrong.push(`rules ${pair} are told and do not change`);
  return wrong;
}
