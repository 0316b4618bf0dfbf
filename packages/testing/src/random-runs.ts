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
