import { changesBetween } from "../../incremental/list-changes.js";
import { StepBudget, type Steps } from "../../incremental/steps.js";
import { TextIndex } from "../../matching/text-index.js";
import { findText } from "../../runtime/text-matching.js";

/** A text in which others are looked for. */
export interface Haystack {
  readonly folded: string;
}

/** What is gathered about one text from those in which it is seen; once gathered it stays as it is. */
export interface OccurrenceCollector<H extends Haystack> {
  /** Takes in a text that holds it, perhaps as a whole. They come in their order. */
  add(hay: H): void;
  /** Whether more of them would change nothing. */
  readonly isFull: boolean;
  /** Whether some were left out, so that in another order it could have been others. */
  readonly isCut: boolean;
}

/** What is looked through, and what is gathered. Owners are parts of a mapping that outlive edits. */
export interface OccurrenceSearch<
  Owner extends object,
  H extends Haystack,
  Seen extends OccurrenceCollector<H>,
> {
  haysOf(owner: Owner): readonly H[];
  begin(needle: string): Seen;
}

/** The texts that are looked for. */
export type Patterns = ReadonlyMap<string, unknown>;

/** Where each of many texts is seen in many others. It knows no file, so it can outlive the version of a text. */
export interface Occurrences<Owner extends object, Seen> {
  readonly patterns: Patterns;
  readonly owners: readonly Owner[];
  /** Of those that are seen at all. */
  readonly found: ReadonlyMap<string, Seen>;
}

/**
 * Looks for all needles in what the owners have, in their order. After an edit only such needles are looked for again as
 * are new or stand in something that came or went.
 */
export function* occurrenceSteps<
  Owner extends object,
  H extends Haystack,
  Seen extends OccurrenceCollector<H>,
>(
  search: OccurrenceSearch<Owner, H, Seen>,
  needles: Patterns,
  owners: readonly Owner[],
  earlier: Occurrences<Owner, Seen> | null,
): Steps<Occurrences<Owner, Seen>> {
  const wanted =
    earlier === null ? new Set(needles.keys()) : yield* outdated(search, needles, owners, earlier);
  if (earlier !== null && wanted.size === 0 && needles === earlier.patterns) return { ...earlier, owners };
  const seen = new Map<string, Seen>();
  yield* searchSteps(search, wanted, owners, (needle, hay) => {
    const known = seen.get(needle) ?? search.begin(needle);
    seen.set(needle, known);
    known.add(hay);
    return known.isFull;
  });
  for (const [needle, known] of earlier?.found ?? []) {
    if (needles.has(needle) && !wanted.has(needle)) seen.set(needle, known);
  }
  return { patterns: needles, owners, found: seen };
}

/** The needles of which more, less or something else may be seen than before. */
function* outdated<Owner extends object, H extends Haystack, Seen extends OccurrenceCollector<H>>(
  search: OccurrenceSearch<Owner, H, Seen>,
  needles: Patterns,
  owners: readonly Owner[],
  earlier: Occurrences<Owner, Seen>,
): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  if (needles !== earlier.patterns) {
    for (const needle of needles.keys()) if (!earlier.patterns.has(needle)) found.add(needle);
  }
  const { added, removed, isOrderKept } = changesBetween(earlier.owners, owners);
  yield* searchSteps(search, needles.keys(), [...removed, ...added], (needle) => {
    found.add(needle);
    return true;
  });
  if (isOrderKept) return found;
  for (const [needle, { isCut }] of earlier.found) if (isCut && needles.has(needle)) found.add(needle);
  return found;
}

/** Calls back for every needle in every text, until it hears of a needle that this is enough. */
function* searchSteps<Owner extends object, H extends Haystack>(
  search: Pick<OccurrenceSearch<Owner, H, OccurrenceCollector<H>>, "haysOf">,
  needles: Iterable<string>,
  owners: readonly Owner[],
  isEnough: (needle: string, hay: H) => boolean,
): Steps<void> {
  const left = new Set(needles);
  if (left.size === 0) return;
  const candidates = yield* candidatesAmong(left, haystacksOfAll(search, owners));
  const pace = new StepBudget();
  for (const hay of haystacksOfAll(search, owners)) {
    for (const needle of candidates(hay.folded)) {
      const isSeen = left.has(needle) && findText(hay.folded, needle, 0) >= 0;
      if (isSeen && isEnough(needle, hay)) left.delete(needle);
      if (pace.isSpentBy(0.1)) yield;
    }
    if (pace.isSpentBy(1 + hay.folded.length / 20)) yield;
  }
}

/** Tells which needles a text can hold: all that are left, where it is not worth while to look them up. */
function* candidatesAmong(
  left: ReadonlySet<string>,
  hays: Iterable<Haystack>,
): Steps<(hay: string) => Iterable<string>> {
  if (left.size < MANY_PATTERNS || isLittle(hays)) return () => left;
  const index = new TextIndex<string>();
  const pace = new StepBudget();
  for (const needle of left) {
    index.add(needle, needle);
    if (pace.isSpentBy(2)) yield;
  }
  return (hay) => new Set(index.candidates([hay]));
}

const MANY_PATTERNS = 64;
const LONG_HAYSTACKS = 5_000;
const CHARACTERS_FOR_A_SEARCH = 50;

function isLittle(hays: Iterable<Haystack>): boolean {
  let characters = 0;
  for (const { folded } of hays) {
    characters += CHARACTERS_FOR_A_SEARCH + folded.length;
    if (characters > LONG_HAYSTACKS) return false;
  }
  return true;
}

function* haystacksOfAll<Owner extends object, H extends Haystack>(
  { haysOf }: Pick<OccurrenceSearch<Owner, H, OccurrenceCollector<H>>, "haysOf">,
  owners: readonly Owner[],
): Iterable<H> {
  for (const owner of owners) yield* haysOf(owner);
}
