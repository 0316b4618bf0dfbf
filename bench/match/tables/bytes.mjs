import { bytesAim } from "../aims.mjs";
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

/* Bodies as they come from the network: the compiled module searches the bytes, its peers need them decoded. */

const RULES = [3, 10, 30, 100];
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000];
const HITS = /** @type {const} */ (["late", "none"]);

/** It would be slower still, and is shown with texts. */
const LEFT_OUT = "json-rules-engine";

export const bytes = measuredTable({
  name: "bytes",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, { sizes, hits, isQuick }) {
    const wanted = keywords(rules);
    const { classify } = await compiledModule(keywordMapping(wanted));
    const peersFor = textPeers(wanted);
    const speeds = new KnownSpeeds();
    const decoder = new TextDecoder();
    const comparisons = [];
    for (const hit of HITS.filter((hit) => hits?.includes(hit) ?? true)) {
      for (const size of chosen(SIZES, sizes)) {
        const inputs = bodiesOf(size, hit, wanted).map((body) => new TextEncoder().encode(body));
        const answer = hit === "late" ? rules - 1 : -1;
        const question = {
          cell: { rules, hit, body: inBytes(size) },
          series: hit,
          size,
          inputs,
          expected: inputs.map(() => answer),
          ours: (/** @type {Uint8Array} */ body) => classify(200, body),
          peers: peersFor(size)
            .filter(({ name }) => name !== LEFT_OUT)
            .map((peer) =>
              "kind" in peer
                ? peer
                : { ...peer, work: (/** @type {Uint8Array} */ body) => peer.work(decoder.decode(body)) },
            ),
          aim: bytesAim(rules),
        };
        comparisons.push(await compare(question, speeds, isQuick ? QUICK_PACE : FULL_PACE));
      }
    }
    return comparisons;
  },
  markdown: (comparisons) => comparisonPage(comparisons, hitGrids(comparisons)),
  summary: hitGrids,
});
