import { askedBy, type MappingPlan, type PlanRule } from "../plan/mapping-plan.js";
import type { TextPredicate } from "../plan/predicate.js";
import { placesOf, type TextPlace } from "./text-place.js";

/** Texts one of which stands in a subject if the rule holds: where one is found the rule is tried, or holds. */
export interface RuleTrigger {
  /** The number of the test in the rule. */
  readonly test: number;
  /** The key of the field that is looked at; null for the body. */
  readonly field: string | null;
  /** One for each text of the test. */
  readonly places: readonly TextPlace[];
}

/**
 * Chooses for each rule the trigger that it shares with the fewest others; null for a rule that has none. Of a pattern that is
 * one of its pieces.
 */
export function chooseTriggers(plan: MappingPlan): readonly (RuleTrigger | null)[] {
  const possible = plan.rules.map((rule) => possibleTriggers(rule, plan));
  const sharing = new Map<string, number>();
  for (const triggers of possible) {
    for (const { field, choices } of triggers) {
      for (const places of choices) {
        for (const place of places) {
          const key = keyOf(field, place);
          sharing.set(key, (sharing.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return possible.map((triggers) => bestOf(triggers, sharing));
}

/** A test that can trigger a rule: for each text the places of which one is to be chosen. */
interface PossibleTrigger {
  readonly test: number;
  readonly field: string | null;
  readonly choices: readonly (readonly TextPlace[])[];
}

function possibleTriggers(rule: PlanRule, plan: MappingPlan): readonly PossibleTrigger[] {
  return rule.tests.flatMap((test, number) => {
    const predicate = askedBy(test, plan);
    if (test.negated || predicate.kind !== "text") return [];
    const choices = choicesOf(predicate);
    return choices.some((places) => places.length === 0)
      ? []
      : [{ test: number, field: predicate.field?.key ?? null, choices }];
  });
}

function choicesOf({ how, texts }: TextPredicate): readonly (readonly TextPlace[])[] {
  return texts.map((text) => placesOf(how, text));
}

function bestOf(
  triggers: readonly PossibleTrigger[],
  sharing: ReadonlyMap<string, number>,
): RuleTrigger | null {
  let best: { readonly trigger: RuleTrigger; readonly cost: number } | null = null;
  for (const { test, field, choices } of triggers) {
    const shareOf = (place: TextPlace): number => sharing.get(keyOf(field, place)) ?? 0;
    const places = choices.map((choice) => leastShared(choice, shareOf));
    // Of equals the first: what is written first is what the rule is about.
    const cost = places.reduce((sum, place) => sum + shareOf(place), 0);
    if (best === null || cost < best.cost) best = { trigger: { test, field, places }, cost };
  }
  return best?.trigger ?? null;
}

/** Of places that as few rules have, the first: it tells most. */
function leastShared(choice: readonly TextPlace[], shareOf: (place: TextPlace) => number): TextPlace {
  return choice.reduce((least, place) => (shareOf(place) < shareOf(least) ? place : least));
}

function keyOf(field: string | null, { position, text }: TextPlace): string {
  return `${position} ${field === null ? "" : `${field.length} ${field}`} ${text}`;
}
