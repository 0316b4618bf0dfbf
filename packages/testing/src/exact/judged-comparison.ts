import type { Comparison, Mapping } from "@responses/dsl";
import { ruleEdits, writtenLabel } from "@responses/dsl/editor";
import type { ExactDifference } from "./exact-mapping.js";
import type { Interpreter } from "./judged-reachability.js";

/**
 * What is wrong with what a comparison says of two mappings, a sentence each. What it leaves undecided is neither claimed nor
 * denied; all else is judged.
 *
 * @param exact what is right; null where it is not known: then only witnesses are looked at
 */
export function wrongComparison(
  before: Mapping,
  after: Mapping,
  comparison: Comparison,
  exact: ExactDifference | null,
  interpret: Interpreter,
): readonly string[] {
  const wrong: string[] = [];
  const { changes } = comparison;
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
  wrong.push(...missedChanges(before, after, comparison, exact.changing));
  for (const pair of found) if (!right.has(pair)) wrong.push(`rules ${pair} are told and do not change`);
  return wrong;
}

/** Rules that decide one and the same response, by their places; null where none holds. */
interface ChangingPair {
  readonly old: number | null;
  readonly new: number | null;
}

/**
 * The changes that a comparison should tell and does not, a sentence each. Of pairs that give the same two verdicts by the same edited
 * rules one is enough; as many groups of such as it leaves unlisted may be missing, and those of which it says that they are undecided.
 *
 * @param changing pairs that surely give a response different verdicts
 */
export function missedChanges(
  before: Mapping,
  after: Mapping,
  { changes, unlisted, undecided }: Comparison,
  changing: readonly ChangingPair[],
): readonly string[] {
  // So much has changed that not all was gone through.
  if (undecided.some((pair) => pair.before === null && pair.after === null)) return [];
  const groupOf = groupsOf(before, after);
  const said = new Set([...changes, ...undecided].map((pair) => groupOf(pair.before, pair.after)));
  const missed = new Map(changing.map((pair) => [groupOf(pair.old, pair.new), pair] as const));
  for (const group of said) missed.delete(group);
  if (missed.size <= unlisted) return [];
  return Array.from(missed.values(), (pair) => `rules ${pair.old} ${pair.new} change and are not told`);
}

/**
 * Tells what is equal for pairs of rules of which a comparison tells one, by their places, null where none holds: what they give, and
 * which of the two was edited.
 */
export function groupsOf(
  before: Mapping,
  after: Mapping,
): (old: number | null, now: number | null) => string {
  const { unedited } = ruleEdits(before, after);
  const standsNow = new Set(before.rules.map((_, place) => unedited(place)));
  return (old, now) => {
    const edited = [
      old === null || unedited(old) === null ? old : "",
      now === null || !standsNow.has(now) ? now : "",
    ];
    return JSON.stringify([...edited, givenBy(before, old), givenBy(after, now)]);
  };
}

function givenBy({ rules }: Mapping, place: number | null): unknown {
  const model = place === null ? undefined : rules[place]?.model;
  return model === undefined ? null : [model.outcome, writtenLabel(model.label)];
}
