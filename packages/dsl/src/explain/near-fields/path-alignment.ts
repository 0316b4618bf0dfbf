import { type NameDistance, nameDistance } from "../../text/name-distance.js";

/*
 * How a path that leads to nothing is laid beside one that leads somewhere: step by step, with as few changes as possible.
 */

/** What is changed in a path; the last counts where there are several. With another `step` both can be right, for different places. */
const CHANGES = ["spelling", "array", "step"] as const;
export type PathChange = (typeof CHANGES)[number];

/** A path that leads somewhere, and how much has to be changed for it. */
export interface NearPath<Path> {
  readonly path: Path;
  readonly cost: number;
  readonly change: PathChange;
}

/** What is laid side by side from some place on in both paths: the steps that lead there, and what they cost. */
export interface Alignment<Step> {
  readonly cost: number;
  readonly change: PathChange;
  readonly steps: readonly Step[];
}

/** What other steps cost. One name more or less is allowed, and beside it little else. */
export const COST = { array: 1, signs: 1, kind: 2, name: 4 } as const;
const OF_NAME: Readonly<Record<NameDistance, Pick<NearPath<never>, "cost" | "change">>> = {
  same: { cost: 0, change: "spelling" },
  "written otherwise": { cost: 1, change: "spelling" },
  typo: { cost: 2, change: "spelling" },
  plural: { cost: 2, change: "step" },
};
const DEAREST = 6;

/** Longer paths are compared with none: it takes the product of their lengths. */
export const LONGEST = 12;

/** Nothing is left of both paths. */
export const AT_END = { cost: 0, change: "spelling", steps: [] } as const;

/** Signs that people write between steps, in the place of those of the language: `result.accepted`, `result->accepted`, `a/b`. */
const STEP_SIGNS = /->|=>|[.→/]/;

/** The names that somebody may have meant by one: those between such signs in it. */
export function namesIn(name: string): readonly string[] {
  return name.split(STEP_SIGNS).filter((step) => step !== "");
}

/** What it takes to write one name for the other; null for another name. */
export function renaming(written: string, actual: string): Pick<NearPath<never>, "cost" | "change"> | null {
  const distance = nameDistance(written, actual);
  return distance === null ? null : OF_NAME[distance];
}

/** A step, or none, before what is laid side by side behind it. */
export function before<Step>(
  first: Alignment<Step>,
  rest: Alignment<Step> | null | undefined,
): Alignment<Step> | null {
  if (rest == null) return null;
  return {
    cost: first.cost + rest.cost,
    change: CHANGES.indexOf(first.change) < CHANGES.indexOf(rest.change) ? rest.change : first.change,
    steps: [...first.steps, ...rest.steps],
  };
}

/** The nearer of two paths; the first where both are as near. */
export function nearerOf<Path>(
  one: NearPath<Path> | null,
  other: NearPath<Path> | null,
): NearPath<Path> | null {
  return one === null || (other !== null && other.cost < one.cost) ? other : one;
}

/** The first of the cheapest ways. */
export function cheapest<Step>(ways: readonly (Alignment<Step> | null)[]): Alignment<Step> | null {
  let best: Alignment<Step> | null = null;
  for (const way of ways) if (way !== null && (best === null || way.cost < best.cost)) best = way;
  return best;
}

/** The alignment as a path, unless it changes nothing or too much. `changed` is the cost of what was changed before it. */
export function nearPathOf<Step, Path>(
  found: Alignment<Step> | null,
  changed: number,
  toPath: (steps: readonly Step[]) => Path,
): NearPath<Path> | null {
  if (found === null) return null;
  const cost = found.cost + changed;
  return cost === 0 || cost > DEAREST ? null : { path: toPath(found.steps), cost, change: found.change };
}
