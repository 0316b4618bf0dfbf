/*
 * Every word of the language, once: what it is, what stands behind it, and where it may stand. Whatever has to know the
 * words takes them from here: tokens, the parser's alternatives, the cutter, what can follow what, misspellings, and in
 * the editor colours, completion and signature forms. A word that is added here is missing nowhere else without the type
 * checker or `test/syntax/vocabulary.test.ts` saying so.
 *
 * This file imports nothing, since the sentences of findings name the words, too.
 */

/** Where a word of the language may stand (docs/language.md, the grammar). */
export type Place =
  /** At a line's beginning. */
  | "statement"
  /** As the whole condition of a rule. */
  | "condition"
  /** Before a test. */
  | "negation"
  /** At the beginning of a test. */
  | "test"
  /** Behind the field of a test. */
  | "field match"
  /** Behind a part of the body, of which it picks a part: a field of a field. */
  | "behind a field"
  | "behind a test"
  | "behind a condition"
  /** Behind `as`, where a text follows; without one the word is the label. */
  | "label field"
  /** Behind the field of a label. */
  | "behind a label field"
  | "behind a capture name"
  | "capture source"
  | "behind a capture"
  /** In the list behind `for`. */
  | "capture outcome"
  | "behind a start marker"
  /** In the list of texts at which a part of the body ends. */
  | "closer"
  /** In place of that list. */
  | "only closer"
  | "behind a separator"
  | "behind a body"
  | "verdict"
  | "behind a verdict";

/** The kinds of statement in which a place is. */
const STATEMENTS_OF_PLACE: Readonly<Record<Place, readonly StatementKind[]>> = {
  statement: [],
  condition: ["rule"],
  negation: ["rule"],
  test: ["rule"],
  "field match": ["rule"],
  "behind a field": ["rule", "capture"],
  "behind a test": ["rule"],
  "behind a condition": ["rule"],
  "label field": ["rule"],
  "behind a label field": ["rule"],
  "behind a capture name": ["capture"],
  "capture source": ["capture"],
  "behind a capture": ["capture"],
  "capture outcome": ["capture"],
  "behind a start marker": ["rule", "capture"],
  closer: ["rule", "capture"],
  "only closer": ["rule", "capture"],
  "behind a separator": ["rule", "capture"],
  "behind a body": ["example"],
  verdict: ["example"],
  "behind a verdict": ["example"],
};

/** What the text is that stands directly behind a word. */
export type TextRole =
  | "system name"
  | "include path"
  | "searched text"
  | "json path"
  | "xml path"
  | "form name"
  | "separator"
  | "start marker"
  | "end marker";

interface AnyWord {
  readonly places: readonly Place[];
  /** The text that stands directly behind it; null where none does. */
  readonly text: TextRole | null;
}

/** A word that begins a statement and is no outcome. */
interface StatementRecord extends AnyWord {
  readonly kind: "statement";
  readonly takes: "a text" | "a name and a field" | "a response and a verdict";
}

/** A verdict; as the first word of a line it begins a rule. */
interface OutcomeRecord extends AnyWord {
  readonly kind: "outcome";
  readonly takes: "a condition";
}

/** A word that looks for texts, any of which will do. */
interface AnyTextMatch extends AnyWord {
  readonly kind: "match";
  readonly takes: "texts";
  /** Whether the body or field must be the text, white space at its ends left aside; else the text occurs in it. */
  readonly matchesWholeSubject: boolean;
  /** Whether a bare asterisk stands for any text; else it is an asterisk. */
  readonly asteriskIsWildcard: boolean;
  /** Whether anything may stand directly before the text, and directly behind it; its own wildcards left aside. */
  readonly isOpenBefore: boolean;
  readonly isOpenBehind: boolean;
}

/** Beside a text that is the whole subject there is nothing; one that occurs somewhere has no wildcards. */
type TextMatchRecord = AnyTextMatch &
  (
    | { readonly matchesWholeSubject: true; readonly isOpenBefore: false; readonly isOpenBehind: false }
    | { readonly matchesWholeSubject: false; readonly asteriskIsWildcard: false }
  );

/** A word that compares a field as a decimal number. */
interface NumberMatchRecord extends AnyWord {
  readonly kind: "match";
  readonly takes: "a number";
  /** 1 where the field must be greater than the number, -1 where it must be less. */
  readonly direction: 1 | -1;
}

interface OtherMatchRecord extends AnyWord {
  readonly kind: "match";
  readonly takes: "statuses" | "nothing";
}

/** A word that a part of the body is written with. */
interface SourceRecord extends AnyWord {
  /** What is written behind it, with its texts left out. */
  readonly behind: string;
  /** What the text behind it must say, for whoever has left that empty. */
  readonly needs: string;
}

/** A word that picks texts out of the body by a path in a language of its own. */
interface PathFieldRecord extends SourceRecord {
  readonly kind: "field";
  readonly takes: "a path";
  /** What the body is read as. */
  readonly format: "JSON" | "XML";
}

/** A word that picks texts out of the body in another way. */
interface OtherFieldRecord extends SourceRecord {
  readonly kind: "field";
  readonly takes: "a name" | "a separator and a part" | "markers";
}

/** A word that says where a part of the body between two markers ends. */
interface CloserRecord extends AnyWord {
  readonly kind: "closer";
  readonly takes: "a text" | "nothing";
}

/** A word that joins parts of a statement. */
interface ConnectiveRecord extends AnyWord {
  readonly kind: "connective";
  readonly takes: "a test" | "a label" | "a source" | "outcomes" | "a part" | "a verdict" | "captures";
}

/** `and` joins tests, and the markers of a part of the body. */
interface JoinRecord extends AnyWord {
  readonly kind: "connective";
  readonly takes: "a test or end markers";
}

/** A word that stands for a condition or a verdict by itself. */
interface ValueRecord extends AnyWord {
  readonly kind: "value";
  readonly takes: "nothing";
}

export type WordRecord =
  | StatementRecord
  | OutcomeRecord
  | TextMatchRecord
  | NumberMatchRecord
  | OtherMatchRecord
  | PathFieldRecord
  | OtherFieldRecord
  | CloserRecord
  | ConnectiveRecord
  | JoinRecord
  | ValueRecord;

const PLACES_OF_OUTCOMES = ["statement", "verdict", "capture outcome"] as const;
const TEXTS = { kind: "match", takes: "texts", text: "searched text" } as const;
const PLACES_OF_TEXT_MATCHES = ["test", "field match"] as const;
const FIELD = {
  kind: "field",
  places: ["test", "label field", "capture source", "behind a field"],
} as const;

/** The words in the order in which sentences list them. */
export const VOCABULARY = {
  system: { kind: "statement", takes: "a text", text: "system name", places: ["statement"] },
  include: { kind: "statement", takes: "a text", text: "include path", places: ["statement"] },
  success: { kind: "outcome", takes: "a condition", text: null, places: PLACES_OF_OUTCOMES },
  reject: { kind: "outcome", takes: "a condition", text: null, places: PLACES_OF_OUTCOMES },
  error: { kind: "outcome", takes: "a condition", text: null, places: PLACES_OF_OUTCOMES },
  capture: { kind: "statement", takes: "a name and a field", text: null, places: ["statement"] },
  example: { kind: "statement", takes: "a response and a verdict", text: null, places: ["statement"] },

  keyword: {
    ...TEXTS,
    matchesWholeSubject: false,
    asteriskIsWildcard: false,
    isOpenBefore: true,
    isOpenBehind: true,
    places: PLACES_OF_TEXT_MATCHES,
  },
  word: {
    ...TEXTS,
    matchesWholeSubject: false,
    asteriskIsWildcard: false,
    isOpenBefore: false,
    isOpenBehind: false,
    places: PLACES_OF_TEXT_MATCHES,
  },
  exact: {
    ...TEXTS,
    matchesWholeSubject: true,
    asteriskIsWildcard: true,
    isOpenBefore: false,
    isOpenBehind: false,
    places: PLACES_OF_TEXT_MATCHES,
  },
  above: { kind: "match", takes: "a number", direction: 1, text: null, places: ["field match"] },
  below: { kind: "match", takes: "a number", direction: -1, text: null, places: ["field match"] },
  empty: { kind: "match", takes: "nothing", text: null, places: ["field match"] },
  status: { kind: "match", takes: "statuses", text: null, places: ["test"] },

  json: { ...FIELD, takes: "a path", format: "JSON", behind: '"…"', needs: "a path", text: "json path" },
  xml: { ...FIELD, takes: "a path", format: "XML", behind: '"…"', needs: "a path", text: "xml path" },
  form: {
    ...FIELD,
    takes: "a name",
    behind: '"…"',
    text: "form name",
    needs: 'the name whose value is wanted, for example form "status"',
  },
  split: {
    ...FIELD,
    takes: "a separator and a part",
    behind: '"…" part N',
    text: "separator",
    needs: "a text to cut at",
  },
  between: {
    ...FIELD,
    takes: "markers",
    behind: '"…" and "…"',
    text: "start marker",
    needs: "a text to begin after",
  },

  last: { kind: "closer", takes: "a text", text: "end marker", places: ["only closer"] },
  end: { kind: "closer", takes: "nothing", text: null, places: ["closer"] },
  part: { kind: "connective", takes: "a part", text: null, places: ["behind a separator"] },
  not: { kind: "connective", takes: "a test", text: null, places: ["negation"] },
  otherwise: { kind: "value", takes: "nothing", text: null, places: ["condition"] },
  and: {
    kind: "connective",
    takes: "a test or end markers",
    text: "end marker",
    places: ["behind a test", "behind a start marker"],
  },
  as: { kind: "connective", takes: "a label", text: null, places: ["behind a condition"] },
  or: { kind: "connective", takes: "a label", text: null, places: ["behind a label field"] },
  from: { kind: "connective", takes: "a source", text: null, places: ["behind a capture name"] },
  for: { kind: "connective", takes: "outcomes", text: null, places: ["behind a capture"] },
  is: { kind: "connective", takes: "a verdict", text: null, places: ["behind a body"] },
  with: { kind: "connective", takes: "captures", text: null, places: ["behind a verdict"] },
  unmapped: { kind: "value", takes: "nothing", text: null, places: ["verdict"] },
} as const satisfies Readonly<Record<string, WordRecord>>;

/** A word that means something somewhere in the grammar. */
export type SpecialWord = keyof typeof VOCABULARY;

/** The words whose record has these properties. */
type WordsLike<Shape> = {
  [Word in SpecialWord]: (typeof VOCABULARY)[Word] extends Shape ? Word : never;
}[SpecialWord];

/** Some properties of a record. */
type PartOf<AnyRecord> = AnyRecord extends WordRecord ? Partial<AnyRecord> : never;

/** The words that may stand in a place. */
type WordsAt<At extends Place> = {
  [Word in SpecialWord]: At extends (typeof VOCABULARY)[Word]["places"][number] ? Word : never;
}[SpecialWord];

export const SPECIAL_WORDS = Object.keys(VOCABULARY) as readonly SpecialWord[];
export const isSpecialWord = memberOf(SPECIAL_WORDS);

/** The words whose record has the properties of `shape`, in the vocabulary's order. */
function wordsLike<const Shape extends PartOf<WordRecord>>(shape: Shape): readonly WordsLike<Shape>[] {
  const isLike = (word: SpecialWord): word is WordsLike<Shape> =>
    Object.entries(shape).every(([name, value]) => Reflect.get(VOCABULARY[word], name) === value);
  return SPECIAL_WORDS.filter(isLike);
}

/** The words that may stand in a place, in the vocabulary's order. */
export function wordsAt<At extends Place>(place: At): readonly WordsAt<At>[] {
  const mayStand = (word: SpecialWord): word is WordsAt<At> => {
    const places: readonly Place[] = VOCABULARY[word].places;
    return places.includes(place);
  };
  return SPECIAL_WORDS.filter(mayStand);
}

/** Whether these are words of the place: all that may stand in it are among them. */
export function areWordsAt(place: Place, words: readonly SpecialWord[]): boolean {
  return wordsAt(place).every((word) => words.includes(word));
}

/** The words that mean something behind the first word of such a statement. */
export function wordsInside(statement: StatementKind): readonly SpecialWord[] {
  return SPECIAL_WORDS.filter((word) =>
    VOCABULARY[word].places.some((place) => STATEMENTS_OF_PLACE[place].includes(statement)),
  );
}

/** The words that begin a statement where they are a line's first word (docs/language.md). */
export const STATEMENT_WORDS = wordsAt("statement");
export type StatementWord = (typeof STATEMENT_WORDS)[number];
export const isStatementWord = memberOf(STATEMENT_WORDS);

export const OUTCOMES = wordsLike({ kind: "outcome" });
export type Outcome = (typeof OUTCOMES)[number];
export const isOutcome = memberOf(OUTCOMES);

/** A statement that begins with an outcome is a rule; any other is named by its word. */
export type StatementKind = "rule" | Exclude<StatementWord, Outcome>;

export function statementKindOf(word: StatementWord): StatementKind {
  return isOutcome(word) ? "rule" : word;
}

/** What an example's response can be expected to get. */
export const VERDICT_WORDS = wordsAt("verdict");
export const isVerdictWord = memberOf(VERDICT_WORDS);

/** The words that a test begins with, its `not` left aside. */
export const TEST_WORDS = wordsAt("test");
export const isTestWord = memberOf(TEST_WORDS);

/** The words that say how a field is tested. */
export const MATCH_WORDS = wordsAt("field match");
export const isMatchWord = memberOf(MATCH_WORDS);

export const TEXT_MATCH_WORDS = wordsLike({ kind: "match", takes: "texts" });
export type TextMatchWord = (typeof TEXT_MATCH_WORDS)[number];
export const isTextMatchWord = memberOf(TEXT_MATCH_WORDS);

/** The words in whose texts an asterisk is an asterisk. */
export const LITERAL_WORDS = wordsLike({ kind: "match", takes: "texts", asteriskIsWildcard: false });
export type LiteralWord = (typeof LITERAL_WORDS)[number];
export const isLiteralWord = memberOf(LITERAL_WORDS);

/** The words that look for a text in the subject: an empty one would be in each. */
export const SEARCH_WORDS = wordsLike({ kind: "match", takes: "texts", matchesWholeSubject: false });
export type SearchWord = (typeof SEARCH_WORDS)[number];
export const isSearchWord = memberOf(SEARCH_WORDS);

export const NUMBER_MATCH_WORDS = wordsLike({ kind: "match", takes: "a number" });
export type NumberMatchWord = (typeof NUMBER_MATCH_WORDS)[number];
export const isNumberMatchWord = memberOf(NUMBER_MATCH_WORDS);

/** The words that name a part of the body; each is a kind of field. */
export const FIELD_WORDS = wordsLike({ kind: "field" });
export type FieldWord = (typeof FIELD_WORDS)[number];
export const isFieldWord = memberOf(FIELD_WORDS);

/** The role of the text behind one of them, and the word before it. */
export type FieldTextRole = (typeof VOCABULARY)[FieldWord]["text"];
export const FIELD_WORD_BEFORE = Object.fromEntries(
  FIELD_WORDS.map((word) => [VOCABULARY[word].text, word]),
) as Readonly<Record<FieldTextRole, FieldWord>>;
export const isFieldTextRole = memberOf(FIELD_WORDS.map((word) => VOCABULARY[word].text));

export const PATH_FIELD_WORDS = wordsLike({ kind: "field", takes: "a path" });
export type PathFieldWord = (typeof PATH_FIELD_WORDS)[number];

/** Tells whether a word is one of these. */
function memberOf<Word extends string>(words: readonly Word[]): (word: string) => word is Word {
  const known: ReadonlySet<string> = new Set(words);
  return (word): word is Word => known.has(word);
}
