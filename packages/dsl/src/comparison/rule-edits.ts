import type { Mapping } from "../model/mapping.js";
import type { VerdictChange } from "./comparison.js";
import { currentPlaces } from "./current-places.js";
import { unchangedRules } from "./unchanged-rules.js";

/** What was done to a rule, as a person sees it: written anew in its place, gone, come, or moved. */
export interface RuleEdit {
  /** Its place in the old list; null for one that came. */
  readonly before: number | null;
  /** Its place in the new list; null for one that is gone. */
  readonly after: number | null;
}

/** What was done to the rules of a mapping. */
export interface RuleEdits {
  /** In the order of the new list; rules that are gone stand where they stood. */
  readonly edits: readonly RuleEdit[];
  /**
   * The edit because of which responses are decided by another rule: that of the rule that decides now, if it is an edited one, or
   * else that of the rule that did; null where neither was edited.
   */
  readonly causeOf: (deciders: Pick<VerdictChange, "before" | "after">) => RuleEdit | null;
  /** The edits of the rule that decides now and of the one that did, each once; none of a rule that was not edited. */
  readonly editsOfDeciders: (deciders: Pick<VerdictChange, "before" | "after">) => readonly RuleEdit[];
  /** Where an unedited rule of the old list stands now; null for any other. */
  readonly unedited: (place: number) => number | null;
  /**
   * The places in the old list of the rules that stand in both and that the rule of an edit passed: below it before and above it now, or
   * the other way round. A rule that came or is gone counts as one that stood or stands below all others, where it decides nothing of theirs.
   */
  readonly passedBy: (edit: RuleEdit) => readonly number[];
}

/** Says what was done to rules. */
export function ruleEdits(before: Mapping, after: Mapping): RuleEdits {
  const { newPlaces, oldPlaces } = unchangedRules(before.rules, after.rules);
  const current = currentPlaces(before, after);
  const byOld = new Map<number, RuleEdit>();
  const byNew = new Map<number, RuleEdit>();
  /** Where each edit is shown among the places of the new list. */
  const shownAt = new Map<RuleEdit, number>();
  let behind = -1;
  for (const [old, unedited] of newPlaces.entries()) {
    if (unedited !== null) {
      behind = unedited;
      continue;
    }
    const now = current(old);
    const edit = { before: old, after: now === null || byNew.has(now) ? null : now };
    byOld.set(old, edit);
    if (edit.after !== null) byNew.set(edit.after, edit);
    shownAt.set(edit, edit.after ?? behind + 0.5);
  }
  for (const [place, old] of oldPlaces.entries()) {
    if (old !== null || byNew.has(place)) continue;
    const edit = { before: null, after: place };
    byNew.set(place, edit);
    shownAt.set(edit, place);
  }
  const editsOfDeciders: RuleEdits["editsOfDeciders"] = ({ before: old, after: now }) => {
    const found = [now === null ? undefined : byNew.get(now), old === null ? undefined : byOld.get(old)];
    return [...new Set(found.flatMap((edit) => (edit === undefined ? [] : [edit])))];
  };
  return {
    edits: [...shownAt].sort(([, a], [, b]) => a - b).map(([edit]) => edit),
    causeOf: (deciders) => editsOfDeciders(deciders)[0] ?? null,
    editsOfDeciders,
    unedited: (place) => newPlaces[place] ?? null,
    passedBy: (edit) => {
      const old = edit.before ?? before.rules.length;
      const now = edit.after ?? after.rules.length;
      return newPlaces.flatMap((unedited, place) => {
        const other = unedited ?? byOld.get(place)?.after ?? null;
        return other !== null && place < old !== other < now ? [place] : [];
      });
    },
  };
}
