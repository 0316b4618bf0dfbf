import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { type Field, partsOf } from "../../model/field.js";
import type { FieldPart } from "../../model/field-part.js";
import type { ExampleModel } from "../../model/mapping.js";
import { isListedName } from "../words/listed-names.js";

/** Examples looked at at most: the first ones show whether a system answers with lists. */
const MOST_LOOKED_AT = 50;

/** What it costs at a guess to look at one of them, in microseconds. */
const PER_EXAMPLE = 5;

/** Which fields are likely to pick several values, each looked at once in the examples of a file. */
export class LikelyLists {
  readonly #examples: readonly ExampleModel[];
  readonly #known = new Map<string, boolean>();

  constructor(examples: readonly ExampleModel[]) {
    this.#examples = examples.slice(0, MOST_LOOKED_AT);
  }

  /**
   * Whether answers in which the field picks several values are to be reckoned with: its path asks for all of a list, an example
   * has several, or, where no example tells otherwise, its values stand in an element each that is named for one of several.
   */
  lookAt(field: Field): { readonly isLikely: boolean; readonly microseconds: number } {
    const known = this.#known.get(field.key);
    if (known !== undefined) return { isLikely: known, microseconds: 0 };
    const isLikely = isLikelyList(field, this.#examples);
    this.#known.set(field.key, isLikely);
    return { isLikely, microseconds: PER_EXAMPLE * this.#examples.length };
  }
}

function isLikelyList(field: Field, examples: readonly ExampleModel[]): boolean {
  const parts = partsOf(field);
  if (parts.some(asksForAll)) return true;
  const counts = examples.map((example) => pickedIn(example, field));
  if (counts.some((count) => count > 1)) return true;
  return counts.every((count) => count === 0) && parts.some(standsInListed);
}

function asksForAll(part: FieldPart): boolean {
  return part.kind === "json" && part.path.some(({ kind }) => kind === "all");
}

/** Whether the value stands in an element of which there are several, as its name says. */
function standsInListed(part: FieldPart): boolean {
  if (part.kind !== "xml") return false;
  const { steps, attribute } = part.path;
  const around = (attribute === null ? steps.slice(0, -1) : steps).at(-1);
  return around !== undefined && isListedName(around.name);
}

const countsOf = memoized((_: ExampleModel) => new Map<string, number>());

/** How many values with a text the field picks; the same for as long as the example stands there. */
function pickedIn(example: ExampleModel, field: Field): number {
  const counts = countsOf(example);
  let count = counts.get(field.key);
  if (count === undefined) {
    const subject = subjectOf(example);
    count = subject.pick(field).filter(({ text }) => text !== null).length;
    subject.forgetOldFields();
    counts.set(field.key, count);
  }
  return count;
}
