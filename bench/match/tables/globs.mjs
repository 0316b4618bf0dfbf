import picomatch from "picomatch";
import wildcardMatch from "wildcard-match";
import { textAim } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { compareHits } from "../hit-comparisons.mjs";
import { keywords } from "../made/keywords.mjs";
import { mappingText, quoted } from "../made/mapping-text.mjs";
import { comparisonPage, hitGrids } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { escaped } from "../peers/text-peers.mjs";

/*
 * `exact "*text*"`, and of every fifth rule `exact "*first words*last words*"`, beside libraries for wildcards, and regular
 * expressions that say the same.
 */

const RULES = [3, 30, 300];
const SIZES = [100, 1000, 10_000, 100_000];
const HITS = /** @type {const} */ (["early", "late", "none"]);

/** A wildcard in the middle of every fifth text, where it has a blank. */
const globsOf = (/** @type {readonly string[]} */ texts) =>
  texts.map((text, n) => `*${n % 5 === 4 ? text.replace(" ", "*") : text}*`);

/**
 * @param {readonly ((body: string) => boolean)[]} tests
 * @returns {(body: string) => number}
 */
function firstOf(tests) {
  return (body) => {
    for (let n = 0; n < tests.length; n++) if (tests[n]?.(body)) return n;
    return -1;
  };
}

/** @param {readonly string[]} globs */
function wildcardPeers(globs) {
  // In its other modes an asterisk stops at a slash, a dot or a line's end.
  const options = { bash: true, dot: true, nocase: true, flags: "is" };
  return [
    { name: "picomatch", work: firstOf(globs.map((glob) => picomatch(glob, options))) },
    {
      name: "wildcard-match",
      work: firstOf(globs.map((glob) => wildcardMatch(glob, { separator: false, flags: "is" }))),
    },
  ];
}

/** @param {readonly string[]} globs */
function regExpPeer(globs) {
  const patterns = globs.map(
    (glob) => new RegExp(glob.slice(1, -1).split("*").map(escaped).join("[^]*"), "i"),
  );
  return { name: "a RegExp a rule", work: firstOf(patterns.map((pattern) => (body) => pattern.test(body))) };
}

/** @param {readonly string[]} globs */
function includesPeer(globs) {
  const pieces = globs.map((glob) => glob.slice(1, -1).toLowerCase().split("*"));
  const work = (/** @type {string} */ body) => {
    const lower = body.toLowerCase();
    return pieces.findIndex((parts) => {
      let from = 0;
      for (const part of parts) {
        const found = lower.indexOf(part, from);
        if (found < 0) return false;
        from = found + part.length;
      }
      return true;
    });
  };
  return { name: "toLowerCase, indexOf", work };
}

export const globs = measuredTable({
  name: "globs",
  parts: ({ rules }) => chosen(RULES, rules),
  async measure(rules, choice) {
    const wanted = keywords(rules);
    const patterns = globsOf(wanted);
    const { classify } = await compiledModule(mappingText(patterns, (glob) => `exact ${quoted(glob)}`));
    const peers = [includesPeer(patterns), regExpPeer(patterns), ...wildcardPeers(patterns)];
    const questions = {
      ...{ wanted, hits: HITS, sizes: SIZES, aimOf: textAim },
      inputOf: (/** @type {string} */ body) => body,
      ours: (/** @type {string} */ body) => classify(200, body),
      peersFor: () => peers,
    };
    return compareHits(questions, choice);
  },
  markdown: (comparisons) => comparisonPage(comparisons, hitGrids(comparisons)),
  summary: hitGrids,
});
