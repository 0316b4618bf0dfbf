import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: a map of which versions are kept between edits, no door shows.
import { VersionedMap } from "../../src/incremental/versioned-map.js";

const KEYS = [
  "",
  "a",
  "b",
  "Reason 1",
  "Reason 12",
  "Reason 21",
  "é",
  "😀",
  "x".repeat(40),
  `y${"x".repeat(40)}`,
];

test("every version keeps what it was made of, whatever versions come after it", () => {
  for (let run = 0, seed = firstSeed(1); run < runs(100); run++, seed++) {
    const random = new Random(seed);
    let map = VersionedMap.empty<number>();
    let expected: ReadonlyMap<string, number> = new Map();
    const versions: [VersionedMap<number>, ReadonlyMap<string, number>][] = [];
    for (let version = 0; version < 20; version++) {
      const changes = new Map(
        random.several(0, 4, () => [random.pick(KEYS), random.chance(0.3) ? null : random.integer(0, 9)]),
      );
      map = map.with(changes);
      const next = new Map(expected);
      for (const [key, value] of changes) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      expected = next;
      versions.push([map, expected]);
    }
    for (const [kept, values] of versions)
      for (const key of KEYS) expect(kept.get(key), `seed ${seed}, ${key}`).toBe(values.get(key));
  }
});
