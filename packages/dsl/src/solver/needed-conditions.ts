import { type AskedTest, opposites } from "../plan/relations/condition-relations.js";
import type { AtomTable } from "./atoms.js";
import { Encoding } from "./encoding.js";
import { wantedResponse } from "./wanted-response.js";
import type { Work } from "./work.js";

/**
 * Of conditions that together leave no response which passes some tests and meets none of them, fewer that do so: as few as leaving out
 * one after the other gives, the last one first. Each time the search says which it used, and all others are left out with it.
 *
 * @returns their places, ascending; all of them where the steps do not suffice to know better
 */
export function neededConditions(
  tests: readonly AskedTest[],
  conditions: readonly (readonly AskedTest[])[],
  table: AtomTable,
  work: Work,
): readonly number[] {
  const encoding = new Encoding(table);
  for (const test of tests) encoding.require([test]);
  const assumable = conditions.map((condition) => encoding.requireIfAssumed(opposites(condition)));
  /** Those of some conditions that leave nothing; null where it is not known that they do. */
  const refuting = (places: readonly number[]): readonly number[] | null => {
    encoding.assume(places.flatMap((place) => assumable[place] ?? []));
    for (;;) {
      const result = encoding.next(work);
      if (result === "exhausted") return null;
      if (result === "impossible") {
        const used = new Set(encoding.refuted);
        return places.filter((place) => used.has(assumable[place] ?? 0));
      }
      const wanted = wantedResponse(encoding.status, encoding.decided, work);
      if (wanted.kind !== "none") return null;
      encoding.refute(wanted.because, work);
    }
  };
  const all = [...conditions.keys()];
  return all.reduceRight<readonly number[]>(
    (kept, one) => (kept.includes(one) ? (refuting(kept.filter((place) => place !== one)) ?? kept) : kept),
    refuting(all) ?? all,
  );
}
