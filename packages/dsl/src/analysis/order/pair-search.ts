import { ruleHolds } from "../../matching/interpret.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
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
const MOST_STEPS = 3_000_000;

/** Rules that may stand above the upper rule of a pair: each is asked about every response. */
export const MOST_ABOVE = 1_000;

/** Recorded answers that a response is made to look like. */
const MOST_SHAPES = 3;

/** What a response costs at a guess, in microseconds, if it is known already, or not. */
const KNOWN = 5;
const SEARCHED = 400;

/** The rules of a mapping, among which pairs are looked for that hold for one response. */
export class PairSearch {
  /** Those that can decide, as far as that is known, in their order. */
  readonly rules: readonly PlacedRule[];
  readonly recorded: RecordedRules;
  readonly #models: readonly RuleModel[];
  readonly #responses: PairResponses;
  readonly #work = new Work(MOST_STEPS);

  /** @param models all rules, in their order */
  constructor(
    models: readonly RuleModel[],
    rules: readonly PlacedRule[],
    recorded: RecordedRules,
    responses: PairResponses,
  ) {
    this.#models = models;
    this.rules = rules;
    this.recorded = recorded;
    this.#responses = responses;
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
      response !== null && !this.#models.slice(0, place).some((above) => ruleHolds(above, response.subject));
    response?.subject.forgetOldFields();
    return { response: isDecided ? response : null, microseconds: isKnown ? KNOWN : SEARCHED };
  }
}
