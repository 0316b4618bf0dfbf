import { noOtherFiles } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: where rules stand is taken over across edits, which no door shows.
import { isSameList } from "../../src/incremental/list-changes.js";
import { link, readMappingFile } from "../../src/model/link.js";
import type { RuleModel } from "../../src/model/mapping.js";
import { RuleOrder } from "../../src/model/rule-order.js";

const EDITS = 200;

/** All that an order says of some models. */
function said(order: RuleOrder, models: readonly RuleModel[]): string {
  const places = models.map((model) => [
    order.placeOf(model),
    order.placeOf(model, 1),
    order.placesOf(model),
  ]);
  const nth = Array.from(order.models.keys(), (place) => order.nthAt(place));
  return JSON.stringify({ places, nth });
}

function ruleModel(text: string): RuleModel {
  const linked = link(readMappingFile("main.responses", text), noOtherFiles);
  const model = linked.kind === "mapping" ? linked.mapping.rules[0]?.model : undefined;
  if (model === undefined) throw new Error("it must be a rule");
  return model;
}

const MODEL = ruleModel('reject keyword "a" as A\n');
const newModel = (): RuleModel => ({ ...MODEL });

/** Rules are replaced, put in, taken out and moved; now and then one stands twice, or all are others. */
function edited(models: readonly RuleModel[], gone: RuleModel[], random: Random): readonly RuleModel[] {
  const place = random.integer(0, models.length);
  const [before, behind] = [models.slice(0, place), models.slice(place)];
  const [first, ...rest] = behind;
  switch (random.integer(0, 9)) {
    case 0:
      return [...before, newModel(), ...behind];
    case 1:
      if (first !== undefined) gone.push(first);
      return [...before, ...rest];
    case 2:
      return first === undefined ? models : [first, ...before, ...rest];
    case 3:
      return gone.length === 0 ? models : [...before, random.pick(gone), ...behind];
    case 4:
      return random.chance(0.1) && models.length > 0 ? [...before, random.pick(models), ...behind] : models;
    case 5:
      return random.chance(0.05) ? models.map(newModel) : [...new Set(models)];
    default:
      if (first !== undefined) gone.push(first);
      return [...before, newModel(), ...rest];
  }
}

test("after any edits the places are those of a list that is read anew", () => {
  for (let run = 0, seed = firstSeed(1); run < runs(30); run++, seed++) {
    const random = new Random(seed);
    const gone: RuleModel[] = [];
    let models: readonly RuleModel[] = random.several(0, 30, newModel);
    let order = new RuleOrder(
      models.map((model) => ({ model })),
      null,
    );
    for (let edit = 0; edit < EDITS; edit++) {
      models = edited(models, gone, random);
      const rules = models.map((model) => ({ model }));
      order = new RuleOrder(rules, order);
      const afresh = new RuleOrder(rules, null);
      const about = `seed ${seed}, edit ${edit}`;
      expect(isSameList(order.distinct, afresh.distinct), about).toBe(true);
      const asked = [...models, ...gone.slice(-20)];
      expect(said(order, asked), about).toBe(said(afresh, asked));
    }
  }
});
