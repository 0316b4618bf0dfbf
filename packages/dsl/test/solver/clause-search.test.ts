import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
// Imports internals: a search over clauses has no door, and is held here against trying all truth values.
import { ClauseSearch } from "../../src/solver/clause-search.js";
import { Work } from "../../src/solver/work.js";

/*
 * The search over truth values, held against trying all of them: what it finds meets every clause, and where it finds nothing there is
 * nothing, however clauses come to it.
 */

const VARIABLES = 7;
const SETS = 3;
const ALL_VALUES = 0b1111n;

interface Problem {
  readonly clauses: readonly (readonly number[])[];
  /** What the first variables mean. */
  readonly sets: readonly bigint[];
}

function randomProblem(random: Random): Problem {
  const clauseOf = () =>
    Array.from(
      { length: 1 + Math.floor(random.fraction() * 3) },
      () => (1 + Math.floor(random.fraction() * VARIABLES)) * (random.chance(0.5) ? 1 : -1),
    );
  return {
    clauses: Array.from({ length: 8 + Math.floor(random.fraction() * 22) }, clauseOf),
    sets: Array.from({ length: SETS }, () => BigInt(Math.floor(random.fraction() * 16))),
  };
}

function searchFor({ sets }: Problem): ClauseSearch {
  const search = new ClauseSearch(ALL_VALUES);
  for (let variable = 1; variable <= VARIABLES; variable++) {
    search.addVariable();
    const values = sets[variable - 1];
    if (values !== undefined) search.addSet({ variable, values });
  }
  return search;
}

/** All ways in which the variables can be true or not such that a value is left, one bit for each variable. */
function waysOf({ sets }: Problem): readonly number[] {
  return Array.from({ length: 2 ** VARIABLES }, (_, way) => way).filter((way) => {
    const left = sets.reduce((kept, set, index) => kept & (isTrue(way, index + 1) ? set : ~set), ALL_VALUES);
    return left !== 0n;
  });
}

function isTrue(way: number, variable: number): boolean {
  return (way & (1 << (variable - 1))) !== 0;
}

function meets(way: number, clause: readonly number[]): boolean {
  return clause.some((literal) => isTrue(way, Math.abs(literal)) === literal > 0);
}

/** Every way that what is decided leaves open: the others may be true or not, if the values allow it. */
function decidedWays(search: ClauseSearch, ways: readonly number[]): readonly number[] {
  return ways.filter((way) =>
    Array.from({ length: VARIABLES }, (_, index) => index + 1).every((variable) => {
      const value = search.valueOf(variable);
      return value === null || value === isTrue(way, variable);
    }),
  );
}

const PLENTY = 1_000_000;

describe("a search over truth values", () => {
  test("finds one that meets every clause, or there is none, however many clauses came before", () => {
    const seen = new Set<string>();
    for (let run = 0, seed = firstSeed(1); run < runs(400); run++, seed++) {
      const problem = randomProblem(new Random(seed));
      const search = searchFor(problem);
      const ways = waysOf(problem);
      let left = ways;
      for (const [index, clause] of problem.clauses.entries()) {
        search.require(clause);
        left = left.filter((way) => meets(way, clause));
        const result = search.next(new Work(PLENTY));
        seen.add(result);
        expect(result, `seed ${seed}, clause ${index}`).toBe(left.length > 0 ? "satisfied" : "impossible");
        if (result === "impossible") break;
        // Whatever is not decided matters to no clause.
        const decided = decidedWays(search, ways);
        expect(decided.length, `seed ${seed}`).toBeGreaterThan(0);
        expect(
          decided.every((way) => left.includes(way)),
          `seed ${seed}, clause ${index}`,
        ).toBe(true);
      }
    }
    expect([...seen].sort()).toEqual(["impossible", "satisfied"]);
  });

  test("goes through all ways if each that it finds is refuted", () => {
    for (let run = 0, seed = firstSeed(1); run < runs(200); run++, seed++) {
      const problem = randomProblem(new Random(seed));
      const clauses = problem.clauses.slice(0, 10);
      const search = searchFor(problem);
      for (const clause of clauses) search.require(clause);
      const ways = waysOf(problem);
      const left = new Set(ways.filter((way) => clauses.every((clause) => meets(way, clause))));
      const work = new Work(PLENTY);
      while (search.next(work) === "satisfied") {
        const decided = decidedWays(search, ways);
        expect(
          decided.some((way) => left.delete(way)),
          `seed ${seed}`,
        ).toBe(true);
        for (const way of decided) left.delete(way);
        search.learn(
          search.chosen.map((literal) => -literal),
          work,
        );
      }
      expect([...left], `seed ${seed}`).toEqual([]);
    }
  });

  test("says of what is assumed which leaves no way, and forgets it with the next assumption", () => {
    let refuted = 0;
    for (let run = 0, seed = firstSeed(1); run < runs(200); run++, seed++) {
      const random = new Random(seed);
      const problem = randomProblem(random);
      const search = searchFor(problem);
      const ways = waysOf(problem);
      const conditions = problem.clauses.map((clause) => {
        const condition = search.addVariable();
        search.requireIf(condition, clause);
        return { condition, clause };
      });
      const leavesNone = (some: typeof conditions): boolean =>
        !ways.some((way) => some.every(({ clause }) => meets(way, clause)));
      for (let round = 0; round < 5; round++) {
        const assumed = conditions.filter(() => random.chance(0.7));
        search.assume(assumed.map(({ condition }) => condition));
        const result = search.next(new Work(PLENTY));
        expect(result === "impossible", `seed ${seed}`).toBe(leavesNone(assumed));
        if (result !== "impossible") continue;
        const against = assumed.filter(({ condition }) => search.refuted.includes(condition));
        expect(against.length, `seed ${seed}`).toBe(search.refuted.length);
        expect(leavesNone(against), `seed ${seed}`).toBe(true);
        refuted++;
      }
    }
    expect(refuted).toBeGreaterThan(0);
  });

  test("leaves what must not hold undecided or not so, if it can", () => {
    const search = new ClauseSearch(ALL_VALUES);
    const [a, b, c] = [search.addVariable(), search.addVariable(), search.addVariable()];
    search.require([a, -b]);
    search.know([b, c]);
    expect(search.next(new Work(PLENTY))).toBe("satisfied");
    // What is known is not asked for, but follows.
    expect([a, b, c].map((variable) => search.valueOf(variable))).toEqual([null, false, true]);
  });

  test("ends at its bound, and is decided with more steps", () => {
    const search = new ClauseSearch(ALL_VALUES);
    const variables = Array.from({ length: 60 }, () => search.addVariable());
    // Of 30 pairs one each, and never two that are neighbours: there is a way.
    for (const [index, one] of variables.entries()) {
      const next = variables[index + 1];
      if (next !== undefined) search.require(index % 2 === 0 ? [one, next] : [-one, -next]);
    }
    expect(search.next(new Work(10))).toBe("exhausted");
    expect(search.next(new Work(PLENTY))).toBe("satisfied");
  });
});
