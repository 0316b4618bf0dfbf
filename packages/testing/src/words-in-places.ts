import { type Place, type SpecialWord, VOCABULARY, type WordRecord, wordsAt } from "@responses/dsl/editor";

/*
 * Every word of the language in every place in which it may stand, made from the vocabulary: statements that can be read.
 */

/** A statement in which a word stands in a place. */
export interface WordInPlace {
  readonly word: SpecialWord;
  readonly place: Place;
  /** The statement up to the word, and behind it. */
  readonly before: string;
  readonly after: string;
}

/** Beginnings of statements, and the places that are there: all words that may stand in one of them, and no others. */
export const BEGINNINGS: readonly (readonly [before: string, places: readonly Place[]])[] = [
  ["", ["statement"]],
  ["reject ", ["condition", "negation", "test"]],
  ["reject not ", ["test"]],
  ["reject status 200 and ", ["negation", "test"]],
  ['reject json "$.a" ', ["field match", "behind a field"]],
  ['reject not split "|" part 2 ', ["field match", "behind a field"]],
  ['reject between "a" and "b", end ', ["field match", "behind a field"]],
  ["reject status 200 ", ["behind a test", "behind a condition"]],
  ['reject keyword "a", "b" ', ["behind a test", "behind a condition"]],
  ['reject json "$.a" above 5 ', ["behind a test", "behind a condition"]],
  ["reject otherwise ", ["behind a condition"]],
  ["reject otherwise as ", ["label field"]],
  ['reject otherwise as json "$.a" ', ["behind a label field", "behind a field"]],
  ['reject otherwise as split "|" part 2 ', ["behind a label field", "behind a field"]],
  ['reject split "|" ', ["behind a separator"]],
  ['reject otherwise as split "|" ', ["behind a separator"]],
  ['capture price from split "|" ', ["behind a separator"]],
  ["capture price ", ["behind a capture name"]],
  ["capture price from ", ["capture source"]],
  ['reject between "a" ', ["behind a start marker"]],
  ['reject otherwise as between "a" ', ["behind a start marker"]],
  ['capture price from between "a" ', ["behind a start marker"]],
  ['reject between "a" and ', ["closer", "only closer"]],
  ['reject between "a" and "b", ', ["closer"]],
  ['capture price from between "a" and ', ["closer", "only closer"]],
  ['capture price from json "$.a" ', ["behind a capture", "behind a field"]],
  ['capture price from json "$.a" for ', ["capture outcome"]],
  ['capture price from json "$.a" for success, ', ["capture outcome"]],
  ['example "a" ', ["behind a body"]],
  ['example late 200 "a" ', ["behind a body"]],
  ['example "a" is ', ["verdict"]],
  ['example "a" is success ', ["behind a verdict"]],
  ['example "a" is reject Other ', ["behind a verdict"]],
];

/** Where a field begins or goes on. */
const PLACES_OF_FIELDS: ReadonlySet<Place> = new Set([
  "test",
  "behind a field",
  "behind a separator",
  "behind a start marker",
  "closer",
  "only closer",
]);

export const WORDS_IN_PLACES: readonly WordInPlace[] = BEGINNINGS.flatMap(([before, places]) =>
  places.flatMap((place) =>
    wordsAt(place).map((word: SpecialWord) => ({
      word,
      place,
      before,
      after: wholeBehind(word, place, before),
    })),
  ),
);

/** The statement as a whole. */
export function statementOf({ before, word, after }: WordInPlace): string {
  return before + word + after;
}

/** The shortest that stands behind the word and makes its statement whole. */
function wholeBehind(word: SpecialWord, place: Place, before: string): string {
  const behind = directlyBehind(word, place);
  // A field that is tested wants a test behind it.
  const isTested = /^reject (?!.* as )/.test(before) && PLACES_OF_FIELDS.has(place);
  return behind + (isTested && (place !== "test" || VOCABULARY[word].kind === "field") ? " empty" : "");
}

function directlyBehind(word: SpecialWord, place: Place): string {
  const record: WordRecord = VOCABULARY[word];
  switch (record.takes) {
    case "nothing":
      return "";
    case "a text":
    case "a name":
    case "texts":
      return ' "a"';
    case "a number":
    case "a part":
      return " 1";
    case "statuses":
      return " 200";
    case "a path":
      return record.format === "JSON" ? ' "$.a"' : ' "/a"';
    case "a separator and a part":
      return ' "|" part 1';
    case "markers":
      return ' "a" and "b"';
    case "a test":
      return " status 500";
    case "a test or end markers":
      return place === "behind a start marker" ? ' "b"' : " status 500";
    case "a condition":
      return place === "statement" ? " otherwise" : "";
    case "a label":
      return " Other";
    case "a source":
      return ' json "$.a"';
    case "a name and a field":
      return ' price from json "$.a"';
    case "a response and a verdict":
      return ' "a" is success';
    case "a verdict":
    case "outcomes":
      return " success";
    case "captures":
      return ' price "1"';
  }
}
