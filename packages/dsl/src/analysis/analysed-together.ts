import { finish } from "../incremental/steps.js";
import type { Linked } from "../model/link.js";
import type { Mapping } from "../model/mapping.js";
import { type Analysis, analyse } from "./analyse.js";

/** What was found out of mappings that share an included file. */
interface SharingAnalyses {
  /** The one with the most rules. */
  readonly largest: Analysis;
  readonly last: Analysis;
}

/**
 * Analyses mappings of one run, which may include the same files: what was found out of the rules that two of them share, at their
 * beginnings or ends, is taken over. The results are those of analysing each by itself.
 */
export class AnalysedTogether {
  /** By the included file that the first, or the last, rule stands in. */
  readonly #byEnd = new Map<string, SharingAnalyses>();

  analyse(linked: Linked): Analysis {
    if (linked.kind === "refused") return finish(analyse(linked, null));
    const ends = sharedEnds(linked.mapping);
    const analysis = finish(analyse(linked, this.#nearest(ends, linked.mapping.rules.length)));
    for (const end of ends) {
      const largest = this.#byEnd.get(end)?.largest ?? analysis;
      this.#byEnd.set(end, {
        largest: rulesOf(largest) < rulesOf(analysis) ? analysis : largest,
        last: analysis,
      });
    }
    return analysis;
  }

  /** Rules that go cost next to nothing, and those that come are asked about: so the last one counts only where it has as many. */
  #nearest(ends: readonly string[], rules: number): Analysis | null {
    let most: Analysis | null = null;
    for (const end of ends) {
      const known = this.#byEnd.get(end);
      if (known === undefined) continue;
      if (rulesOf(known.last) >= rules) return known.last;
      if (most === null || rulesOf(known.largest) > rulesOf(most)) most = known.largest;
    }
    return most;
  }
}

function rulesOf({ linked }: Analysis): number {
  return linked.kind === "mapping" ? linked.mapping.rules.length : 0;
}

/** The included files at the ends of the mapping's rules. */
function sharedEnds({ file, rules, included }: Mapping): readonly string[] {
  if (included.length === 0) return [];
  const ends = [rules[0], rules.at(-1)].flatMap((rule) => rule?.file.path ?? []);
  return ends.filter((path) => path !== file.path);
}
