import { changedStretch, isSameList } from "../../incremental/list-changes.js";
import { memoized } from "../../incremental/memoized.js";
import { inSteps, type Steps } from "../../incremental/steps.js";
import { VersionedMap } from "../../incremental/versioned-map.js";
import type { RuleModel } from "../../model/mapping.js";
import { writtenLabel } from "../../model/written-label.js";
import { labelKey } from "../words/label-key.js";

/** A label as rules write it, and what it has in common with other spellings. */
interface LabelText {
  readonly text: string;
  readonly key: string;
}

/** How many rules spell a label in one way. */
interface Spelling {
  readonly text: string;
  readonly count: number;
}

/** How the labels of rules are spelt. It knows no file, so it can outlive the version of a text. */
export interface LabelSpellings {
  readonly models: readonly RuleModel[];
  readonly byKey: VersionedMap<readonly Spelling[]>;
  /** The keys of those that are spelt in more than one way. */
  readonly ambiguous: ReadonlySet<string>;
}

/** The label that a rule says, as such or after `or`. */
export const labelOf = memoized(({ label }: RuleModel): LabelText | null => {
  const text = writtenLabel(label);
  return text === null ? null : { text, key: labelKey(text) };
});

/** Counts how labels are spelt; of rules that were counted before an edit only those that came or went. */
export function* labelSpellings(
  models: readonly RuleModel[],
  earlier: LabelSpellings | null,
): Steps<LabelSpellings> {
  const { before, after } = changedStretch(earlier?.models ?? [], models);
  if (earlier !== null && isSameList(before.map(textOf), after.map(textOf))) return { ...earlier, models };
  const known = earlier?.byKey ?? VersionedMap.empty<readonly Spelling[]>();
  const changed = new Map<string, readonly Spelling[] | null>();
  const ambiguous = new Set(earlier?.ambiguous ?? []);
  const add = (model: RuleModel, difference: number) => {
    const label = labelOf(model);
    if (label === null) return;
    const { key, text } = label;
    const before = changed.has(key) ? changed.get(key) : known.get(key);
    const spellings = countedWith(before ?? [], text, difference);
    changed.set(key, spellings.length === 0 ? null : spellings);
    if (spellings.length > 1) ambiguous.add(key);
    else ambiguous.delete(key);
  };
  yield* inSteps(after, (model) => add(model, 1));
  yield* inSteps(before, (model) => add(model, -1));
  return { models, byKey: known.with(changed), ambiguous };
}

function textOf(model: RuleModel): string | null {
  return labelOf(model)?.text ?? null;
}

function countedWith(spellings: readonly Spelling[], text: string, difference: number): readonly Spelling[] {
  const count = (spellings.find((spelling) => spelling.text === text)?.count ?? 0) + difference;
  const others = spellings.filter((spelling) => spelling.text !== text);
  return count === 0 ? others : [...others, { text, count }];
}
