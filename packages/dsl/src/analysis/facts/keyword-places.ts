import { type JsonExample, readAsJson } from "../../bodies/json-example.js";
import type { JsonMember } from "../../bodies/json-outline.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { testedTexts } from "../../model/tested-texts.js";
import { findText } from "../../runtime/text-matching.js";
import { isSearchWord } from "../../syntax/vocabulary.js";
import { leadingCount } from "../../text/leading-count.js";
import type { OccurrenceCollector, OccurrenceSearch } from "./occurrences.js";

/** The folded keywords and words that a rule looks for in the body. */
export function* keywordsOnBody(rule: RuleModel): Iterable<string> {
  for (const { textTest, text } of testedTexts(rule)) {
    if (textTest.field === null && isSearchWord(textTest.how)) yield text.folded;
  }
}

/** Where keywords stand in the JSON bodies of examples. */
export const KEYWORD_PLACES: OccurrenceSearch<ExampleModel, JsonExample, KeywordPlaces> = {
  haystacksOf: (example) => {
    const json = readAsJson(example);
    return json === null ? [] : [json];
  },
  collectorFor: (keyword) => new KeywordPlaces(keyword),
};

const MOST_KEPT = 8;

/** Characters of bodies in which one keyword is looked for, at most: what they do not show, the rest hardly will. */
const MOST_SEARCHED = 1_000_000;

/** Where a keyword stands in the file's JSON examples. */
export class KeywordPlaces implements OccurrenceCollector<JsonExample> {
  /** The first examples in which it stands only in names. */
  readonly onlyInNames: JsonExample[] = [];
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

  add(example: JsonExample): void {
    this.#charactersLeft -= example.folded.length;
    this.isCut ||= this.isFull;
    if (standsInValue(this.#keyword, example)) this.inValues = true;
    else if (this.onlyInNames.length < MOST_KEPT) this.onlyInNames.push(example);
    else this.isCut = true;
  }
}

/** Whether the keyword, which is in the body, stands somewhere else than within a name. */
function standsInValue(keyword: string, { folded, outline }: JsonExample): boolean {
  for (let found = findText(folded, keyword, 0); found >= 0; ) {
    const member = memberAt(outline.members, found);
    const lastInName = member === null ? -1 : member.to - keyword.length;
    if (found > lastInName) return true;
    found = findText(folded, keyword, lastInName + 1);
  }
  return false;
}

/** The member in whose name the place is: the last that begins at or before it, if its name ends behind it. */
function memberAt(members: readonly JsonMember[], place: number): JsonMember | null {
  const member = members[leadingCount(members, ({ from }) => from <= place) - 1];
  return member !== undefined && place < member.to ? member : null;
}
