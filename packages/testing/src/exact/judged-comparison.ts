import type { Comparison, Mapping } from "@responses/dsl";
import { writtenLabel } from "@responses/dsl/editor";
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
  { changes, unlisted, undecided }: Comparison,
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
  // Of pairs that give the same two verdicts one is enough.
  const told = new Set(changes.map((change) => verdictsOf(before, change.before, after, change.after)));
  for (const pair of undecided.length + unlisted > 0 ? [] : exact.changing)
    if (!told.has(verdictsOf(before, pair.old, after, pair.new)))
      wrong.push(`rules ${pair.old} ${pair.new} change and are not told`);
  for (const pair of found) if (!right.has(pair)) wrong.push(`rules ${pair} are told and do not change`);
  return wrong;
}

/** What two rules give, by their places; null where none holds. Equal for pairs of which a comparison tells one. */
export function verdictsOf(before: Mapping, old: number | null, after: Mapping, now: number | null): string {
  return JSON.stringify([givenBy(before, old), givenBy(after, now)]);
}

function givenBy({ rules }: Mapping, place: number | null): unknown {
  const model = place === null ? undefined : rules[place]?.model;
  return model === undefined ? null : [model.outcome, writtenLabel(model.label)];
}
