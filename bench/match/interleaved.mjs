import { median } from "../stopwatch.mjs";

/*
 * Times competitors that answer the same questions. They take turns in rounds, each round beginning with another, so that what
 * else the machine does meets all alike. Each competitor gets a loop of its own: in one that they shared, the engine would
 * compile a call to any of them, and none could be inlined.
 */

/**
 * @template Input
 * @typedef {object} Competitor
 * @property {string} name
 * @property {(input: Input) => unknown} work
 * @property {boolean} [isAsynchronous] so that the loop awaits each answer
 */

/**
 * @typedef {object} Pace
 * @property {number} warmUpMs of each competitor, before the first round
 * @property {number} sliceMs of each competitor in each round
 * @property {number} rounds
 */

/** @type {Pace} */
export const FULL_PACE = { warmUpMs: 50, sliceMs: 14, rounds: 11 };

/** @type {Pace} */
export const QUICK_PACE = { warmUpMs: 25, sliceMs: 4, rounds: 5 };

const MOST_MS_A_CELL = 4000;
const FEWEST_ROUNDS = 3;

/**
 * @template Input
 * @typedef {(work: (input: Input) => unknown, inputs: readonly Input[], times: number) => number | Promise<number>} Loop
 */

/**
 * @template Input
 * @param {Competitor<Input>} competitor
 * @returns {Loop<Input>} takes all inputs so many times
 */
function loopOf({ isAsynchronous = false }) {
  const source = `return ${isAsynchronous ? "async " : ""}function (work, inputs, times) {
    let sum = 0;
    for (let time = 0; time < times; time++) {
      for (let i = 0; i < inputs.length; i++) sum += ${isAsynchronous ? "await " : ""}work(inputs[i]) === -1 ? 1 : 0;
    }
    return sum;
  }`;
  return new Function(source)();
}

/**
 * Nanoseconds that each competitor takes for one input, of every round.
 *
 * @template Input
 * @param {readonly Competitor<Input>[]} competitors
 * @param {readonly Input[]} inputs
 * @param {Pace} pace
 * @returns {Promise<readonly (readonly number[])[]>} by competitor, then by round
 */
export async function timeInterleaved(competitors, inputs, { warmUpMs, sliceMs, rounds }) {
  const runs = [];
  let roundMs = 0;
  for (const competitor of competitors) {
    const loop = loopOf(competitor);
    const each = await warmUp(competitor, loop, inputs, warmUpMs);
    roundMs += Math.max(sliceMs, each);
    runs.push({
      competitor,
      loop,
      times: Math.max(1, Math.round(sliceMs / each)),
      taken: /** @type {number[]} */ ([]),
    });
  }
  // Of what takes seconds, a few rounds are enough.
  const fitting = Math.max(FEWEST_ROUNDS, Math.min(rounds, Math.floor(MOST_MS_A_CELL / roundMs)));
  for (let round = 0; round < fitting; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const run = runs[(turn + round) % runs.length];
      if (run === undefined) continue;
      const start = performance.now();
      const sum = run.loop(run.competitor.work, inputs, run.times);
      // An await also gives way to others; who answers at once need not pay for it.
      if (typeof sum !== "number") await sum;
      run.taken.push(((performance.now() - start) * 1e6) / (run.times * inputs.length));
    }
  }
  return runs.map(({ taken }) => taken);
}

/**
 * @template Input
 * @param {Competitor<Input>} competitor
 * @param {Loop<Input>} loop
 * @param {readonly Input[]} inputs
 * @param {number} milliseconds
 * @returns {Promise<number>} milliseconds that it takes for all inputs in the end
 */
async function warmUp({ work }, loop, inputs, milliseconds) {
  const end = performance.now() + milliseconds;
  let times = 1;
  for (;;) {
    const start = performance.now();
    await loop(work, inputs, times);
    const now = performance.now();
    if (now >= end) return (now - start) / times;
    if (now - start < milliseconds / 8) times *= 2;
  }
}

/**
 * @typedef {object} Figure
 * @property {number} median
 * @property {number} least
 * @property {number} most
 */

/**
 * @param {readonly number[]} values
 * @returns {Figure}
 */
export function figureOf(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}
