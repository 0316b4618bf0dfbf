import { createMatcher, type Mapping } from "@responses/dsl";
import { groupsOf } from "@responses/testing/exact/judged-comparison";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import {
  editedWordRules,
  randomCapture,
  randomWordRules,
  WORD_BODIES,
} from "@responses/testing/random-word-rules";
import { expect, test } from "vitest";
import { decideAcceptance } from "../src/runs/acceptance.js";
import { reasonFor } from "../src/runs/parted-changes.js";
import { accepted, comparedTexts, known } from "./accepted-changes.js";

/*
 * A branch makes a change, somebody accepts all that it does, and it makes another one: of every body of a few words that gets yet
 * another verdict by that the group is open. Bodies are tried one by one.
 */

/** Decides a body: the rule's place, what is given, and what is captured. */
function deciding(mapping: Mapping) {
  const matcher = createMatcher(mapping);
  return (body: string) => {
    const { rule, verdict } = matcher.decide({ status: 200, body });
    const { outcome, label, captures } = verdict;
    return {
      place: rule === null ? null : mapping.rules.indexOf(rule),
      outcome,
      given: JSON.stringify([outcome, label]),
      captured: JSON.stringify(captures),
    };
  };
}

/** What a second change does to bodies that is not told, or passes for accepted with the first. */
function hiddenIn(base: string, first: string, second: string): readonly string[] {
  const between = comparedTexts(base, first);
  const file = comparedTexts(base, second);
  const acceptance = decideAcceptance(known(accepted(between)), [file], null);
  const { mappingBefore, mappingAfter, comparison } = file;
  const groupOf = groupsOf(mappingBefore, mappingAfter);
  const isAccepted = (change: (typeof comparison.changes)[number]): boolean =>
    reasonFor(acceptance, file, change) !== null;
  const decideBefore = deciding(mappingBefore);
  const decideBetween = deciding(between.mappingAfter);
  const decideAfter = deciding(mappingAfter);
  return WORD_BODIES.flatMap((body) => {
    const [old, middle, now] = [decideBefore(body), decideBetween(body), decideAfter(body)];
    const about = `${body}: ${[old, middle, now].map(({ given, captured }) => given + captured).join(" → ")}`;
    if (now.given !== old.given && now.given !== middle.given) {
      const group = groupOf(old.place, now.place);
      const told = comparison.changes.filter((change) => groupOf(change.before, change.after) === group);
      if (told.length === 0) return [`not told: ${about}`];
      if (told.some(isAccepted)) return [`accepted: ${about}`];
    }
    const isOneOutcome = now.outcome === old.outcome && now.outcome === middle.outcome;
    if (isOneOutcome && now.captured !== old.captured && now.captured !== middle.captured) {
      // All rules of an outcome hand back the same captures: they are told once.
      const told = comparison.changes.filter(
        ({ verdictBefore, verdictAfter }) =>
          verdictBefore.outcome === now.outcome && verdictAfter.outcome === now.outcome,
      );
      if (told.length === 0) return [`captures not told: ${about}`];
      if (told.some(isAccepted)) return [`captures accepted: ${about}`];
    }
    return [];
  });
}

test("nothing that a further change does was accepted with the one before", () => {
  for (let run = 0, seed = firstSeed(1); run < runs(300); run++, seed++) {
    const random = new Random(seed);
    const base = randomWordRules(random);
    const first = editedWordRules(base, random);
    const second = editedWordRules(first, random);
    const asksCaptures = random.chance(0.3);
    const [one, two, three] = [base, first, second].map((lines) =>
      [...lines, asksCaptures ? randomCapture(random) : ""].join("\n"),
    );
    if (one === undefined || two === undefined || three === undefined) continue;
    expect(hiddenIn(one, two, three), `seed ${seed}\n${one}\n\n${two}\n\n${three}`).toEqual([]);
  }
});
