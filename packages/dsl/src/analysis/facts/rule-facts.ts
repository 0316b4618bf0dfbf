import { isSameList } from "../../incremental/list-changes.js";
import type { AnalysedMapping } from "../analysed-mapping.js";

/** What can be compared with an earlier answer: a value, a list or a plain record. A map or a set has no keys to compare. */
export type Answer = string | number | boolean | null | undefined | readonly unknown[] | PlainRecord;

type PlainRecord = Readonly<Record<string, unknown>>;

/** Something to be asked of a mapping, about a rule or a text or nothing in particular; `questions.ts` has them all. */
export type Question<About, Given extends Answer> = (mapping: AnalysedMapping, about: About) => Given;

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
  ask<Given extends Answer>(question: Question<undefined, Given>): Given;
  ask<About, Given extends Answer>(question: Question<About, Given>, about: About): Given;
  ask<About, Given extends Answer>(question: Question<About | undefined, Given>, about?: About): Given {
    const answer = question(this.#mapping, about);
    this.answers.push(new AskedQuestion(question, about, answer));
    return answer;
  }
}

/** There are some for every rule, so they are no larger than they must be. */
class AskedQuestion<About, Given extends Answer> implements RecordedAnswer {
  readonly question: Question<About, Given>;
  readonly about: About;
  readonly answer: Given;

  constructor(question: Question<About, Given>, about: About, answer: Given) {
    this.question = question;
    this.about = about;
    this.answer = answer;
  }

  isStillTrue(mapping: AnalysedMapping): boolean {
    return isSameAnswer(this.question(mapping, this.about), this.answer);
  }
}

/** What lists and records hold is the same only if it is the very same. */
function isSameAnswer(one: Answer, other: Answer): boolean {
  if (Object.is(one, other)) return true;
  if (isList(one) && isList(other)) return isSameList(one, other);
  return isRecord(one) && isRecord(other) && isSameRecord(one, other);
}

function isSameRecord(one: PlainRecord, other: PlainRecord): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && Object.is(one[key], other[key]))
  );
}

function isList(answer: Answer): answer is readonly unknown[] {
  return Array.isArray(answer);
}

function isRecord(answer: Answer): answer is PlainRecord {
  return typeof answer === "object" && answer !== null && !isList(answer);
}
