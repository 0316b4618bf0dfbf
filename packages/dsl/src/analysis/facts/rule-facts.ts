import type { JsonMember, JsonValue } from "../../bodies/json-outline.js";
import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import { isSameList } from "../../incremental/list-changes.js";
import type { CheckedRule } from "./checked-rule.js";
import type { ContainingText } from "./containing-texts.js";
import type { FoundPart, JsonExample } from "./example-bodies.js";
import type { SearchedText } from "./searched-texts.js";

/**
 * All that the check of a rule may ask about the rest of its mapping. The answers say nothing of places, and those to
 * which an edit makes no difference are equal before and after it: so what was found for a rule holds on while they are.
 */
export interface RuleFacts {
  /** How the examples go that the rule decides. */
  decidedBy(rule: CheckedRule): readonly ExampleOutcome[];
  /** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
  mayBeJson(): boolean;
  /** What the examples are, if most that have a body are not plain text. */
  structure(): "json" | "xml" | "html" | null;
  /** The first examples whose body can be read as JSON. */
  firstJson(): readonly JsonExample[];
  /** The first members of that name in JSON examples. */
  membersNamed(name: string): readonly FoundPart<JsonMember>[];
  /** The first values in JSON examples that are the folded text. */
  valuesReading(folded: string): readonly FoundPart<JsonValue>[];
  /** Whether the body of an example, as `exact` compares it, is the folded text. */
  isWholeBody(folded: string): boolean;
  /** The first JSON examples in which a folded keyword on the body stands only in names. */
  onlyInNames(keyword: string): readonly JsonExample[];
  /** Whether there is an example in which such a keyword stands in a value, or reaches into one. */
  isInValues(keyword: string): boolean;
  /** The text of another rule that a text of a rule is a part of, where that matters. */
  textContaining(sought: SearchedText): ContainingText | null;
}

/** A question that was asked, and its answer. */
export interface Answered {
  readonly question: (facts: RuleFacts) => unknown;
  readonly answer: unknown;
}

/** Writes down what is asked, so that later it can be told whether the answers are still the same. */
export class RecordedFacts implements RuleFacts {
  readonly answered: Answered[] = [];
  readonly #facts: RuleFacts;

  constructor(facts: RuleFacts) {
    this.#facts = facts;
  }

  decidedBy(rule: CheckedRule) {
    return this.#ask((facts) => facts.decidedBy(rule));
  }

  mayBeJson() {
    return this.#ask((facts) => facts.mayBeJson());
  }

  structure() {
    return this.#ask((facts) => facts.structure());
  }

  firstJson() {
    return this.#ask((facts) => facts.firstJson());
  }

  membersNamed(name: string) {
    return this.#ask((facts) => facts.membersNamed(name));
  }

  valuesReading(folded: string) {
    return this.#ask((facts) => facts.valuesReading(folded));
  }

  isWholeBody(folded: string) {
    return this.#ask((facts) => facts.isWholeBody(folded));
  }

  onlyInNames(keyword: string) {
    return this.#ask((facts) => facts.onlyInNames(keyword));
  }

  isInValues(keyword: string) {
    return this.#ask((facts) => facts.isInValues(keyword));
  }

  textContaining(sought: SearchedText) {
    return this.#ask((facts) => facts.textContaining(sought));
  }

  /** A question must not hold on to this version of the mapping: it captures what it asks about and nothing else. */
  #ask<Answer>(question: (facts: RuleFacts) => Answer): Answer {
    const answer = question(this.#facts);
    this.answered.push({ question, answer });
    return answer;
  }
}

/** Whether all questions have the same answers as when they were asked. */
export function areStillTrue(answered: readonly Answered[], facts: RuleFacts): boolean {
  return answered.every(({ question, answer }) => isSameAnswer(question(facts), answer));
}

/** Answers are values, lists, or records; what these hold is the same only if it is the very same. */
function isSameAnswer(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return isSameList(one, other);
  return isRecord(one) && isRecord(other) && Object.keys(one).every((key) => Object.is(one[key], other[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
