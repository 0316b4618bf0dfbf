import { isSameList } from "../../incremental/list-changes.js";
import type { AnalysedMapping } from "../analysed-mapping.js";

/** Something to be asked of a mapping, about a rule or a text or nothing in particular; `questions.ts` has them all. */
export type Question<About, Answer> = (mapping: AnalysedMapping, about: About) => Answer;

/** A question that was asked, and its answer; it knows no version of the mapping. */
export interface RecordedAnswer {
  /** Whether the question has the same answer in this version. */
  isStillTrue(mapping: AnalysedMapping): boolean;
}

/**
 * Answers what the checks of a rule ask about the rest of its mapping, and writes it down: what was found for the rule
 * holds on while all answers are the same.
 */
export class RuleFacts {
  readonly answers: RecordedAnswer[] = [];
  readonly #mapping: AnalysedMapping;

  constructor(mapping: AnalysedMapping) {
    this.#mapping = mapping;
  }

  /** The answer to a question about this. */
  ask<Answer>(question: Question<undefined, Answer>): Answer;
  ask<About, Answer>(question: Question<About, Answer>, about: About): Answer;
  ask<About, Answer>(question: Question<About | undefined, Answer>, about?: About): Answer {
    const answer = question(this.#mapping, about);
    this.answers.push(new Answered(question, about, answer));
    return answer;
  }
}

/** There are some for every rule, so they are no larger than they must be. */
class Answered<About, Answer> implements RecordedAnswer {
  readonly question: Question<About, Answer>;
  readonly about: About;
  readonly answer: Answer;

  constructor(question: Question<About, Answer>, about: About, answer: Answer) {
    this.question = question;
    this.about = about;
    this.answer = answer;
  }

  isStillTrue(mapping: AnalysedMapping): boolean {
    return isSameAnswer(this.question(mapping, this.about), this.answer);
  }
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
