import { textAim } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { compare, KnownSpeeds } from "../comparison.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { FULL_PACE, QUICK_PACE } from "../interleaved.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping } from "../made/mapping-text.mjs";
import { bodiesOf } from "../made/text-bodies.mjs";
import { comparisonPage, hitGrids } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { textPeers } from "../peers/text-peers.mjs";
import { inBytes } from "../units.mjs";

/* Many texts, of which the first in order that a body has decides. */

const RULES = [3, 10, 30, 100, 1000, 10_000];
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000];
const HITS = /** @type {const} */ (["early", "late", "none"]);

export const texts = measuredTable({
  name: "texts",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, { sizes, hits, isQuick }) {
    const wanted = keywords(rules);
    const { classify } = await compiledModule(keywordMapping(wanted));
    const peersFor = textPeers(wanted);
    const speeds = new KnownSpeeds();
    const comparisons = [];
    for (const hit of HITS.filter((hit) => hits?.includes(hit) ?? true)) {
      for (const size of chosen(SIZES, sizes)) {
        const inputs = bodiesOf(size, hit, wanted);
        const answer = { early: 0, late: rules - 1, none: -1 }[hit];
        const question = {
          cell: { rules, hit, body: inBytes(size) },
          series: hit,
          size,
          inputs,
          expected: inputs.map(() => answer),
          ours: (/** @type {string} */ body) => classify(200, body),
          peers: peersFor(size),
          aim: textAim(rules, size, hit),
        };
        comparisons.push(await compare(question, speeds, isQuick ? QUICK_PACE : FULL_PACE));
      }
    }
    return comparisons;
  },
  markdown: (comparisons) => comparisonPage(comparisons, hitGrids(comparisons)),
  summary: hitGrids,
});
