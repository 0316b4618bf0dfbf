import { ruleHolds } from "../matching/interpret.js";
import { neededNumbers } from "../matching/number-stretch.js";
import { createRuleIndex, type RuleIndex } from "../matching/rule-index.js";
import { RulesByStatus } from "../matching/rules-by-status.js";
import type { Subject } from "../matching/subject.js";
import { TextFinder } from "../matching/text-finder.js";
import { describeField } from "../model/field.js";
import type { RuleModel, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import { HiddenTexts } from "./hidden-texts.js";

/** A rule with its place. */
interface PlacedRule {
  readonly number: number;
  readonly model: RuleModel;
}

/** Under a text of so many rules no other is filed if there is another text for it. */
const FEW = 8;

/** Characters of a rule's text, at a guess. */
const USUAL_LENGTH = 12;

/**
 * Some rules, by their places, to be asked which of them hold for a body that was made up. Such a body mostly has what its fields
 * pick as it is: so the texts of a rule that asks for a field are looked for in the body itself, and no field is read but those of the
 * few rules whose texts stand there. Each rule is filed under texts of which one stands in every such body for which it holds; rules that
 * have no texts of their own but ask for numbers are looked up by these.
 */
export class RulesByText {
  readonly #models: readonly RuleModel[];
  readonly #finder: TextFinder;
  readonly #hidden = new HiddenTexts();
  /** Rules that can hold without any text. */
  readonly #always = new RulesByStatus<PlacedRule>();
  /** Rules that share their texts with many others, but ask for numbers. */
  readonly #withNumbers: PlacedRule[] = [];
  #byNumber: RuleIndex<PlacedRule> | null = null;
  /** The rules of each text, ascending, by the text's number from 1 on. */
  readonly #rulesOf: number[][] = [];

  constructor(models: readonly RuleModel[]) {
    this.#models = models;
    this.#finder = new TextFinder(models.length * USUAL_LENGTH);
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
    for (const { number, model } of this.#always.allowedBy(subject.status)) {
      if (number >= first) break;
      if (ruleHolds(model, subject)) first = number;
    }
    for (const { number, model } of this.#candidatesByNumber(subject)) {
      if (number >= first) break;
      if (ruleHolds(model, subject)) first = number;
    }
    // In one loop: for most files this is run while it is new, and every function on the way would have to be made quick by itself.
    for (let index = 0; index < found.length; index++) {
      const numbers = this.#rulesOf[found[index] ?? 0] ?? [];
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at] ?? first;
        if (number >= first) break;
        const model = this.#models[number];
        if (model !== undefined && ruleHolds(model, subject)) first = number;
      }
    }
    return first < count ? first : null;
  }

  /** All of the first so many rules that hold, ascending. The body hides no texts. */
  allHolding(subject: Subject, count: number): readonly number[] {
    const candidates = new Set(this.#always.allowedBy(subject.status).map(({ number }) => number));
    for (const { number } of this.#candidatesByNumber(subject)) candidates.add(number);
    for (const text of this.#finder.textsIn(subject.foldedBody))
      for (const number of this.#rulesOf[text] ?? []) candidates.add(number);
    return [...candidates]
      .filter((number) => number < count && this.#holds(number, subject))
      .sort((a, b) => a - b);
  }

  #candidatesByNumber(subject: Subject): Iterable<PlacedRule> {
    if (this.#withNumbers.length === 0) return NONE;
    this.#byNumber ??= createRuleIndex(this.#withNumbers);
    return this.#byNumber.candidates(subject);
  }

  #holds(number: number, subject: Subject): boolean {
    const model = this.#models[number];
    return model !== undefined && ruleHolds(model, subject);
  }

  #add(number: number, model: RuleModel): void {
    const tests = testsOf(model.condition);
    let only: readonly string[] | null = null;
    let needs = 0;
    for (let index = 0; index < tests.length; index++) {
      const test = tests[index];
      if (test === undefined || test.test.kind === "status") continue;
      if (test.test.field !== null) this.#hidden.addField(test.test.field);
      const texts = test.negated ? null : neededTexts(test.test);
      if (texts === null) continue;
      needs++;
      only = texts;
    }
    // Most rules ask for one text, of which there is nothing to weigh.
    if (needs === 1 && only?.length === 1 && only[0] !== undefined && only[0] !== "") {
      const rules = this.#rulesUnder(only[0]);
      if (rules.length < FEW) {
        rules.push(number);
        return;
      }
    }
    const texts = this.#textsOf(tests);
    const isShared = texts === null || this.#sharing(texts) >= FEW;
    if (isShared && neededNumbers(model.condition).length > 0) this.#withNumbers.push({ number, model });
    else if (texts === null) this.#always.add({ number, model });
    else for (const text of new Set(texts)) this.#rulesUnder(text).push(number);
  }

  /** The rules that are filed under the text, to add one. */
  #rulesUnder(text: string): number[] {
    const place = this.#finder.add(text);
    const known = this.#rulesOf[place];
    if (known !== undefined) return known;
    const rules: number[] = [];
    this.#rulesOf[place] = rules;
    return rules;
  }

  /** Those of the texts for the rule that the fewest rules share so far; of equals the longer ones. Null for none. */
  #textsOf(tests: readonly Test[]): readonly string[] | null {
    let least: readonly string[] | null = null;
    let fewest = Infinity;
    const consider = (texts: readonly string[]): void => {
      const sharing = this.#sharing(texts);
      if (least !== null && sharing > fewest) return;
      if (least !== null && sharing === fewest && shortestLength(texts) <= shortestLength(least)) return;
      least = texts;
      fewest = sharing;
    };
    for (const { negated, test } of tests) {
      const texts = negated ? null : neededTexts(test);
      if (texts !== null && !texts.includes("")) consider(texts);
    }
    if (fewest < FEW) return least;
    for (const { negated, test } of tests) {
      // What is not empty has been picked.
      if (test.kind === "status" || test.field === null || negated !== (test.kind === "empty")) continue;
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

const NONE: readonly PlacedRule[] = [];

function shortestLength(texts: readonly string[]): number {
  let length = Infinity;
  for (const text of texts) length = Math.min(length, text.length);
  return length;
}
