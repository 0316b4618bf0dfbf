import { textAim } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { compareHits } from "../hit-comparisons.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping } from "../made/mapping-text.mjs";
import { comparisonPage, hitGrids } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { textPeers } from "../peers/text-peers.mjs";

/* Many texts, of which the first in order that a body has decides. */

const RULES = [3, 10, 30, 100, 1000, 10_000];
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000];
const HITS = /** @type {const} */ (["early", "late", "none"]);

export const texts = measuredTable({
  name: "texts",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, choice) {
    const wanted = keywords(rules);
    const { classify } = await compiledModule(keywordMapping(wanted));
    const questions = {
      ...{ wanted, hits: HITS, sizes: SIZES, aimOf: textAim },
      inputOf: (/** @type {string} */ body) => body,
      ours: (/** @type {string} */ body) => classify(200, body),
      peersFor: textPeers(wanted),
    };
    return compareHits(questions, choice);
  },
  markdown: (comparisons) => comparisonPage(comparisons, hitGrids(comparisons)),
  summary: hitGrids,
});
