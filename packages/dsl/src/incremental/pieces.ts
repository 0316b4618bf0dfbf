/**
 * A list cut into short ones, which edits of the list leave as they are but for the one or two that they touch: the very same
 * arrays. So what is memoized by piece is worked out anew for few items.
 */
export type Pieces<Item> = readonly (readonly Item[])[];

/** Items in a piece at most. */
const LARGEST = 128;

/**
 * A piece that would be shorter takes in the next one, or at the end the one before it, so that after many edits there are not more and
 * more of them.
 */
const SMALLEST = 32;

/** Cuts a list; pieces of an earlier list that are in it at the same distance from one of its ends are taken over. Linear. */
export function cutIntoPieces<Item>(items: readonly Item[], earlier: Pieces<Item>): Pieces<Item> {
  let [head, start] = [0, 0];
  for (const piece of earlier) {
    if (!standsAt(piece, items, start)) break;
    start += piece.length;
    head++;
  }
  let [tail, end] = [earlier.length, items.length];
  for (; tail > head; tail--) {
    const piece = earlier[tail - 1];
    if (piece === undefined || end - piece.length < start) break;
    if (!standsAt(piece, items, end - piece.length)) break;
    end -= piece.length;
  }
  if (start === end && tail === head) return earlier;
  for (; end > start && end - start < SMALLEST && tail < earlier.length; tail++)
    end += earlier[tail]?.length ?? 0;
  for (; end > start && end - start < SMALLEST && head > 0; head--) start -= earlier[head - 1]?.length ?? 0;
  return [...earlier.slice(0, head), ...evenParts(items.slice(start, end)), ...earlier.slice(tail)];
}

function standsAt<Item>(piece: readonly Item[], items: readonly Item[], start: number): boolean {
  if (start + piece.length > items.length) return false;
  for (let index = 0; index < piece.length; index++) if (piece[index] !== items[start + index]) return false;
  return true;
}

function evenParts<Item>(items: readonly Item[]): Pieces<Item> {
  const count = Math.ceil(items.length / LARGEST);
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)),
  );
}
