import { findText } from "../runtime/text-matching.js";
import { StretchIndex } from "./stretch-index.js";

/** Up to here each text is searched by itself, which takes less time than looking up, and much less memory. */
const FEW = 16;

/** A text with the values that it leads to. */
interface TextWithValues<Value> {
  readonly text: string;
  readonly values: Value[];
}

/** Finds which of some texts, each with values, may stand in some subjects. An empty text stands in every subject. */
export class TextIndex<Value> {
  readonly #everywhere: Value[] = [];
  #few: readonly TextWithValues<Value>[] = [];
  /** Has all texts, once they are many. */
  #many: StretchIndex<Value> | null = null;

  add(text: string, value: Value): void {
    const known = this.#valuesOf(text);
    if (known !== null) known.push(value);
    else if (this.#many !== null) this.#many.add(text, [value]);
    else {
      this.#few = [...this.#few, { text, values: [value] }];
      if (this.#few.length > FEW) this.#lookUpFromNowOn();
    }
  }

  get isEmpty(): boolean {
    return this.#everywhere.length === 0 && this.#few.length === 0 && this.#many === null;
  }

  /** How many values the text leads to. */
  countOf(text: string): number {
    return this.#valuesOf(text)?.length ?? 0;
  }

  /** The values of all texts that stand in one of the subjects, and perhaps of some that do not; they can come twice. */
  candidates(subjects: readonly string[]): readonly Value[] {
    const found = subjects.length === 0 ? [] : [...this.#everywhere];
    for (const subject of subjects) {
      this.#many?.lookUp(subject, found);
      for (const { text, values } of this.#few) {
        if (findText(subject, text, 0) >= 0) for (const value of values) found.push(value);
      }
    }
    return found;
  }

  #valuesOf(text: string): Value[] | null {
    if (text === "") return this.#everywhere;
    if (this.#many !== null) return this.#many.valuesOf(text);
    return this.#few.find((few) => few.text === text)?.values ?? null;
  }

  #lookUpFromNowOn(): void {
    const many = new StretchIndex<Value>();
    for (const { text, values } of this.#few) many.add(text, values);
    this.#few = [];
    this.#many = many;
  }
}
