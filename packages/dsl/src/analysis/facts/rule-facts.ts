import { isSameList } from "../../incremental/list-changes.js";
import type { AnalysedMapping } from "../analysed-mapping.js";

/** Something to be asked of a mapping, about a rule or a text or whatever it takes; `questions.ts` has them all. */
export type Question<About extends readonly unknown[], Answer> = (
  mapping: AnalysedMapping,
  ...about: About
) => Answer;

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

  /** The answer to a question about these things. */
  ask<About extends readonly unknown[], Answer>(question: Question<About, Answer>, ...about: About): Answer {
    const answer = question(this.#mapping, ...about);
    this.answers.push(recordAnswer(question, about, answer));
    return answer;
  }
}

/** Apart from the class, so that it cannot hold on to the mapping. */
function recordAnswer<About extends readonly unknown[], Answer>(
  question: Question<About, Answer>,
  about: About,
  answer: Answer,
): RecordedAnswer {
  return { isStillTrue: (mapping) => isSameAnswer(question(mapping, ...about), answer) };
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
