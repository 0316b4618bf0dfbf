import { compare, type Host, link, type Mapping, parse, type Response } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { missedChanges, wrongComparison } from "@responses/testing/exact/judged-comparison";
import { wrongReachability } from "@responses/testing/exact/judged-reachability";
import {
  editedRuleList,
  type RuleListBounds,
  randomRuleList,
} from "@responses/testing/exact/random-rule-lists";
import { finish } from "@responses/testing/finish";
import { Random } from "@responses/testing/random";
import { mappingText } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import fc from "fast-check";
import { ruleHolds, testHolds } from "../../packages/dsl/src/matching/interpret.js";
import { type KnownRule, knownReachability } from "../../packages/dsl/src/reachability/known-reachability.js";
import { meaningOf } from "../matcher/ways.js";
import { countSaid, saidOf } from "./said.js";
import type { Tally } from "./tally.js";

/*
 * Larger lists, of which no second procedure knows all: rules on the body and many fields, with numbers, captures and labels out of
 * fields, in one file or with a part of them included. Random responses near them must not contradict what is said of them.
 */

/** Responses that are tried on each list. */
const RESPONSES = 200;

const LARGER: RuleListBounds = {
  mostRules: 40,
  mostTests: 3,
  fields: [
    'json "$.a"',
    'json "$.a.b"',
    'json "$.l[*]"',
    'json "$.l[*].c"',
    'xml "//a"',
    'xml "/r/@id"',
    'form "a"',
  ],
};

/** Compares one list and what an edit makes of it. Gives what is wrong, in words. */
export function compareWithSampling(seed: number, tally: Tally): readonly string[] {
  const random = new Random(Math.imul(seed, 0x9e3779b1));
  const isOfAll = random.chance(0.3);
  const text = isOfAll ? drawn(random) : randomRuleList(random, LARGER);
  const edited = isOfAll ? text : editedRuleList(text, random, LARGER);
  const [before, after] = [withInclude(text, random), withInclude(edited, random)];
  const responses = [before, after].flatMap((mapping) => {
    const draw = responsesFor(mapping);
    return Array.from({ length: RESPONSES / 2 }, () => draw(random));
  });
  const wrong = [
    ...wrongInList(before, responses, tally),
    ...(isOfAll ? [] : wrongInComparison(before, after, responses, tally)),
  ];
  return wrong.map((one) => `seed ${seed}: ${one}\n${text}\nedited:\n${edited}`);
}

/** Any mapping file that there can be. */
function drawn(random: Random): string {
  const [text = ""] = fc.sample(mappingText, { numRuns: 1, seed: random.integer(0, 0x7fffffff) });
  return text;
}

/** The mapping of the rules; now and then some of the last ones stand in a file that is included. */
function withInclude(text: string, random: Random): Mapping {
  const rules = text.split("\n");
  const isCut =
    random.chance(0.3) && rules.every((rule) => /^(?:success|reject|error) /.test(rule) || rule === "");
  const cut = isCut ? random.integer(0, rules.length - 1) : rules.length;
  const below = rules.slice(cut).join("\n");
  const own = cut === rules.length ? text : `${rules.slice(0, cut).join("\n")}\ninclude "below.responses"\n`;
  const host: Host = {
    resolve: (_from, include) => include,
    load: (path) => (path === "below.responses" ? parse(path, below) : null),
  };
  const linked = link(parse("own.responses", own), host);
  if (linked.kind === "refused") throw new Error(`refused:\n${own}\nbelow:\n${below}`);
  return linked.mapping;
}

function wrongInList(mapping: Mapping, responses: readonly Response[], tally: Tally): readonly string[] {
  const models = mapping.rules.map(({ model }) => model);
  const { rules } = finish(knownReachability(models, null));
  tally.add("lists");
  for (const rule of rules) countSaid(rule, tally);
  const wrong = [...wrongReachability(mapping, rules.map(saidOf), null, meaningOf)];
  for (const response of responses) {
    const subject = new Subject(response);
    const holding = models.map((model) => ruleHolds(model, subject));
    tally.add("responses");
    for (const [place, known] of rules.entries()) {
      const refuted = refutation(known, place, holding, mapping, subject);
      if (refuted !== null) wrong.push(`rule ${place} ${refuted}: ${shown(response)}`);
    }
  }
  return wrong;
}

/** What a response shows to be wrong in what is said of a rule; null for nothing. */
function refutation(
  { answer, redundantTests }: KnownRule,
  place: number,
  holding: readonly boolean[],
  mapping: Mapping,
  subject: Subject,
): string | null {
  const holds = holding[place] === true;
  if (holds && answer.kind === "impossible") return "is said to be impossible and holds";
  if (holds && answer.kind === "unreachable" && !answer.blockers.some((blocker) => holding[blocker]))
    return `is said to be taken by ${answer.blockers.join()}, none of which holds`;
  const condition = mapping.rules[place]?.model.condition;
  if (redundantTests.length === 0 || condition?.kind !== "tests") return null;
  const kept = condition.tests.filter((_, test) => !redundantTests.includes(test));
  return !holds && kept.every((test) => testHolds(test, subject))
    ? `is said to need no tests ${redundantTests.join()}, and would hold without`
    : null;
}

function wrongInComparison(
  before: Mapping,
  after: Mapping,
  responses: readonly Response[],
  tally: Tally,
): readonly string[] {
  const comparison = compare(before, after);
  const { changes, undecided } = comparison;
  tally.add("comparisons");
  if (undecided.length > 0) tally.add("comparisons with something undecided");
  else if (changes.length === 0) tally.add("comparisons that say: the same");
  const changing = responses.flatMap((response) => {
    const [old, now] = [meaningOf(before, response), meaningOf(after, response)];
    const isSame = JSON.stringify(old.verdict) === JSON.stringify(now.verdict);
    return isSame ? [] : [{ old: placeAt(old.index), new: placeAt(now.index) }];
  });
  return [
    ...wrongComparison(before, after, comparison, null, meaningOf),
    ...missedChanges(before, after, comparison, changing),
  ];
}

/** The place of a rule; null where none holds. */
function placeAt(index: number): number | null {
  return index < 0 ? null : index;
}

function shown({ status, body }: Response): string {
  const text =
    body instanceof Uint8Array || body instanceof ArrayBuffer
      ? Buffer.from(body as Uint8Array).toString("latin1")
      : body;
  return `status ${status}, body ${JSON.stringify(text)}`;
}
