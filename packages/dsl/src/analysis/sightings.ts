import { TextIndex } from "../matching/text-index.js";
import { findText } from "../runtime/text-matching.js";
import { changesBetween } from "../work/list-changes.js";
import { Pace, type Steps } from "../work/steps.js";

/** A text in which others are looked for. */
export interface Hay {
  readonly folded: string;
}

/** What is gathered about one text from those in which it is seen; once gathered it stays as it is. */
export interface Sighting<H extends Hay> {
  /** Takes in a text that holds it, perhaps as a whole. They come in their order. */
  add(hay: H): void;
  /** Whether more of them would change nothing. */
  readonly isFull: boolean;
  /** Whether some were left out, so that in another order it could have been others. */
  readonly isCut: boolean;
}

/** What is looked through, and what is gathered. Owners are parts of a mapping that outlive edits. */
export interface Search<Owner extends object, H extends Hay, Seen extends Sighting<H>> {
  haysOf(owner: Owner): readonly H[];
  begin(needle: string): Seen;
}

/** The texts that are looked for. */
export type Needles = ReadonlyMap<string, unknown>;

/** Where each of many texts is seen in many others. It knows no file, so it can outlive the version of a text. */
export interface Sightings<Owner extends object, Seen> {
  readonly needles: Needles;
  readonly owners: readonly Owner[];
  /** Of those that are seen at all. */
  readonly seen: ReadonlyMap<string, Seen>;
}

/**
 * Looks for all needles in what the owners have, in their order. After an edit only such needles are looked for again as
 * are new or stand in something that came or went.
 */
export function* sightingSteps<Owner extends object, H extends Hay, Seen extends Sighting<H>>(
  search: Search<Owner, H, Seen>,
  needles: Needles,
  owners: readonly Owner[],
  earlier: Sightings<Owner, Seen> | null,
): Steps<Sightings<Owner, Seen>> {
  const wanted =
    earlier === null ? new Set(needles.keys()) : yield* outdated(search, needles, owners, earlier);
  if (earlier !== null && wanted.size === 0 && needles === earlier.needles) return { ...earlier, owners };
  const seen = new Map<string, Seen>();
  yield* seek(search, wanted, owners, (needle, hay) => {
    const known = seen.get(needle) ?? search.begin(needle);
    seen.set(needle, known);
    known.add(hay);
    return known.isFull;
  });
  for (const [needle, known] of earlier?.seen ?? []) {
    if (needles.has(needle) && !wanted.has(needle)) seen.set(needle, known);
  }
  return { needles, owners, seen };
}

/** The needles of which more, less or something else may be seen than before. */
function* outdated<Owner extends object, H extends Hay, Seen extends Sighting<H>>(
  search: Search<Owner, H, Seen>,
  needles: Needles,
  owners: readonly Owner[],
  earlier: Sightings<Owner, Seen>,
): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  if (needles !== earlier.needles) {
    for (const needle of needles.keys()) if (!earlier.needles.has(needle)) found.add(needle);
  }
  const { added, removed, isOrderKept } = changesBetween(earlier.owners, owners);
  yield* seek(search, needles.keys(), [...removed, ...added], (needle) => {
    found.add(needle);
    return true;
  });
  if (isOrderKept) return found;
  for (const [needle, { isCut }] of earlier.seen) if (isCut && needles.has(needle)) found.add(needle);
  return found;
}

/** Calls back for every needle in every text, until it hears of a needle that this is enough. */
function* seek<Owner extends object, H extends Hay>(
  search: Pick<Search<Owner, H, Sighting<H>>, "haysOf">,
  needles: Iterable<string>,
  owners: readonly Owner[],
  isEnough: (needle: string, hay: H) => boolean,
): Steps<void> {
  const left = new Set(needles);
  if (left.size === 0) return;
  const candidates = yield* candidatesAmong(left, haysOfAll(search, owners));
  const pace = new Pace();
  for (const hay of haysOfAll(search, owners)) {
    for (const needle of candidates(hay.folded)) {
      const isSeen = left.has(needle) && findText(hay.folded, needle, 0) >= 0;
      if (isSeen && isEnough(needle, hay)) left.delete(needle);
      if (pace.isDue(0.1)) yield;
    }
    if (pace.isDue(1 + hay.folded.length / 20)) yield;
  }
}

/** Tells which needles a text can hold: all that are left, where it is not worth while to look them up. */
function* candidatesAmong(
  left: ReadonlySet<string>,
  hays: Iterable<Hay>,
): Steps<(hay: string) => Iterable<string>> {
  if (left.size < MANY_NEEDLES || isLittle(hays)) return () => left;
  const index = new TextIndex<string>();
  const pace = new Pace();
  for (const needle of left) {
    index.add(needle, needle);
    if (pace.isDue(2)) yield;
  }
  return (hay) => new Set(index.candidates([hay]));
}

const MANY_NEEDLES = 64;
const MUCH_HAY = 5_000;
const CHARACTERS_FOR_A_SEARCH = 50;

function isLittle(hays: Iterable<Hay>): boolean {
  let characters = 0;
  for (const { folded } of hays) {
    characters += CHARACTERS_FOR_A_SEARCH + folded.length;
    if (characters > MUCH_HAY) return false;
  }
  return true;
}

function* haysOfAll<Owner extends object, H extends Hay>(
  { haysOf }: Pick<Search<Owner, H, Sighting<H>>, "haysOf">,
  owners: readonly Owner[],
): Iterable<H> {
  for (const owner of owners) yield* haysOf(owner);
}
