/** Lines that stay the same above and below a change. */
const CONTEXT = 3;

/** Lines that differ beyond which a stretch is shown as replaced as a whole: how they belong together would take too long to find out. */
const MOST_DIFFERING = 1000;

interface DiffLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/**
 * Two texts as a unified diff, which `git apply` and `patch -p1` take; no line where they are the same. Takes time for the lines times how
 * many of them differ.
 *
 * @param path what both files are called in it
 */
export function unifiedDiff(path: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  const lines = differingLines(linesOf(before), linesOf(after));
  const name = path.replaceAll("\\", "/").replace(/^\/+/, "");
  return [`--- a/${name}`, `+++ b/${name}`, ...hunksOf(lines).flatMap(hunkLines)];
}

/** Each with its line feed, if it has one. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

interface Hunk {
  readonly lines: readonly DiffLine[];
  /** Of its first line in both texts, from 0. */
  readonly before: number;
  readonly after: number;
}

function hunksOf(lines: readonly DiffLine[]): readonly Hunk[] {
  const changed = lines.flatMap(({ mark }, index) => (mark === " " ? [] : [index]));
  const stretches: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = stretches.at(-1);
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + 1 + CONTEXT);
    if (last !== undefined && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  let at = 0;
  let before = 0;
  let after = 0;
  const pass = (to: number): void => {
    for (; at < to; at++) {
      if (lines[at]?.mark !== "+") before++;
      if (lines[at]?.mark !== "-") after++;
    }
  };
  return stretches.map(({ from, to }) => {
    pass(from);
    const hunk = { lines: lines.slice(from, to), before, after };
    pass(to);
    return hunk;
  });
}

function hunkLines({ lines, before, after }: Hunk): readonly string[] {
  const old = lines.filter(({ mark }) => mark !== "+").length;
  const now = lines.filter(({ mark }) => mark !== "-").length;
  return [
    `@@ -${rangeOf(before, old)} +${rangeOf(after, now)} @@`,
    ...lines.flatMap(({ mark, text }) =>
      text.endsWith("\n")
        ? [`${mark}${text.slice(0, -1)}`]
        : [`${mark}${text}`, "\\ No newline at end of file"],
    ),
  ];
}

/** Of no lines the line before counts. */
function rangeOf(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function differingLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const marked = (mark: DiffLine["mark"], texts: readonly string[]): readonly DiffLine[] =>
    texts.map((text) => ({ mark, text }));
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  return [
    ...marked(" ", before.slice(0, head)),
    ...(shortestEdit(old, now) ?? [...marked("-", old), ...marked("+", now)]),
    ...marked(" ", before.slice(before.length - tail)),
  ];
}

/** The fewest lines to take out and put in, as Myers found them; null where there are too many. */
function shortestEdit(old: readonly string[], now: readonly string[]): readonly DiffLine[] | null {
  // For each number of edits how far each diagonal reaches, by what was reached with one less.
  const reached: (readonly (readonly [diagonal: number, x: number])[])[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(MOST_DIFFERING, old.length + now.length); edits++) {
    reached.push([...furthest]);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(diagonal, edits, furthest);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return wayBack(old, now, edits, reached);
    }
    furthest = next;
  }
  return null;
}

/** Where a diagonal is entered: from the one above by a line put in, or from the one below by a line taken out. */
function startOn(diagonal: number, edits: number, furthest: ReadonlyMap<number, number>): number {
  const above = furthest.get(diagonal + 1) ?? -1;
  const below = furthest.get(diagonal - 1) ?? -1;
  return diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
}

function wayBack(
  old: readonly string[],
  now: readonly string[],
  edits: number,
  reached: readonly (readonly (readonly [number, number])[])[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let x = old.length;
  let y = now.length;
  for (let left = edits; left >= 0; left--) {
    const furthest = new Map(reached[left]);
    const diagonal = x - y;
    const start = startOn(diagonal, left, furthest);
    while (x > start) {
      x--;
      y--;
      lines.push({ mark: " ", text: old[x] ?? "" });
    }
    if (left === 0) break;
    const above = furthest.get(diagonal + 1) ?? -1;
    const below = furthest.get(diagonal - 1) ?? -1;
    if (diagonal === -left || (diagonal !== left && below < above)) {
      y--;
      lines.push({ mark: "+", text: now[y] ?? "" });
    } else {
      x--;
      lines.push({ mark: "-", text: old[x] ?? "" });
    }
  }
  return lines.reverse();
}
