import { type AcceptedEntry, acceptedEntry, type ChangeCause, fnvHash, groupBy } from "@responses/dsl/editor";

/** What an entry of a difference says and stands for, besides the mapping. */
export interface FoundDifference {
  readonly change: string;
  /** Statements, for people. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What makes it what it is, as data. */
  readonly content: unknown;
  /** Edits besides that make it as large as it is: what they let through, and what keeps more from it. */
  readonly letThrough: readonly string[];
  readonly kept: readonly string[];
}

/** A difference as it is accepted. */
export interface AcceptableDifference {
  /** Without a reason. */
  readonly entry: AcceptedEntry;
  readonly extent: Extent;
}

/**
 * What an entry is made of (`of`), as hashes: equal cores are the same difference, and of the same one an entry covers no more than it did
 * when it was written. So it stays good where less is let through by now, or more is kept away.
 */
interface Extent {
  readonly core: string;
  readonly letThrough: readonly string[];
  readonly kept: readonly string[];
}

/** The responses that one rule decided before and another decides now. */
export function groupDifference(cause: ChangeCause): FoundDifference {
  const { from, to, edits, letThrough, kept, gone, came } = cause;
  // That a rule moved is not to be seen in what it says.
  const afterOf = ({ before, after, passed }: ChangeCause["edits"][number]): readonly string[] => {
    if (after === null) return [];
    return passed.length > 0 && before !== null
      ? [after, `now on the other side of ${passed.join("; ")}`]
      : [after];
  };
  return {
    change: `${from} → ${to}`,
    before: [...edits.flatMap(({ before }) => (before === null ? [] : [before])), ...letThrough, ...gone],
    after: [...edits.flatMap(afterOf), ...came],
    content: [
      from,
      to,
      edits.map(({ before, after, passed, side }) => [
        before,
        after,
        passed,
        ...(side === null ? [] : [side]),
      ]),
      gone,
      came,
    ],
    letThrough,
    kept,
  };
}

/**
 * Makes the differences of mappings acceptable.
 *
 * @param merged entries that accept nothing any more: a difference that comes again, since it was taken back, has another core each time
 */
export function acceptableDifferences(
  merged: readonly AcceptedEntry[],
): (mapping: string, found: FoundDifference) => AcceptableDifference {
  const taken = new Set(merged.map(keyOfEntry));
  return (mapping, { change, before, after, content, letThrough, kept }) => {
    let core = "";
    for (let time = 1; core === "" || taken.has(keyOf(mapping, core)); time++)
      core = fnvHash(JSON.stringify([content, time]));
    const extent = { core, letThrough: hashesOf(letThrough), kept: hashesOf(kept) };
    const shown = { mapping, change, before: before.join("; "), after: after.join("; ") };
    return { extent, entry: acceptedEntry({ ...shown, of: writtenExtent(extent) }, "") };
  };
}

/** Tells which of some entries accept a difference. */
export function coveringEntries(
  entries: readonly AcceptedEntry[],
): (difference: AcceptableDifference) => readonly AcceptedEntry[] {
  const byKey = groupBy(entries, keyOfEntry);
  return ({ entry: { mapping }, extent }) =>
    (byKey.get(keyOf(mapping, extent.core)) ?? []).filter(({ of }) => {
      const { letThrough, kept } = readExtent(of ?? "");
      return isPartOf(extent.letThrough, letThrough) && isPartOf(kept, extent.kept);
    });
}

function keyOfEntry({ mapping, of }: AcceptedEntry): string {
  return keyOf(mapping, readExtent(of ?? "").core);
}

function keyOf(mapping: string, core: string): string {
  return JSON.stringify([mapping, core]);
}

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const has = new Set(whole);
  return part.every((one) => has.has(one));
}

/** Of equal texts each has a hash of its own: where a rule stood twice, the second lets more through than the first. */
function hashesOf(texts: readonly string[]): readonly string[] {
  return [...groupBy(texts, (text) => text)]
    .flatMap(([text, equal]) => equal.map((_, number) => fnvHash(number === 0 ? text : `${number} ${text}`)))
    .sort();
}

/** As `CORE -LET -LET +KEPT`. */
function writtenExtent({ core, letThrough, kept }: Extent): string {
  return [core, ...letThrough.map((one) => `-${one}`), ...kept.map((one) => `+${one}`)].join(" ");
}

function readExtent(of: string): Extent {
  const [core = "", ...others] = of.split(" ");
  const marked = (mark: string): readonly string[] =>
    others.flatMap((one) => (one.startsWith(mark) ? [one.slice(1)] : []));
  return { core, letThrough: marked("-"), kept: marked("+") };
}
