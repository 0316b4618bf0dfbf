import { compare, type Mapping } from "@responses/dsl";
import { choicesOf } from "@responses/testing/exact/exact-answers";
import { type ExactMapping, exactDifference, exactMapping } from "@responses/testing/exact/exact-mapping";
import { wrongComparison } from "@responses/testing/exact/judged-comparison";
import { wrongReachability } from "@responses/testing/exact/judged-reachability";
import { wrongRedundancy } from "@responses/testing/exact/judged-redundancy";
import { numberedTests } from "@responses/testing/exact/numbered-tests";
import {
  editedRuleList,
  type RuleListBounds,
  randomRuleList,
} from "@responses/testing/exact/random-rule-lists";
import { refaReachability } from "@responses/testing/exact/refa-reachability";
import { finish } from "@responses/testing/finish";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { AskedRules } from "../../packages/dsl/src/reachability/asked-rules.js";
import {
  type KnownReachability,
  knownReachability,
} from "../../packages/dsl/src/reachability/known-reachability.js";
import { Work } from "../../packages/dsl/src/solver/work.js";
import { meaningOf } from "../matcher/ways.js";
import { countSaid, saidOf } from "./said.js";
import type { Tally } from "./tally.js";

/*
 * Random lists of rules, and what becomes of them after an edit, against the second exact procedure, products of automata alone; lists
 * of up to three rules on status and body also against the third, automata of another make.
 */

/** Lists of the kinds come as often as they stand here. */
const KINDS: readonly RuleListBounds[] = [
  { mostRules: 3, mostTests: 2 },
  { mostRules: 3, mostTests: 3 },
  { mostRules: 4, mostTests: 2 },
  { mostRules: 6, mostTests: 3 },
  { mostRules: 7, mostTests: 1 },
  { mostRules: 4, mostTests: 2, fields: ['json "$.a"'], asksBody: false },
  { mostRules: 4, mostTests: 2, fields: ['json "$.a[*]"'], asksBody: false },
  { mostRules: 3, mostTests: 2, fields: ['json "$.a"', 'json "$.b[*]"'], asksBody: false },
  { mostRules: 3, mostTests: 2, fields: ['json "$.a"', 'json "$.b"'] },
  {
    mostRules: 4,
    mostTests: 2,
    fields: ['xml "/r/@id"', 'form "a"', 'json "$.d" json "$.a"', 'split "|" part 2'],
    asksBody: false,
  },
];

/** As many rules as the third procedure is asked about. */
const MOST_RULES_OF_REFA = 3;

/** Compares one list and what an edit makes of it. Gives what is wrong, in words. */
export function compareWithProducts(seed: number, tally: Tally): readonly string[] {
  const random = new Random(Math.imul(seed, 0x9e3779b1));
  const bounds = random.pick(KINDS);
  const text = randomRuleList(random, bounds);
  const edited = random.chance(0.1) ? randomRuleList(random, bounds) : editedRuleList(text, random, bounds);
  const before = mappingOf(text);
  const after = mappingOf(edited, before.file);
  const known = finish(knownReachability(modelsOf(before), null));
  const wrong = [
    ...wrongInList(before, known, bounds, tally),
    ...wrongAfterEdit(after, known, tally),
    ...wrongInComparison(before, after, tally),
  ];
  return wrong.map((one) => `seed ${seed}: ${one}\n${text}\nedited:\n${edited}`);
}

function modelsOf({ rules }: Mapping): KnownReachability["models"] {
  return rules.map(({ model }) => model);
}

function wrongInList(
  mapping: Mapping,
  { rules }: KnownReachability,
  { asksBody, fields }: RuleListBounds,
  tally: Tally,
): readonly string[] {
  tally.add("lists");
  const exact = exactMapping(mapping);
  if (exact === null) tally.add("lists too large for products");
  for (const rule of rules) countSaid(rule, tally);
  const said = rules.map(saidOf);
  const wrong = [...wrongReachability(mapping, said, exact, meaningOf)];
  if (exact === null) return wrong;
  tally.add("questions compared with products", rules.length);
  wrong.push(...wrongOverlaps(mapping, exact, tally));
  wrong.push(...wrongTests(mapping, rules, exact, tally));
  if (asksBody === false || fields !== undefined || rules.length > MOST_RULES_OF_REFA) return wrong;
  const { asked, lists } = numberedTests([mapping]);
  const kinds = refaReachability(lists[0] ?? [], asked);
  tally.add("questions compared with refa", rules.length);
  for (const [place, { kind }] of said.entries())
    if (kind !== "undecided" && kind !== kinds[place])
      wrong.push(`refa has rule ${place} ${kinds[place]}, not ${kind}`);
  return wrong;
}

/** What a search may cost here: far more than any of these does. */
const MOST_STEPS = 1_000_000;

/** Whether each two rules hold for one and the same response. */
function wrongOverlaps(
  mapping: Mapping,
  { overlaps, isKnown }: ExactMapping,
  tally: Tally,
): readonly string[] {
  const asked = new AskedRules(modelsOf(mapping));
  const right = new Set(overlaps.map(([upper, lower]) => `${upper} ${lower}`));
  return choicesOf([...mapping.rules.keys()], 2).flatMap(([upper = 0, lower = 0]) => {
    const tests = [...asked.conditionOf(upper), ...asked.conditionOf(lower)];
    const { kind } = asked.find(tests, [], new Work(MOST_STEPS));
    tally.add("pairs of rules");
    const isWrong = right.has(`${upper} ${lower}`) ? kind === "none" && isKnown : kind === "found";
    return isWrong ? [`a response for rules ${upper} and ${lower}: ${kind}`] : [];
  });
}

function wrongTests(
  mapping: Mapping,
  rules: KnownReachability["rules"],
  exact: ExactMapping,
  tally: Tally,
): readonly string[] {
  const said = rules.map(({ answer, redundantTests }) =>
    answer.kind === "undecided" || answer.kind === "impossible" ? null : redundantTests,
  );
  tally.add(
    "redundant tests",
    said.reduce((sum, tests) => sum + (tests?.length ?? 0), 0),
  );
  return wrongRedundancy(mapping, said, exact);
}

/** What is taken over across an edit must be what asking anew gives. */
function wrongAfterEdit(after: Mapping, known: KnownReachability, tally: Tally): readonly string[] {
  const models = modelsOf(after);
  const answersOf = ({ rules }: KnownReachability): string =>
    JSON.stringify(rules.map(({ answer, redundantTests }) => [answer, redundantTests]));
  const carried = answersOf(finish(knownReachability(models, known)));
  const fresh = answersOf(finish(knownReachability(models, null)));
  tally.add("edits carried over");
  return carried === fresh ? [] : [`after the edit ${carried}, asked anew ${fresh}`];
}

function wrongInComparison(before: Mapping, after: Mapping, tally: Tally): readonly string[] {
  const comparison = compare(before, after);
  const { changes, undecided } = comparison;
  const exact = exactDifference(before, after);
  tally.add(exact === null ? "comparisons too large for products" : "comparisons");
  if (undecided.length > 0) tally.add("comparisons with something undecided");
  else if (changes.length === 0) tally.add("comparisons that say: the same");
  tally.add("groups of changes", changes.length);
  return wrongComparison(before, after, comparison, exact, meaningOf);
}
