import { ruleHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import { describeField } from "../model/field.js";
import type { RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import { HiddenTexts } from "./hidden-texts.js";
import { TextFinder } from "./text-finder.js";

/** Under a text of so many rules no other is filed if there is another text for it. */
const FEW = 8;

/**
 * Some rules, by their places, to be asked which of them hold for a body that was made up. Such a body mostly has what its fields
 * pick as it is: so the texts of a rule that asks for a field are looked for in the body itself, and no field is read but those of the
 * few rules whose texts stand there. Each rule is filed under texts of which one stands in every such body for which it holds.
 */
export class RulesByText {
  readonly #models: readonly RuleModel[];
  readonly #finder = new TextFinder();
  readonly #hidden = new HiddenTexts();
  /** Rules that can hold without any text, ascending. */
  readonly #always: number[] = [];
  /** The rules of each text, ascending, by the text's number from 1 on. */
  readonly #rulesOf: number[][] = [];

  constructor(models: readonly RuleModel[]) {
    this.#models = models;
    // A loop over numbers: that over entries makes an object for each as long as the code is new.
    for (let number = 0; number < models.length; number++) {
      const model = models[number];
      if (model !== undefined) this.#add(number, model);
    }
  }

  /** Whether a field may pick a text of the body that does not stand there as it is, so that nothing is known here. */
  canHideTexts(body: string): boolean {
    return this.#hidden.canBeIn(body);
  }

  /** The first rule that holds, if it is among the first so many; null for none. The body hides no texts. */
  firstHolding(subject: Subject, count: number): number | null {
    const found = this.#finder.textsIn(subject.foldedBody);
    let first = count;
    for (let index = 0; index < found.length; index++)
      first = this.#firstOf(this.#rulesOf[found[index] ?? 0] ?? [], subject, first);
    first = this.#firstOf(this.#always, subject, first);
    return first < count ? first : null;
  }

  /** All of the first so many rules that hold, ascending. The body hides no texts. */
  allHolding(subject: Subject, count: number): readonly number[] {
    const candidates = new Set(this.#always);
    for (const text of this.#finder.textsIn(subject.foldedBody))
      for (const number of this.#rulesOf[text] ?? []) candidates.add(number);
    return [...candidates]
      .filter((number) => number < count && this.#holds(number, subject))
      .sort((a, b) => a - b);
  }

  /** The first of some rules that holds and stands above one; that one if there is none. */
  #firstOf(numbers: readonly number[], subject: Subject, below: number): number {
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] ?? below;
      if (number >= below) break;
      if (this.#holds(number, subject)) return number;
    }
    return below;
  }

  #holds(number: number, subject: Subject): boolean {
    const model = this.#models[number];
    return model !== undefined && ruleHolds(model, subject);
  }

  #add(number: number, model: RuleModel): void {
    for (const { test } of testsOf(model.condition)) {
      if (test.kind !== "status" && test.field !== null) this.#hidden.addField(test.field);
    }
    const texts = this.#textsOf(model);
    if (texts === null) this.#always.push(number);
    else for (const text of texts) this.#file(number, text);
  }

  #file(number: number, text: string): void {
    const place = this.#finder.add(text);
    const known = this.#rulesOf[place];
    if (known === undefined) this.#rulesOf[place] = [number];
    else if (known.at(-1) !== number) known.push(number);
  }

  /** Those of the texts for the rule that the fewest rules share so far; of equals the longer ones. Null for none. */
  #textsOf({ condition }: RuleModel): readonly string[] | null {
    let least: readonly string[] | null = null;
    let fewest = Infinity;
    const consider = (texts: readonly string[]): void => {
      const sharing = this.#sharing(texts);
      if (least !== null && sharing > fewest) return;
      if (least !== null && sharing === fewest && shortestLength(texts) <= shortestLength(least)) return;
      least = texts;
      fewest = sharing;
    };
    const tests = testsOf(condition);
    for (const { negated, test } of tests) {
      const texts = negated ? null : neededTexts(test);
      if (texts !== null && !texts.includes("")) consider(texts);
    }
    if (fewest < FEW) return least;
    for (const { negated, test } of tests) {
      if (negated || test.kind === "status" || test.kind === "empty" || test.field === null) continue;
      for (const text of describeField(test.field).neededTexts) consider([text]);
    }
    return least;
  }

  /** How many rules stand under the texts. */
  #sharing(texts: readonly string[]): number {
    let sharing = 0;
    for (const text of texts) sharing += this.#rulesOf[this.#finder.numberOf(text)]?.length ?? 0;
    return sharing;
  }
}

function shortestLength(texts: readonly string[]): number {
  let length = Infinity;
  for (const text of texts) length = Math.min(length, text.length);
  return length;
}
