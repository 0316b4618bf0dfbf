import { largestOf } from "../../incremental/long-lists.js";
import { type Field, lastNameOf } from "../../model/field.js";
import type { ExampleModel, RuleModel, Test } from "../../model/mapping.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import { testedTexts } from "../../model/tested-texts.js";
import { wordsOf } from "../words/sentence-words.js";
import { type FieldRole, isForSentences, roleOfName } from "../words/verdict-names.js";
import { PER_EXAMPLE, pickedInExample } from "./picked-in-example.js";

/** Examples looked at at most: the first ones show what a system's answers look like. */
const MOST_LOOKED_AT = 50;

/** Fields of these names say how it went, whatever else stands in the answer. */
const VERDICTS: ReadonlySet<FieldRole> = new Set(["flag", "verdict"]);

/** Fields of these names say at least that something went wrong. */
const TELLING: ReadonlySet<FieldRole> = new Set(["flag", "verdict", "code", "error"]);

/**
 * Whether an answer is likely in which a success rule finds its word in one field, and a refusal rule below what it asks for in
 * another. Where examples have the fields, these tell: both are filled in one answer, and the word stands among others, or the
 * refusal's field is the one that says how it went. Where no example has the refusal's field, their names tell.
 */
export class OtherFields {
  readonly #examples: readonly ExampleModel[];

  constructor(examples: readonly ExampleModel[]) {
    this.#examples = examples.slice(0, MOST_LOOKED_AT);
  }

  /** @param field in which the success rule looks for a word, and for nothing else but a status */
  lookAt(
    success: RuleModel,
    field: Field,
    refusal: RuleModel,
  ): { readonly isLikely: boolean; readonly microseconds: number } {
    const others = fieldsAskedFor(refusal).filter(({ key }) => key !== field.key);
    return {
      isLikely: others.some((other) => this.#isLikely(success, field, other)),
      microseconds: PER_EXAMPLE * this.#examples.length * others.length,
    };
  }

  #isLikely(success: RuleModel, field: Field, other: Field): boolean {
    const [role, otherRole] = [roleOf(field), roleOf(other)];
    const withOther = this.#examples.filter((example) => pickedInExample(example, other).isFilled);
    const arePossible =
      withOther.length === 0
        ? isForSentences(role) && TELLING.has(otherRole)
        : withOther.some((example) => pickedInExample(example, field).isFilled);
    if (!arePossible) return false;
    const isDecidedByOther = VERDICTS.has(otherRole) && !VERDICTS.has(role) && role !== "code";
    return isDecidedByOther || this.#holdsSentences(success, field, role);
  }

  /** Whether the field says more than the word, by the examples that have it, or else by its name. */
  #holdsSentences(success: RuleModel, field: Field, role: FieldRole): boolean {
    const filled = this.#examples
      .map((example) => pickedInExample(example, field))
      .filter(({ isFilled }) => isFilled);
    if (filled.length === 0) return isForSentences(role);
    const asked = largestOf(
      testedTexts(success).map(({ text }) => wordsOf(text.folded).length),
      0,
    );
    return filled.some(({ mostWords }) => mostWords > asked);
  }
}

/** The fields in which a rule asks for something, and not that it is missing, in order. */
export function fieldsAskedFor({ condition }: RuleModel): readonly Field[] {
  return testsOf(condition).flatMap((test) => (asksForAbsence(test) ? [] : (fieldOfTest(test.test) ?? [])));
}

/** Whether the test holds where nothing is there. */
export function asksForAbsence({ negated, test }: Test): boolean {
  return negated !== (test.kind === "empty");
}

function roleOf(field: Field): FieldRole {
  return roleOfName(lastNameOf(field) ?? "");
}
