import { bytesAim } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { compareHits } from "../hit-comparisons.mjs";
import { keywords } from "../made/keywords.mjs";
import { keywordMapping } from "../made/mapping-text.mjs";
import { comparisonPage, hitGrids } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { textPeers } from "../peers/text-peers.mjs";

/* Bodies as they come from the network: the compiled module searches the bytes, its peers need them decoded. */

const RULES = [3, 10, 30, 100];
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000];
const HITS = /** @type {const} */ (["late", "none"]);

/** It would be slower still, and is shown with texts. */
const LEFT_OUT = "json-rules-engine";

export const bytes = measuredTable({
  name: "bytes",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, choice) {
    const wanted = keywords(rules);
    const { classify } = await compiledModule(keywordMapping(wanted));
    const peersFor = textPeers(wanted);
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const questions = {
      ...{ wanted, hits: HITS, sizes: SIZES, aimOf: bytesAim },
      inputOf: (/** @type {string} */ body) => encoder.encode(body),
      ours: (/** @type {Uint8Array} */ body) => classify(200, body),
      peersFor: (/** @type {number} */ size) =>
        peersFor(size)
          .filter(({ name }) => name !== LEFT_OUT)
          .map((peer) =>
            "kind" in peer
              ? peer
              : { ...peer, work: (/** @type {Uint8Array} */ body) => peer.work(decoder.decode(body)) },
          ),
    };
    return compareHits(questions, choice);
  },
  markdown: (comparisons) => comparisonPage(comparisons, hitGrids(comparisons)),
  summary: hitGrids,
});
