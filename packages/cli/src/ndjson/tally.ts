import type { Verdict } from "@responses/dsl";

/** A line that could not be read. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  /** From 1; null where the line as a whole is meant. */
  readonly column: number | null;
  readonly reason: string;
}

/** What a stream held so far. */
export interface Tally {
  /** All lines, the empty ones and the bad ones included. */
  readonly lines: number;
  readonly bad: number;
  readonly bytes: number;
  readonly verdicts: Readonly<Record<Verdict["outcome"], number>>;
  /** How many bodies hold U+FFFD, the mark of a lost character, and the line of the first; null where none does. */
  readonly lost: LostBodies | null;
  /** Lines of which nothing was read, neither a status nor a body. */
  readonly unread: number;
  /** Lines without a body, and with a status that is no integer; null where there is none. */
  readonly withoutBody: OddLines | null;
  readonly oddStatus: OddLines | null;
  /** Lines that are known to have their status under other names, not all of them. */
  readonly otherStatus: OddLines | null;
  /** How many verdicts have each label, by outcome and label; those that are too many labels to tell apart under `OTHER_LABELS`. */
  readonly labels: ReadonlyMap<string, number>;
  /** How many responses each rule decided, by its number; empty unless that was asked. */
  readonly rules: ReadonlyMap<number, number>;
}

/** Lines of one oddity. */
export interface OddLines {
  readonly lines: number;
  readonly firstLine: number;
  /** Names that they have, those of the first ones. */
  readonly names: readonly string[];
}

/** Labels that are told apart at most: a mapping can take them out of bodies. */
const MOST_LABELS = 1000;

export const OTHER_LABELS = "";

export interface LostBodies {
  readonly bodies: number;
  readonly firstLine: number;
  /** Whether that line's own bytes are no UTF-8: else the mark came with it. */
  readonly isNotUtf8: boolean;
}

export const NO_LINES: Tally = {
  lines: 0,
  bad: 0,
  bytes: 0,
  verdicts: { success: 0, reject: 0, error: 0, unmapped: 0 },
  lost: null,
  unread: 0,
  withoutBody: null,
  oddStatus: null,
  otherStatus: null,
  labels: new Map(),
  rules: new Map(),
};

/** Counts one more of a label. */
export function countLabel(labels: Map<string, number>, key: string, count: number): void {
  const kept = labels.has(key) || labels.size < MOST_LABELS ? key : OTHER_LABELS;
  labels.set(kept, (labels.get(kept) ?? 0) + count);
}

/** The tally of a stream, given that of its beginning and that of what follows. */
export function sumOf(one: Tally, next: Tally): Tally {
  return {
    lines: one.lines + next.lines,
    bad: one.bad + next.bad,
    bytes: one.bytes + next.bytes,
    verdicts: {
      success: one.verdicts.success + next.verdicts.success,
      reject: one.verdicts.reject + next.verdicts.reject,
      error: one.verdicts.error + next.verdicts.error,
      unmapped: one.verdicts.unmapped + next.verdicts.unmapped,
    },
    lost: lostIn(one, next),
    unread: one.unread + next.unread,
    withoutBody: oddIn(one.withoutBody, next.withoutBody, one.lines),
    oddStatus: oddIn(one.oddStatus, next.oddStatus, one.lines),
    otherStatus: oddIn(one.otherStatus, next.otherStatus, one.lines),
    labels: sumOfLabels(one.labels, next.labels),
    rules: sumOfRules(one.rules, next.rules),
  };
}

function oddIn(one: OddLines | null, next: OddLines | null, linesBefore: number): OddLines | null {
  if (next === null) return one;
  const first = one ?? { ...next, firstLine: linesBefore + next.firstLine };
  return { ...first, lines: (one?.lines ?? 0) + next.lines, names: withNames(first.names, next.names) };
}

/** So many names of odd lines are told. */
const MOST_NAMES = 6;

/** Names, and those of them that are new, as long as few are known. */
export function withNames(known: readonly string[], next: readonly string[]): readonly string[] {
  if (known.length >= MOST_NAMES || next.every((name) => known.includes(name))) return known;
  return [...new Set([...known, ...next])].slice(0, MOST_NAMES);
}

function sumOfLabels(
  one: ReadonlyMap<string, number>,
  next: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (next.size === 0) return one;
  const labels = new Map(one);
  for (const [key, count] of next) countLabel(labels, key, count);
  return labels;
}

function sumOfRules(
  one: ReadonlyMap<number, number>,
  next: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  if (next.size === 0) return one;
  const rules = new Map(one);
  for (const [rule, count] of next) rules.set(rule, (rules.get(rule) ?? 0) + count);
  return rules;
}

function lostIn(one: Tally, next: Tally): LostBodies | null {
  if (next.lost === null) return one.lost;
  const bodies = (one.lost?.bodies ?? 0) + next.lost.bodies;
  const first = one.lost ?? { ...next.lost, firstLine: one.lines + next.lost.firstLine };
  return { ...first, bodies };
}
