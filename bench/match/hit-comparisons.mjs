import { chosen } from "./choice.mjs";
import { compare, KnownSpeeds } from "./comparison.mjs";
import { FULL_PACE, QUICK_PACE } from "./interleaved.mjs";
import { bodiesOf } from "./made/text-bodies.mjs";
import { inBytes } from "./units.mjs";

/** @typedef {"early" | "late" | "none"} Hit which rule decides the bodies: the first, the last, or none */

/**
 * What a mapping with a rule for each text is asked, in bodies of every size and hit.
 *
 * @template Input
 * @typedef {object} HitQuestions
 * @property {readonly string[]} wanted the texts
 * @property {readonly Hit[]} hits
 * @property {readonly number[]} sizes of bodies in bytes
 * @property {(body: string) => Input} inputOf how a body is given
 * @property {(input: Input) => number} ours
 * @property {(size: number) => readonly (import("./comparison.mjs").Competitor<Input> | import("./comparison.mjs").Out)[]} peersFor
 * @property {(rules: number, size: number, hit: Hit) => number | null} aimOf
 */

/**
 * @template Input
 * @param {HitQuestions<Input>} questions
 * @param {import("./choice.mjs").Choice} choice
 * @returns {Promise<readonly import("./comparison.mjs").Comparison[]>}
 */
export async function compareHits({ wanted, hits, sizes, inputOf, ours, peersFor, aimOf }, choice) {
  const rules = wanted.length;
  const speeds = new KnownSpeeds();
  const comparisons = [];
  for (const hit of hits.filter((hit) => choice.hits?.includes(hit) ?? true)) {
    const answer = { early: 0, late: rules - 1, none: -1 }[hit];
    for (const size of chosen(sizes, choice.sizes)) {
      const inputs = bodiesOf(size, hit, wanted).map(inputOf);
      const question = {
        cell: { rules, hit, body: inBytes(size) },
        series: hit,
        size,
        inputs,
        expected: inputs.map(() => answer),
        ours,
        peers: peersFor(size),
        aim: aimOf(rules, size, hit),
      };
      comparisons.push(await compare(question, speeds, choice.isQuick ? QUICK_PACE : FULL_PACE));
    }
  }
  return comparisons;
}
