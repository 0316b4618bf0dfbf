import { ruleHolds } from "../../matching/interpret.js";
import type { ExampleModel, Mapping, RuleModel } from "../../model/mapping.js";
import type { KnownReachability } from "../../reachability/known-reachability.js";
import type { MadeResponse } from "../../reachability/responses.js";
import { Work } from "../../solver/work.js";
import type { PairResponses } from "./pair-responses.js";
import type { RecordedRules } from "./recorded-rules.js";

/** A rule's place among the mapping's, and what is known of it. */
export interface PlacedRule {
  readonly place: number;
  readonly model: RuleModel;
  /** Whether it stands in the mapping's own file. */
  readonly isOwn: boolean;
}

/** What the pairs of one file may cost together; rules behind are not looked at. */
export const MOST_STEPS = 3_000_000;

/** Rules that may stand above the upper rule of a pair: each is asked about every response. */
export const MOST_ABOVE = 1_000;

/** Recorded answers that a response is made to look like. */
const MOST_SHAPES = 3;

/** What a response costs at a guess, in microseconds, if it is known already, or not. */
const KNOWN = 5;
const SEARCHED = 400;

/** The rules of a mapping, among which pairs are looked for that hold for one response. */
export class PairSearch {
  readonly recorded: RecordedRules;
  readonly #mapping: Mapping;
  readonly #reachability: KnownReachability;
  readonly #responses: PairResponses;
  readonly #work = new Work(MOST_STEPS);
  readonly #left = new Set<number>();

  constructor(
    mapping: Mapping,
    reachability: KnownReachability,
    recorded: RecordedRules,
    responses: PairResponses,
  ) {
    this.#mapping = mapping;
    this.#reachability = reachability;
    this.recorded = recorded;
    this.#responses = responses;
  }

  /**
   * The rules from one place up to another, in their order: those that can decide, as far as that is known, and are not for all that is
   * left.
   */
  *rulesFrom(first: number, end: number): Iterable<PlacedRule> {
    for (let place = first; place < Math.min(end, this.#mapping.rules.length); place++) {
      const rule = this.#ruleAt(place);
      if (rule !== null) yield rule;
    }
  }

  /** Takes down that nothing, or not all, was looked for with a rule since the search was exhausted. */
  leave({ place }: PlacedRule): void {
    this.#left.add(place);
  }

  /** The places of the rules that were left, in their order. */
  get left(): readonly number[] {
    return [...this.#left].sort((a, b) => a - b);
  }

  /** The success rules among those before a place: of thousands of rules mostly a few. */
  successesBefore(end: number): readonly PlacedRule[] {
    const successes: PlacedRule[] = [];
    const { rules } = this.#mapping;
    for (let place = 0; place < Math.min(end, rules.length); place++) {
      const rule = rules[place]?.model.outcome === "success" ? this.#ruleAt(place) : null;
      if (rule !== null) successes.push(rule);
    }
    return successes;
  }

  #ruleAt(place: number): PlacedRule | null {
    const rule = this.#mapping.rules[place];
    const kind = this.#reachability.rules[place]?.answer.kind;
    if (rule === undefined || kind === "impossible" || kind === "unreachable") return null;
    const { model, file } = rule;
    if (model.condition.kind === "otherwise") return null;
    return { place, model, isOwn: file.path === this.#mapping.file.path };
  }

  /** Whether no more is to be looked for. */
  get isExhausted(): boolean {
    return this.#work.isExhausted;
  }

  /**
   * A response for which both rules hold and that the upper one decides; null where none is found, or rules above take it.
   *
   * @param shapes examples of which it is to look like one; of many the first ones count
   */
  find(
    { place, model }: PlacedRule,
    lower: PlacedRule,
    shapes: readonly ExampleModel[],
  ): { readonly response: MadeResponse | null; readonly microseconds: number } {
    const likened = shapes.slice(0, MOST_SHAPES);
    const isKnown = this.#responses.isKnown(model, lower.model, likened);
    const response = this.#responses.find(model, lower.model, likened, this.#work);
    this.#work.spend(place);
    const isDecided =
      response !== null &&
      !this.#mapping.rules.slice(0, place).some((above) => ruleHolds(above.model, response.subject));
    response?.subject.forgetOldFields();
    return { response: isDecided ? response : null, microseconds: isKnown ? KNOWN : SEARCHED };
  }
}
