import { captureIndex } from "../matching/capture-index.js";
import { verdictOf } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import { hasNameOfObjects } from "../model/capture-names.js";
import type { Capture, Mapping, Rule } from "../model/mapping.js";
import { AskedRules } from "../reachability/asked-rules.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import type { DecidingPair } from "./deciding-pairs.js";
import { haveSameCaptures } from "./same-meaning.js";
import { type UnchangedRules, unchangedRules } from "./unchanged-rules.js";

/** A verdict and the deciding rule's place among the mapping's rules, from 0; null where no rule holds. */
export interface PlacedVerdict {
  readonly place: number | null;
  readonly verdict: Verdict;
}

/**
 * Two mappings that are compared. The rules that stand in both are asked once for both of them: if the first of these that holds for
 * a response is known, only the few that one mapping has alone can decide before it.
 */
export class BothMappings {
  readonly before: Mapping;
  readonly after: Mapping;
  readonly unchanged: UnchangedRules;
  /** By their places in the old mapping. */
  readonly #unchanged: PlacedRules;
  readonly #gone: PlacedRules;
  readonly #came: PlacedRules;
  readonly #haveSameCaptures: boolean;
  readonly #capturesBefore: CapturesFor;
  readonly #capturesAfter: CapturesFor;

  constructor(before: Mapping, after: Mapping) {
    this.before = before;
    this.after = after;
    this.unchanged = unchangedRules(before.rules, after.rules);
    const { newPlaces, oldPlaces } = this.unchanged;
    this.#unchanged = new PlacedRules(before.rules, (place) => newPlaces[place] !== null);
    this.#gone = new PlacedRules(before.rules, (place) => newPlaces[place] === null);
    this.#came = new PlacedRules(after.rules, (place) => oldPlaces[place] === null);
    this.#haveSameCaptures = haveSameCaptures(before, after);
    this.#capturesBefore = capturesFor(before.captures);
    this.#capturesAfter = capturesFor(after.captures);
  }

  ruleBefore(place: number | null): Rule | null {
    return place === null ? null : (this.before.rules[place] ?? null);
  }

  ruleAfter(place: number | null): Rule | null {
    return place === null ? null : (this.after.rules[place] ?? null);
  }

  /** What a rule of the old mapping asks; nothing where no rule holds. */
  conditionBefore(place: number | null): Conjunction {
    if (place === null) return [];
    return (this.unchanged.newPlaces[place] === null ? this.#gone : this.#unchanged).conditionOf(place);
  }

  /** The same of the new one. */
  conditionAfter(place: number | null): Conjunction {
    if (place === null) return [];
    const old = this.unchanged.oldPlaces[place] ?? null;
    return old === null ? this.#came.conditionOf(place) : this.#unchanged.conditionOf(old);
  }

  /** The rules that decide in the old mapping and in the new one. */
  decidersOf(subject: Subject): DecidingPair {
    const old = this.#unchanged.firstHolding(subject);
    const now = old === null ? null : (this.unchanged.newPlaces[old] ?? null);
    return {
      before: upper(this.#gone.firstHolding(subject), old),
      after: upper(this.#came.firstHolding(subject), now),
    };
  }

  /** Whether both surely give it one verdict: no rule holds that one of them has alone. */
  isSurelySame(subject: Subject): boolean {
    return (
      this.#haveSameCaptures &&
      this.#gone.firstHolding(subject) === null &&
      this.#came.firstHolding(subject) === null
    );
  }

  verdictsOf(
    subject: Subject,
    { before, after }: DecidingPair = this.decidersOf(subject),
  ): { readonly before: PlacedVerdict; readonly after: PlacedVerdict } {
    const [old, now] = [this.ruleBefore(before)?.model ?? null, this.ruleAfter(after)?.model ?? null];
    return {
      before: { place: before, verdict: verdictOf(old, this.#capturesBefore(subject), subject) },
      after: { place: after, verdict: verdictOf(now, this.#capturesAfter(subject), subject) },
    };
  }

  /** The rules of both, to be asked for responses. */
  get asked(): AskedRules {
    return this.#unchanged.asked;
  }
}

/** The captures that can pick something of a body, and perhaps some that do not. */
type CapturesFor = (subject: Subject) => readonly Capture[];

function capturesFor(captures: readonly Capture[]): CapturesFor {
  // What parts are made into depends on the names of all.
  return hasNameOfObjects(captures.map(({ model }) => model)) ? () => captures : captureIndex(captures);
}

function upper(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** Some rules of a mapping. */
class PlacedRules {
  readonly asked: AskedRules;
  readonly #places: number[] = [];
  /** By the place. */
  readonly #numbers: number[] = [];

  constructor(rules: readonly Rule[], isOne: (place: number) => boolean) {
    const some = rules.filter((_, place) => isOne(place));
    for (const place of rules.keys()) {
      if (isOne(place)) this.#numbers[place] = this.#places.push(place) - 1;
    }
    this.asked = new AskedRules(some.map(({ model }) => model));
  }

  /** @throws {Error} if the rule is none of them */
  conditionOf(place: number): Conjunction {
    return this.asked.conditionOf(this.#numbers[place] ?? -1);
  }

  firstHolding(subject: Subject): number | null {
    const number = this.asked.decider(subject);
    return number === null ? null : (this.#places[number] ?? null);
  }
}
