import type { FileModel, StatementSyntax } from "@responses/dsl";
import { addToGroup } from "@responses/dsl/editor";

/** A statement of the text as it is now, and the statements that say what it meant last. */
interface StatementSlot {
  readonly current: StatementSyntax;
  /** The statement itself where it can be understood; for a broken one what stood there before, which may be nothing. */
  readonly standIns: readonly StatementSyntax[];
}

/**
 * A text in which each broken statement is replaced by what stood there when it could last be understood. So that a
 * mapping goes on meaning something while somebody types.
 */
export interface RepairedText {
  readonly text: string;
  /** For each statement of the repaired text, the number of the current statement that it is or stands in for. */
  readonly origins: readonly number[];
  /** The numbers of the current statements that are replaced. */
  readonly replaced: ReadonlySet<number>;
  /** Whether something stands in that the text does not say any more; a statement that is only begun takes nothing away. */
  readonly isStale: boolean;
  readonly slots: readonly StatementSlot[];
  readonly preamble: string;
}

/** A text that needs no repair, for the next that does. */
export function unrepaired(file: FileModel): RepairedText {
  return repairText(file, new Set(), null);
}

/**
 * Repairs a file's text by means of the one before the last edit; null for `previous` where there was none. `broken` has
 * the numbers of the statements that cannot be used as they are; -1 is what stands before the first. Linear.
 */
export function repairText(
  file: FileModel,
  broken: ReadonlySet<number>,
  previous: RepairedText | null,
): RepairedText {
  const { statements, source } = file.tree;
  const now = statements.map(({ syntax }) => syntax);
  const slots = stretchesOf(previous?.slots ?? [], now).flatMap(({ from, to, before }) =>
    now.slice(from, to).map((current, index): StatementSlot => {
      const standIns = broken.has(from + index) ? predecessors(before, index, to - from, current) : [current];
      return { current, standIns };
    }),
  );
  const ownPreamble = source.text.slice(0, statements[0]?.start ?? source.text.length);
  const preamble = broken.has(-1) ? (previous?.preamble ?? "") : ownPreamble;
  const isStale = slots.some((slot, index) => broken.has(index) && !isKept(slot));
  return { ...write(preamble, slots, broken), isStale, slots, preamble };
}

/** Whether the text still says all that stands in for a broken statement: it is new, or something was begun on a line below it. */
function isKept({ current, standIns }: StatementSlot): boolean {
  const [standIn, ...others] = standIns;
  if (standIn === undefined) return true;
  const whole = standIn.text.trimEnd();
  return (
    others.length === 0 &&
    current.text.startsWith(whole) &&
    /^[ \t]*[\r\n]/.test(current.text.slice(whole.length))
  );
}

/** Statements of the text as it is now, from one number up to another, and what stood in their place before. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly before: readonly StatementSlot[];
}

/** Splits both texts at the statements that are the very same in both; each of those is a stretch by itself. */
function stretchesOf(before: readonly StatementSlot[], now: readonly StatementSyntax[]): readonly Stretch[] {
  const places = new Map<StatementSyntax, number[]>();
  before.forEach(({ current }, index) => {
    addToGroup(places, current, index);
  });
  const stretches: Stretch[] = [];
  let from = 0;
  let next = 0;
  const finish = (to: number, end: number) => {
    if (from < to) stretches.push({ from, to, before: before.slice(next, end) });
  };
  now.forEach((syntax, index) => {
    const place =
      before[next]?.current === syntax ? next : places.get(syntax)?.find((known) => known >= next);
    if (place === undefined) return;
    finish(index, place);
    stretches.push({ from: index, to: index + 1, before: before.slice(place, place + 1) });
    from = index + 1;
    next = place + 1;
  });
  finish(now.length, before.length);
  return stretches;
}

/**
 * What stood where a broken statement stands, among the statements that an edit replaced. The last of them inherits all
 * that is left, since an open text swallows what follows it.
 */
function predecessors(
  before: readonly StatementSlot[],
  index: number,
  count: number,
  syntax: StatementSyntax,
): readonly StatementSyntax[] {
  if (index === count - 1) return before.slice(index).flatMap(({ standIns }) => standIns);
  const same = before[index];
  // A statement that is being typed above others must not take the place of the one below it.
  return same !== undefined && (same.current.word === syntax.word || before.length === count)
    ? same.standIns
    : [];
}

function write(
  preamble: string,
  slots: readonly StatementSlot[],
  broken: ReadonlySet<number>,
): Pick<RepairedText, "text" | "origins" | "replaced"> {
  const pieces = [preamble];
  const origins: number[] = [];
  const replaced = new Set<number>();
  let endsLine = preamble === "" || /[\r\n]$/.test(preamble) || preamble === "\ufeff";
  slots.forEach(({ standIns }, index) => {
    if (broken.has(index)) replaced.add(index);
    for (const { text } of standIns) {
      pieces.push(endsLine ? text : `\n${text}`);
      origins.push(index);
      endsLine = /[\r\n]$/.test(text);
    }
  });
  return { text: pieces.join(""), origins, replaced };
}
