import type { Finding, RelatedPlace } from "../../findings/finding.js";
import { addToGroup } from "../../incremental/groups.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Rule } from "../../model/mapping.js";
import { leadingCount } from "../../text/leading-count.js";

/** What has been found so far, by the rules that it is about. */
export class SaidOfRules {
  readonly #found: readonly Finding[];
  readonly #rules: readonly Rule[];
  #byFile: ReadonlyMap<string, readonly Rule[]> | null = null;
  #about: ReadonlyMap<Rule, ReadonlySet<Finding>> | null = null;
  readonly #witnesses = new Map<Rule, Subject[]>();

  /** @param rules all of the mapping, in their order */
  constructor(rules: readonly Rule[], found: readonly Finding[]) {
    this.#rules = rules;
    this.#found = found;
  }

  /**
   * Whether a finding speaks of both rules already, where it stands or as related places, or shows at the upper one a response for
   * which the lower one holds as well.
   */
  isSaidOfPair(upper: Rule, lower: Rule): boolean {
    this.#about ??= this.#findingsByRule();
    const [fewer, more] = [this.#about.get(upper) ?? NONE, this.#about.get(lower) ?? NONE].sort(
      (a, b) => a.size - b.size,
    );
    if (Array.from(fewer ?? NONE).some((finding) => more?.has(finding))) return true;
    return (this.#witnesses.get(upper) ?? []).some((subject) => ruleHolds(lower.model, subject));
  }

  #findingsByRule(): ReadonlyMap<Rule, ReadonlySet<Finding>> {
    const about = new Map<Rule, Set<Finding>>();
    for (const finding of this.#found) {
      // That a rule has no example is a hint, and none about the order of rules, whatever takes an example from it.
      if (finding.name === "untested-rule") continue;
      const own = this.#ruleAt(finding);
      if (own !== null && finding.witness !== null)
        addToGroup(this.#witnesses, own, new Subject(finding.witness));
      for (const rule of [own, ...finding.related.map((place) => this.#ruleAt(place))])
        if (rule !== null) about.set(rule, (about.get(rule) ?? new Set<Finding>()).add(finding));
    }
    return about;
  }

  /** The rule in whose statement a place lies. */
  #ruleAt({ file, span }: Pick<RelatedPlace, "file" | "span">): Rule | null {
    this.#byFile ??= this.#rulesByFile();
    const rules = this.#byFile.get(file) ?? [];
    const rule = rules[leadingCount(rules, ({ statement }) => statement.start <= span.start) - 1];
    if (rule === undefined) return null;
    const { start, syntax } = rule.statement;
    return span.start < start + syntax.text.length ? rule : null;
  }

  /** The rules of each file, in their order in it. */
  #rulesByFile(): ReadonlyMap<string, readonly Rule[]> {
    const byFile = new Map<string, Rule[]>();
    for (const rule of this.#rules) addToGroup(byFile, rule.file.path, rule);
    return byFile;
  }
}

const NONE: ReadonlySet<Finding> = new Set();
