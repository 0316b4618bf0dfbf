import { leadingCount } from "../text/leading-count.js";
import type { RuleModel } from "./mapping.js";

/**
 * The order of a mapping's rules, by what they mean: statements of equal text share one model, which then has several
 * places. It knows no file, so it can outlive the version of a text that it was made of.
 */
export class RuleOrder {
  /** In the order in which they are tried. */
  readonly models: readonly RuleModel[];
  /** The same, each once, where it stands first. */
  readonly distinct: readonly RuleModel[];
  readonly #first = new Map<RuleModel, number>();
  /** The further places of those that have some, ascending. */
  readonly #further = new Map<RuleModel, number[]>();

  constructor(rules: readonly { readonly model: RuleModel }[]) {
    this.models = rules.map(({ model }) => model);
    this.models.forEach((model, place) => {
      const further = this.#further.get(model);
      if (further !== undefined) further.push(place);
      else if (this.#first.has(model)) this.#further.set(model, [place]);
      else this.#first.set(model, place);
    });
    this.distinct = this.#further.size === 0 ? this.models : [...this.#first.keys()];
  }

  /** Where the model stands first, or for the nth time; null where it does not. */
  placeOf(model: RuleModel, nth = 0): number | null {
    return (nth === 0 ? this.#first.get(model) : this.#further.get(model)?.[nth - 1]) ?? null;
  }

  /** All places where the model stands, ascending. */
  placesOf(model: RuleModel): readonly number[] {
    const first = this.#first.get(model);
    return first === undefined ? [] : [first, ...(this.#further.get(model) ?? [])];
  }

  /** How many equal rules stand before the one at the place. */
  nthAt(place: number): number {
    const model = this.models[place];
    const further = model === undefined ? undefined : this.#further.get(model);
    return further === undefined ? 0 : leadingCount(further, (other) => other <= place);
  }
}
