import { type FoundName, type ReadExample, readExample } from "../../bodies/read-example.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { testedTexts, textSearchedAnywhere } from "../../model/tested-texts.js";
import { findText } from "../../runtime/text-matching.js";
import { leadingCount } from "../../text/leading-count.js";
import type { OccurrenceCollector, OccurrenceSearch } from "./occurrences.js";

/** The folded texts that a rule looks for anywhere in the body: keywords, words, and patterns between two asterisks. */
export function* keywordsOnBody(rule: RuleModel): Iterable<string> {
  for (const tested of testedTexts(rule)) {
    const searched = tested.textTest.field === null ? textSearchedAnywhere(tested) : null;
    if (searched !== null) yield searched.folded;
  }
}

/** Where keywords stand in the bodies of examples that name their parts. */
export const KEYWORD_PLACES: OccurrenceSearch<ExampleModel, ReadExample, KeywordPlaces> = {
  haystacksOf: (example) => {
    const read = readExample(example);
    return read === null ? [] : [read];
  },
  collectorFor: (keyword) => new KeywordPlaces(keyword),
};

/** Examples kept at most: one that fits is enough to report. */
const MOST_KEPT = 8;

/** Characters of bodies in which one keyword is looked for, at most: what they do not show, the rest hardly will. */
const MOST_SEARCHED = 1_000_000;

/** Where a keyword stands in the file's examples. */
export class KeywordPlaces implements OccurrenceCollector<ReadExample> {
  /** The first examples in which it stands only in names. */
  readonly onlyInNames: ReadExample[] = [];
  /** Whether there is an example in which it stands in a value, or reaches into one. */
  inValues = false;
  isCut = false;
  readonly #keyword: string;
  #charactersLeft = MOST_SEARCHED;

  constructor(keyword: string) {
    this.#keyword = keyword;
  }

  get isFull(): boolean {
    return this.#charactersLeft <= 0;
  }

  add(example: ReadExample): void {
    this.#charactersLeft -= example.folded.length;
    this.isCut ||= this.isFull;
    if (standsInValue(this.#keyword, example)) this.inValues = true;
    else if (this.onlyInNames.length < MOST_KEPT) this.onlyInNames.push(example);
    else this.isCut = true;
  }
}

/** Whether the keyword, which is in the body, stands somewhere else than within a name. */
function standsInValue(keyword: string, { folded, names }: ReadExample): boolean {
  for (let found = findText(folded, keyword, 0); found >= 0; ) {
    const name = nameAt(names, found);
    const lastInName = name === null ? -1 : name.to - keyword.length;
    if (found > lastInName) return true;
    found = findText(folded, keyword, lastInName + 1);
  }
  return false;
}

/** The name in which the place is: the last that begins at or before it, if it ends behind it. */
function nameAt(names: readonly FoundName[], place: number): FoundName | null {
  const name = names[leadingCount(names, ({ from }) => from <= place) - 1];
  return name !== undefined && place < name.to ? name : null;
}
