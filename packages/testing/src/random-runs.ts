/*
 * How many runs a random test makes and from which seed: what the test says, unless the environment says otherwise.
 *
 * - RESPONSES_RUNS: `7` makes seven runs, `10%` a tenth of what each test usually makes, `1000%` ten times as many.
 * - RESPONSES_SEED: the seed, or the first one of those that take one for each run.
 */

/**
 * The number of runs of a random test, one at least.
 *
 * @throws where RESPONSES_RUNS is neither a number nor a percentage: a test without runs would show nothing
 */
export function runs(usual: number): number {
  return runsSaid(process.env.RESPONSES_RUNS, usual);
}

/** As `runs`, for what the variable says. */
export function runsSaid(said: string | undefined, usual: number): number {
  if (said === undefined || said === "") return usual;
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(said) ?? [];
  if (digits === undefined) throw new Error(`RESPONSES_RUNS is a number or a percentage, not ${said}`);
  const number = percent === "%" ? (usual * Number(digits)) / 100 : Number(digits);
  return Math.max(1, Math.round(number));
}

/**
 * The seed that a random test begins with.
 *
 * @throws where RESPONSES_SEED is no number
 */
export function firstSeed(usual: number): number {
  return seedSaid() ?? usual;
}

/**
 * One in so many cases of a long table, from another one on in each run, so that what one run leaves out another tries. More runs than
 * usual are more of the cases, up to all; a seed decides with which it begins.
 */
export function oneIn<Case>(parts: number, cases: readonly Case[]): readonly Case[] {
  const step = Math.ceil(parts / runs(1));
  const first = Math.abs(firstSeed(Math.floor(Date.now() / 1_000))) % step;
  // Neighbours are alike: one of each few leaves some of every kind.
  return cases.filter((_, index) => index % step === first);
}

/** The parameters of `fc.assert`: fast-check draws a seed by itself and tells it where a run fails. */
export function randomRuns(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const seed = seedSaid();
  return seed === undefined ? { numRuns: runs(usual) } : { numRuns: runs(usual), seed };
}

function seedSaid(): number | undefined {
  const said = process.env.RESPONSES_SEED;
  if (said === undefined || said === "") return undefined;
  const seed = Number(said);
  if (!Number.isInteger(seed)) throw new Error(`RESPONSES_SEED is a whole number, not ${said}`);
  return seed;
}
