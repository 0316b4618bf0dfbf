import { changesBetween } from "../../incremental/list-changes.js";
import { StepBudget, type Steps } from "../../incremental/steps.js";
import { MOST_UNITS, TextFinder } from "../../matching/text-finder.js";
import { findText } from "../../runtime/text-matching.js";

/** A text in which others are searched. */
export interface Haystack {
  readonly folded: string;
}

/** What is gathered about one pattern from the texts in which it occurs; once gathered it stays as it is. */
export interface OccurrenceCollector<H extends Haystack> {
  /** Takes in a text that holds the pattern, perhaps as a whole. They come in their order. */
  add(haystack: H): void;
  /** Whether more of them would change nothing. */
  readonly isFull: boolean;
  /** Whether some were left out, so that in another order it could have been others. */
  readonly isCut: boolean;
}

/** What is searched, and what is gathered. Owners are parts of a mapping that outlive edits. */
export interface OccurrenceSearch<
  Owner extends object,
  H extends Haystack,
  Collector extends OccurrenceCollector<H>,
> {
  haystacksOf(owner: Owner): readonly H[];
  collectorFor(pattern: string): Collector;
}

/** The texts that are searched for. */
export type Patterns = ReadonlyMap<string, unknown>;

/** Where each of many patterns occurs in many texts. It knows no file, so it can outlive the version of a text. */
export interface Occurrences<Owner extends object, Collector> {
  readonly patterns: Patterns;
  readonly owners: readonly Owner[];
  /** Of the patterns that occur at all. */
  readonly found: ReadonlyMap<string, Collector>;
}

/**
 * Searches what the owners have, in their order, for all patterns. After an edit only such patterns are searched again as
 * are new or occur in something that came or went.
 */
export function* occurrenceSteps<
  Owner extends object,
  H extends Haystack,
  Collector extends OccurrenceCollector<H>,
>(
  search: OccurrenceSearch<Owner, H, Collector>,
  patterns: Patterns,
  owners: readonly Owner[],
  earlier: Occurrences<Owner, Collector> | null,
): Steps<Occurrences<Owner, Collector>> {
  const wanted =
    earlier === null ? new Set(patterns.keys()) : yield* outdated(search, patterns, owners, earlier);
  if (earlier !== null && wanted.size === 0 && patterns === earlier.patterns) return { ...earlier, owners };
  const found = new Map<string, Collector>();
  yield* searchSteps(search, wanted, owners, (pattern, haystack) => {
    const collector = found.get(pattern) ?? search.collectorFor(pattern);
    found.set(pattern, collector);
    collector.add(haystack);
    return collector.isFull;
  });
  for (const [pattern, collector] of earlier?.found ?? []) {
    if (patterns.has(pattern) && !wanted.has(pattern)) found.set(pattern, collector);
  }
  return { patterns, owners, found };
}

/** The patterns that may occur more or less often, or elsewhere, than before. */
function* outdated<Owner extends object, H extends Haystack, Collector extends OccurrenceCollector<H>>(
  search: OccurrenceSearch<Owner, H, Collector>,
  patterns: Patterns,
  owners: readonly Owner[],
  earlier: Occurrences<Owner, Collector>,
): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  if (patterns !== earlier.patterns) {
    for (const pattern of patterns.keys()) if (!earlier.patterns.has(pattern)) found.add(pattern);
  }
  const { added, removed, isOrderKept } = changesBetween(earlier.owners, owners);
  const changed = [...removed, ...added];
  const haystacks = [...haystacksOfAll(search, changed)];
  if (stretchesIn(haystacks) < patterns.size) {
    for (const { folded } of haystacks)
      for (const pattern of patternsIn(folded, patterns)) found.add(pattern);
  } else {
    yield* searchSteps(search, patterns.keys(), changed, (pattern) => {
      found.add(pattern);
      return true;
    });
  }
  if (isOrderKept) return found;
  for (const [pattern, { isCut }] of earlier.found) if (isCut && patterns.has(pattern)) found.add(pattern);
  return found;
}

/** How many stretches texts have, at most. */
function stretchesIn(haystacks: readonly Haystack[]): number {
  return haystacks.reduce((sum, { folded: { length } }) => sum + (length * (length + 1)) / 2 + 1, 0);
}

/** The patterns in a text that is so short that its stretches are fewer than the patterns. */
function* patternsIn(text: string, patterns: Patterns): Iterable<string> {
  if (patterns.has("")) yield "";
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const stretch = text.slice(start, end);
      if (patterns.has(stretch)) yield stretch;
    }
  }
}

/** Where haystacks come from. */
type HaystackSource<Owner extends object, H extends Haystack> = Pick<
  OccurrenceSearch<Owner, H, OccurrenceCollector<H>>,
  "haystacksOf"
>;

/** Calls back for every pattern in every text that holds it, until it hears of a pattern that this is enough. */
function* searchSteps<Owner extends object, H extends Haystack>(
  source: HaystackSource<Owner, H>,
  patterns: Iterable<string>,
  owners: readonly Owner[],
  isEnough: (pattern: string, haystack: H) => boolean,
): Steps<void> {
  const left = new Set(patterns);
  if (left.size === 0) return;
  const occurring = yield* occurringAmong(left, haystacksOfAll(source, owners));
  const budget = new StepBudget();
  for (const haystack of haystacksOfAll(source, owners)) {
    for (const pattern of occurring(haystack.folded)) {
      if (left.has(pattern) && isEnough(pattern, haystack)) left.delete(pattern);
      if (budget.isSpentBy(0.1)) yield;
    }
    if (budget.isSpentBy(1 + haystack.folded.length / 20)) yield;
  }
}

/** Tells which patterns a text holds; each is searched by itself where it is not worth while to look them up. */
function* occurringAmong(
  left: ReadonlySet<string>,
  haystacks: Iterable<Haystack>,
): Steps<(text: string) => Iterable<string>> {
  if (left.size < MANY_PATTERNS || areShort(haystacks))
    return (text) => Array.from(left).filter((pattern) => findText(text, pattern, 0) >= 0);
  let length = 0;
  for (const pattern of left) length += Math.min(pattern.length, MOST_UNITS);
  const finder = new TextFinder(length);
  /** By the number of their beginning; the empty one has none. */
  const patterns: string[][] = [left.has("") ? [""] : []];
  const budget = new StepBudget();
  for (const pattern of left) {
    if (pattern === "") continue;
    const number = finder.add(pattern);
    const alike = patterns[number];
    if (alike === undefined) patterns[number] = [pattern];
    else alike.push(pattern);
    if (budget.isSpentBy(2)) yield;
  }
  return function* (text) {
    yield* patterns[0] ?? [];
    for (const number of finder.textsIn(text))
      for (const pattern of patterns[number] ?? [])
        if (pattern.length <= MOST_UNITS || findText(text, pattern, 0) >= 0) yield pattern;
  };
}

const MANY_PATTERNS = 64;
const LONG_HAYSTACKS = 5_000;
const CHARACTERS_FOR_A_SEARCH = 50;

function areShort(haystacks: Iterable<Haystack>): boolean {
  let characters = 0;
  for (const { folded } of haystacks) {
    characters += CHARACTERS_FOR_A_SEARCH + folded.length;
    if (characters > LONG_HAYSTACKS) return false;
  }
  return true;
}

function* haystacksOfAll<Owner extends object, H extends Haystack>(
  { haystacksOf }: HaystackSource<Owner, H>,
  owners: readonly Owner[],
): Iterable<H> {
  for (const owner of owners) yield* haystacksOf(owner);
}
