import { changedStretch } from "../incremental/list-changes.js";
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
  readonly #places: Places;

  /** @param earlier the order before an edit, of which what is left is taken over */
  constructor(rules: readonly { readonly model: RuleModel }[], earlier: RuleOrder | null) {
    this.models = rules.map(({ model }) => model);
    const moved = earlier === null ? null : movedPlaces(earlier.models, earlier.#places, this.models);
    this.#places = moved ?? listedPlaces(this.models);
    this.distinct = this.#places.further.size === 0 ? this.models : [...this.#places.listed.keys()];
  }

  /** Where the model stands first, or for the nth time; null where it does not. */
  placeOf(model: RuleModel, nth = 0): number | null {
    if (nth > 0) return this.#places.further.get(model)?.[nth - 1] ?? null;
    return placeAmong(this.models, this.#places, model);
  }

  /** All places where the model stands, ascending. */
  placesOf(model: RuleModel): readonly number[] {
    const first = this.placeOf(model);
    return first === null ? [] : [first, ...(this.#places.further.get(model) ?? [])];
  }

  /** How many equal rules stand before the one at the place. */
  nthAt(place: number): number {
    const { further } = this.#places;
    const model = this.models[place];
    const others = further.size === 0 || model === undefined ? undefined : further.get(model);
    return others === undefined ? 0 : leadingCount(others, (other) => other <= place);
  }
}

/** Where models stand: as some list had them, and what has changed since then. */
interface Places {
  /** Where each stood first in that list. */
  readonly listed: ReadonlyMap<RuleModel, number>;
  /** The further places of those that have some, ascending; none where anything has changed. */
  readonly further: ReadonlyMap<RuleModel, readonly number[]>;
  /** By how much the places from one on have moved, one edit after the other. */
  readonly moves: readonly { readonly from: number; readonly by: number }[];
  /** Where those stand that came since. */
  readonly came: ReadonlyMap<RuleModel, number>;
}

/** Changes that are kept before all places are listed anew. */
const MOST_CAME = 64;
const MOST_MOVES = 8;

function listedPlaces(models: readonly RuleModel[]): Places {
  const listed = new Map<RuleModel, number>();
  const further = new Map<RuleModel, number[]>();
  models.forEach((model, place) => {
    const others = further.get(model);
    if (others !== undefined) others.push(place);
    else if (listed.has(model)) further.set(model, [place]);
    else listed.set(model, place);
  });
  return { listed, further, moves: [], came: new Map() };
}

/** What has become of places by an edit; null where too much has changed, or models stand twice, before or now. */
function movedPlaces(
  before: readonly RuleModel[],
  places: Places,
  models: readonly RuleModel[],
): Places | null {
  if (places.further.size > 0) return null;
  const stretch = changedStretch(before, models);
  const by = stretch.after.length - stretch.before.length;
  const moves = by === 0 ? places.moves : [...places.moves, { from: stretch.start, by }];
  if (moves.length > MOST_MOVES || places.came.size + stretch.after.length > MOST_CAME) return null;
  const gone = stretch.start + stretch.before.length;
  const came = new Map<RuleModel, number>();
  for (const [model, place] of places.came) {
    if (place < stretch.start) came.set(model, place);
    else if (place >= gone) came.set(model, place + by);
  }
  const moved = { ...places, moves, came };
  for (const [index, model] of stretch.after.entries()) {
    if (placeAmong(models, moved, model) !== null) return null;
    came.set(model, stretch.start + index);
  }
  return moved;
}

/** The model's first place; one that was listed may have gone since, and another may stand there. */
function placeAmong(
  models: readonly RuleModel[],
  { listed, moves, came }: Places,
  model: RuleModel,
): number | null {
  let place = listed.get(model);
  if (place === undefined) return came.get(model) ?? null;
  for (const { from, by } of moves) if (place >= from) place += by;
  return models[place] === model ? place : (came.get(model) ?? null);
}
