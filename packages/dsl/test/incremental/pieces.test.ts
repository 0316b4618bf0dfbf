import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: how a list is cut for what is kept between edits, no door shows.
import { cutIntoPieces, type Pieces } from "../../src/incremental/pieces.js";

const EDITS = 60;
/** Where the pieces of a list are so long at most, and none but the last is short, there are so many. */
const LONGEST = 128;

/** An item of its own, told apart from all others by what it is and not by what it says. */
const item = (): object => ({});

function edited(items: readonly object[], random: Random): readonly object[] {
  const start = random.integer(0, items.length);
  const removed = random.chance(0.1) ? random.integer(0, 300) : random.integer(0, 2);
  const added = random.several(0, random.chance(0.1) ? 300 : 2, item);
  return [...items.slice(0, start), ...added, ...items.slice(start + removed)];
}

test("pieces are the list, none is long, and after an edit of one item all but one are the very same", () => {
  for (let run = 0, seed = firstSeed(1); run < runs(40); run++, seed++) {
    const random = new Random(seed);
    let items: readonly object[] = random.several(0, 2_000, item);
    let pieces: Pieces<object> = cutIntoPieces(items, []);
    for (let edit = 0; edit < EDITS; edit++) {
      items = edited(items, random);
      pieces = cutIntoPieces(items, pieces);
      expect(pieces.flat(), `seed ${seed}`).toEqual(items);
      expect(pieces.every(({ length }) => length > 0 && length <= LONGEST + 32)).toBe(true);
    }
    if (items.length === 0) continue;
    const place = random.integer(0, items.length - 1);
    const before = new Set(pieces);
    const after = cutIntoPieces([...items.slice(0, place), item(), ...items.slice(place + 1)], pieces);
    const lost = pieces.filter((piece) => !after.includes(piece));
    expect(lost.length, `seed ${seed}`).toBeLessThanOrEqual(2);
    expect(after.filter((piece) => !before.has(piece)).length).toBeLessThanOrEqual(2);
  }
});

test("a list that is what it was has the very pieces that it had", () => {
  const items = Array.from({ length: 1_000 }, item);
  const pieces = cutIntoPieces(items, []);
  expect(cutIntoPieces([...items], pieces)).toBe(pieces);
});

test("items that come and go one by one leave no more and more pieces", () => {
  const random = new Random(firstSeed(1));
  let items: readonly object[] = Array.from({ length: 1_280 }, item);
  let pieces = cutIntoPieces(items, []);
  for (let edit = 0; edit < 3_000; edit++) {
    const place = random.integer(0, items.length - 1);
    const added = edit % 2 === 0 ? [item()] : [];
    items = [...items.slice(0, place), ...added, ...items.slice(place + 1 - added.length)];
    pieces = cutIntoPieces(items, pieces);
  }
  // Ten pieces hold them; halves of pieces that grew make twice as many, and short ones are taken in by their neighbours.
  expect(pieces.length).toBeLessThanOrEqual(1_280 / 32);
});

test("items that are added at the end one by one leave no more and more pieces", () => {
  let items: readonly object[] = [];
  let pieces: Pieces<object> = [];
  for (let edit = 0; edit < 2_000; edit++) {
    items = [...items, item()];
    pieces = cutIntoPieces(items, pieces);
  }
  expect(pieces.flat()).toEqual(items);
  expect(pieces.length).toBeLessThanOrEqual(2_000 / 32);
});
