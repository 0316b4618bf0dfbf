import { figureOf, timeInterleaved } from "./interleaved.mjs";
import { inTime } from "./units.mjs";

/*
 * One cell of a table: the compiled module against its peers, all of which must give the right answers before anything is
 * timed. A peer that takes too long for a call is asked once, and what that took stands in its place.
 */

/** @typedef {import("./interleaved.mjs").Figure} Figure */
/** @typedef {import("./interleaved.mjs").Pace} Pace */

/**
 * @template Input
 * @typedef {import("./interleaved.mjs").Competitor<Input>} Competitor
 */

/**
 * What came out for a peer: nanoseconds a call; or those of the only call that it was asked for; or why it was not asked.
 *
 * @typedef {{ kind: "timed", name: string, ns: Figure, ratio: Figure }} Timed
 * @typedef {{ kind: "once", name: string, ns: number }} Once
 * @typedef {{ kind: "out", name: string, reason: string }} Out
 * @typedef {Timed | Once | Out} PeerResult
 */

/**
 * @typedef {object} Comparison
 * @property {Readonly<Record<string, string | number>>} cell what is compared, by column
 * @property {Figure} ours nanoseconds a call
 * @property {readonly PeerResult[]} peers
 * @property {number | null} aim of the ratio, best peer ÷ ours
 */

/** Longer calls are not repeated. */
const MOST_MS_A_CALL = 100;

/** Calls that are expected to be longer than this are not even tried. */
const MOST_MS_EXPECTED = 1500;

/**
 * What calls took in the cells before, so that it is known of a peer that it is too slow before it is asked.
 */
export class KnownSpeeds {
  /** @type {Map<string, { ns: number, size: number }>} */
  #last = new Map();

  /**
   * @param {string} series a peer, and all of the cell but the size
   * @param {number} size
   * @returns {number} nanoseconds, if time grows as the size does; 0 if nothing is known
   */
  expected(series, size) {
    const last = this.#last.get(series);
    return last === undefined ? 0 : (last.ns * size) / last.size;
  }

  /**
   * @param {string} series
   * @param {number} size
   * @param {number} ns
   */
  learn(series, size, ns) {
    this.#last.set(series, { ns, size });
  }
}

/**
 * @template Input
 * @typedef {object} Question
 * @property {Readonly<Record<string, string | number>>} cell
 * @property {string} series all of the cell but the size
 * @property {number} size of the inputs
 * @property {readonly Input[]} inputs
 * @property {readonly unknown[]} expected answers
 * @property {(input: Input) => unknown} ours
 * @property {readonly (Competitor<Input> | Out)[]} peers
 * @property {number | null} aim
 */

/**
 * @template Input
 * @param {Question<Input>} question
 * @param {KnownSpeeds} speeds
 * @param {Pace} pace
 * @returns {Promise<Comparison>}
 * @throws {Error} if anybody gives a wrong answer
 */
export async function compare({ cell, series, size, inputs, expected, ours, peers, aim }, speeds, pace) {
  const self = { name: "compiled module", work: ours };
  const where = Object.values(cell).join(", ");
  await mustAgree(self, inputs, expected, where);

  /** @type {Competitor<Input>[]} */
  const timed = [];
  /** @type {PeerResult[]} */
  const results = [];
  for (const peer of peers) {
    if ("kind" in peer) {
      results.push(peer);
      continue;
    }
    const key = `${peer.name} ${series}`;
    const guess = speeds.expected(key, size);
    const ns = guess > MOST_MS_EXPECTED * 1e6 ? guess : await onceRight(peer, inputs, expected, where);
    if (ns <= MOST_MS_A_CALL * 1e6) timed.push(peer);
    else if (ns === guess) results.push({ kind: "out", name: peer.name, reason: `about ${inTime(guess)}` });
    else results.push({ kind: "once", name: peer.name, ns });
    if (ns > MOST_MS_A_CALL * 1e6) speeds.learn(key, size, ns);
  }

  const [oursTaken = [], ...taken] = await timeInterleaved([self, ...timed], inputs, pace);
  timed.forEach(({ name }, index) => {
    const rounds = taken[index] ?? [];
    const ns = figureOf(rounds);
    const ratio = figureOf(rounds.map((value, round) => value / (oursTaken[round] ?? Number.NaN)));
    results.push({ kind: "timed", name, ns, ratio });
    speeds.learn(`${name} ${series}`, size, ns.median);
  });
  return { cell, ours: figureOf(oursTaken), peers: inOrder(results, peers), aim };
}

/**
 * @param {readonly PeerResult[]} results
 * @param {readonly { name: string }[]} peers
 */
function inOrder(results, peers) {
  const place = new Map(peers.map(({ name }, index) => [name, index]));
  return [...results].sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
}

/**
 * @template Input
 * @param {Competitor<Input>} competitor
 * @param {readonly Input[]} inputs
 * @param {readonly unknown[]} expected
 * @param {string} where
 */
async function mustAgree({ name, work }, inputs, expected, where) {
  for (const [index, input] of inputs.entries()) {
    const answer = await work(input);
    if (answer !== expected[index])
      throw new Error(`${where}: ${name} says ${answer} of input ${index}, and ${expected[index]} is right`);
  }
}

/**
 * Asks the peer for all inputs, or for the first alone if that takes long, and looks at the answers.
 *
 * @template Input
 * @param {Competitor<Input>} peer
 * @param {readonly Input[]} inputs
 * @param {readonly unknown[]} expected
 * @param {string} where
 * @returns {Promise<number>} nanoseconds of a call, once what is done in the first one alone is done
 */
async function onceRight(peer, inputs, expected, where) {
  const [first] = inputs;
  if (first === undefined) throw new RangeError("a cell without inputs");
  let taken = 0;
  // Engines compile regular expressions when they are first used, and again when they are used often.
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    await mustAgree(peer, [first], expected, where);
    taken = performance.now() - start;
    if (taken <= MOST_MS_A_CALL || taken > 20 * MOST_MS_A_CALL) break;
  }
  if (taken <= MOST_MS_A_CALL) await mustAgree(peer, inputs, expected, where);
  return taken * 1e6;
}

/**
 * The peer that takes the least time.
 *
 * @param {Comparison} comparison
 * @returns {{ name: string, ns: Figure, ratio: Figure } | null} null if no peer was asked
 */
export function bestPeer({ peers, ours }) {
  const figures = peers.flatMap((peer) => {
    if (peer.kind === "timed") return [peer];
    if (peer.kind === "out") return [];
    const ns = figureOf([peer.ns]);
    return [{ name: peer.name, ns, ratio: figureOf([peer.ns / ours.median]) }];
  });
  return figures.reduce(
    (/** @type {{ name: string, ns: Figure, ratio: Figure } | null} */ best, peer) =>
      best === null || peer.ns.median < best.ns.median ? peer : best,
    null,
  );
}
