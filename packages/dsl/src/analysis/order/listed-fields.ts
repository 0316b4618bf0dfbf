import { type Field, partsOf } from "../../model/field.js";
import type { FieldPart } from "../../model/field-part.js";
import type { ExampleModel } from "../../model/mapping.js";
import { isListedName } from "../words/listed-names.js";
import { PER_EXAMPLE, pickedInExample } from "./picked-in-example.js";

/** Examples looked at at most: the first ones show whether a system answers with lists. */
const MOST_LOOKED_AT = 50;

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
  const counts = examples.map((example) => pickedInExample(example, field).count);
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
