import { compare, type Mapping } from "@responses/dsl";
import { exactDifference, exactMapping } from "@responses/testing/exact/exact-mapping";
import { wrongComparison } from "@responses/testing/exact/judged-comparison";
import { wrongReachability } from "@responses/testing/exact/judged-reachability";
import { finish } from "@responses/testing/finish";
import { AskedRules } from "../../packages/dsl/src/reachability/asked-rules.js";
import { type KnownRule, knownReachability } from "../../packages/dsl/src/reachability/known-reachability.js";
import type { RuleReachability } from "../../packages/dsl/src/reachability/rule-reachability.js";
import { Work } from "../../packages/dsl/src/solver/work.js";
import { meaningOf } from "../matcher/ways.js";
import { countSaid, saidOf } from "./said.js";
import { type SmallList, SmallRules, smallMapping } from "./small-world.js";
import type { Tally } from "./tally.js";

/*
 * All lists of a small world against what trying every body gives. What the two say differently must come of bodies that are longer
 * than those of the world: then products of automata, which know bodies of any length, have to say what the analysis says.
 */

/** Texts of up to three letters where rules are looked at, and two where whole lists are compared. */
const WORLD = new SmallRules(3);
const SMALLER_WORLD = new SmallRules(2);

/** How many slices the lists are cut into: those of each begin with one and the same rule. */
export const WORLD_SLICES = WORLD.rules.length;

const LONGER_BODIES = "decided by bodies longer than six letters";

/** Compares all lists of a slice. Gives what is wrong, in words. */
export function compareWithEnumeration(slice: number, tally: Tally): readonly string[] {
  const first = WORLD.rules[slice];
  if (first === undefined) throw new Error(`there is no slice ${slice}`);
  const small = SMALLER_WORLD.rules.find(({ written }) => written === first.written);
  return [
    ...wrongLists(slice, tally),
    ...wrongConflicts(slice, tally),
    ...WORLD.rules.flatMap((second) => [
      ...wrongChange(WORLD, [["success", first]], [["success", second]], tally),
      ...wrongChange(
        WORLD,
        [
          ["success", first],
          ["reject", second],
        ],
        [
          ["reject", second],
          ["success", first],
        ],
        tally,
      ),
    ]),
    ...(small === undefined ? [] : wrongChanges(small, tally)),
  ];
}

type SmallRule = SmallRules["rules"][number];

/** Lists of one, two and three rules: of each the last rule, since those before it are the last ones of shorter lists. */
function wrongLists(slice: number, tally: Tally): readonly string[] {
  const wrong: string[] = [];
  const first = WORLD.rules.slice(slice, slice + 1);
  const alone = finish(knownReachability(modelsOf(first), null));
  wrong.push(...wrongLast(first, alone.rules, tally));
  for (const second of WORLD.rules) {
    const two = [...first, second];
    const knownOfTwo = finish(knownReachability(modelsOf(two), alone));
    wrong.push(...wrongLast(two, knownOfTwo.rules, tally));
    for (const third of WORLD.rules) {
      const three = [...two, third];
      wrong.push(...wrongLast(three, finish(knownReachability(modelsOf(three), knownOfTwo)).rules, tally));
    }
  }
  return wrong;
}

function modelsOf(rules: readonly SmallRule[]) {
  return rules.map(({ rule }) => rule.model);
}

function wrongLast(list: readonly SmallRule[], known: readonly KnownRule[], tally: Tally): readonly string[] {
  const [last, answered] = [list.at(-1), known.at(-1)];
  if (last === undefined || answered === undefined) throw new Error("there is no last rule");
  tally.add("lists");
  countSaid(answered, tally);
  const { answer } = answered;
  if (answer.kind === "undecided" || isRightInWorld(answer, last, list.slice(0, -1))) return [];
  tally.add(LONGER_BODIES);
  const mapping = smallMapping(list.map((one) => ["success", one]));
  const wrong = wrongReachability(mapping, known.map(saidOf), exactMapping(mapping), meaningOf);
  const isDenied = answer.kind !== "reachable" && WORLD.bodyFor([last], list.slice(0, -1)) !== null;
  const about = list.map(({ written }) => written).join(" / ");
  return isDenied
    ? [`${about}: there is a body, said to be ${JSON.stringify(answer)}`]
    : wrong.map((one) => `${about}: ${one}`);
}

/** Whether trying every body of the world gives just that. */
function isRightInWorld(answer: RuleReachability, last: SmallRule, above: readonly SmallRule[]): boolean {
  const isTakenBy = (rules: readonly SmallRule[]): boolean => WORLD.bodyFor([last], rules) === null;
  switch (answer.kind) {
    case "undecided":
      return false;
    case "reachable":
      return (
        !isTakenBy(above) &&
        meaningOf(smallMapping([...above, last].map((one) => ["success", one])), answer.witness).index ===
          above.length
      );
    case "impossible":
      return isTakenBy([]);
    case "unreachable": {
      const blockers = answer.blockers.flatMap((place) => above[place] ?? []);
      const fewest = above.some((one) => isTakenBy([one])) ? 1 : above.length;
      return !isTakenBy([]) && isTakenBy(blockers) && blockers.length === fewest && answer.areFewest;
    }
  }
}

/** What a search may cost here: far more than any of these does. */
const MOST_STEPS = 1_000_000;

/** Whether two rules, and a rule of two tests and another one, hold for one and the same response: all three tests together. */
function wrongConflicts(slice: number, tally: Tally): readonly string[] {
  const asked = new AskedRules(modelsOf(WORLD.rules));
  const conditionOf = (place: number) => asked.conditionOf(place);
  const wrong: string[] = [];
  for (let second = slice; second < WORLD.rules.length; second++) {
    for (let third = second; third < WORLD.rules.length; third++) {
      const places = [...new Set([slice, second, third])];
      const rules = places.flatMap((place) => WORLD.rules[place] ?? []);
      const answer = asked.find(places.flatMap(conditionOf), [], new Work(MOST_STEPS));
      tally.add("conflicts of two or three tests");
      if (answer.kind === "undecided") tally.add("conflicts undecided");
      const body = WORLD.bodyFor(rules, []);
      const isRight = answer.kind === "found" ? body !== null : body === null;
      if (answer.kind === "undecided" || isRight) continue;
      tally.add(LONGER_BODIES);
      const [all] = exactMapping(conjunctionOf(rules))?.rules ?? [];
      const isPossible = answer.kind === "found";
      if (body !== null || (all?.kind === "impossible") === isPossible)
        wrong.push(`${rules.map(({ written }) => written).join(" and ")}: said to be ${answer.kind}`);
    }
  }
  return wrong;
}

function conjunctionOf(rules: readonly SmallRule[]): Mapping {
  return smallMapping([["success", { written: rules.map(({ written }) => written).join(" and ") }]]);
}

/** Two rules against one, and three against each two of them. */
function wrongChanges(first: SmallRule, tally: Tally): readonly string[] {
  const wrong: string[] = [];
  for (const second of SMALLER_WORLD.rules) {
    const two: SmallList = [
      ["success", first],
      ["reject", second],
    ];
    for (const third of SMALLER_WORLD.rules) {
      wrong.push(...wrongChange(SMALLER_WORLD, two, [["success", third]], tally));
      const three: SmallList = [...two, ["success", third]];
      for (const left of three.keys())
        wrong.push(...wrongChange(SMALLER_WORLD, three, three.toSpliced(left, 1), tally));
    }
  }
  return wrong;
}

/** Compares two lists, and that with the groups that trying every body gives. */
function wrongChange(
  world: SmallRules,
  before: SmallList,
  after: SmallList,
  tally: Tally,
): readonly string[] {
  const [old, now] = [smallMapping(before), smallMapping(after)];
  const comparison = compare(old, now);
  const { changes, undecided } = comparison;
  tally.add("comparisons");
  if (undecided.length > 0) tally.add("comparisons with something undecided");
  else if (changes.length === 0) tally.add("comparisons that say: the same");
  const told = changes.map(
    ({ verdictBefore, verdictAfter }) => `${verdictBefore.outcome} ${verdictAfter.outcome}`,
  );
  const said = [...new Set(told)].sort();
  const right = [...world.changedOutcomes(before, after)].sort();
  const about = `${writtenList(before)} => ${writtenList(after)}`;
  const isAlike = said.join() === right.join();
  if (!isAlike) tally.add(LONGER_BODIES);
  const isDenied = undecided.length === 0 && right.some((group) => !said.includes(group));
  const wrong = wrongComparison(old, now, comparison, isAlike ? null : exactDifference(old, now), meaningOf);
  return isDenied
    ? [`${about}: ${right.join("; ")} change, told are ${said.join("; ")}`]
    : wrong.map((one) => `${about}: ${one}`);
}

function writtenList(list: SmallList): string {
  return list.map(([outcome, { written }]) => `${outcome} ${written}`).join(" / ");
}
