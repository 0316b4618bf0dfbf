/** Longer words are compared with none: no word of the language and no name is near to them, and it takes their square. */
const LONGEST = 40;

/**
 * The candidate that was probably meant: the one with the fewest typos (a letter missing, added, changed, or two
 * neighbours swapped; Damerau's optimal string alignment) from what was written, if they are few for its length.
 */
export function closest<Candidate extends string>(
  written: string,
  candidates: readonly Candidate[],
): Candidate | null {
  if (written.length > LONGEST) return null;
  let best: Candidate | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const allowed = candidate.length <= 3 ? 1 : candidate.length <= 6 ? 2 : 3;
    // No fewer typos lie between two words than one has more letters; most candidates need no more than this look.
    if (Math.abs(written.length - candidate.length) > allowed) continue;
    const distance = editDistance(written, candidate);
    if (distance <= allowed && distance < Math.min(bestDistance, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many typos (see `closest`) lie between the two; for short words. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > LONGEST) return Infinity;
  // Three rows of the table take turns: misspelled words stand in files by the hundred thousand.
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let current: number[] = [];
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const own = a.charCodeAt(row - 1);
      const others = b.charCodeAt(column - 1);
      let cost = at(last, column - 1) + (own === others ? 0 : 1);
      cost = Math.min(cost, at(last, column) + 1, at(current, column - 1) + 1);
      const swapped =
        row > 1 && column > 1 && own === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === others;
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current[column] = cost;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
