import {
  areWordsAt,
  type BodyIndex,
  FIELD_WORDS,
  type FieldWord,
  isFieldWord,
  isTextMatchWord,
  NUMBER_MATCH_WORDS,
  partsOf,
  pickedBodies,
  SEARCH_WORDS,
  type SpecialWord,
  seenTextsOf,
  TEST_WORDS,
  TEXT_MATCH_WORDS,
  VERDICT_WORDS,
  VOCABULARY,
  type WordRecord,
  wordsAt,
} from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { LANGUAGE_WORDS } from "../../presentation/language-words.js";
import { wordPage } from "../../presentation/word-page.js";
import type { Follows, Suggestion } from "../items/suggestion.js";
import { lastTestOf } from "../place/statement-so-far.js";
import type { CompletionContext } from "./completion-context.js";

/** The words of the language that can stand in the place, the most useful first. */
export function wordSuggestions(
  context: CompletionContext,
  words: readonly SpecialWord[],
): readonly Suggestion[] {
  const order = orderIn(context, words);
  const found = [...words].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(wordSuggestion);
  const afterAnd = areWordsAt("behind a test", words) && words.includes("as");
  return afterAnd ? found.flatMap((word) => (word.label === "and" ? [word, AND_NOT] : [word])) : found;
}

/** A word, with what it means. */
export function wordSuggestion(word: SpecialWord): Suggestion {
  return {
    content: { kind: "word", word, follows: followsOf(word) },
    kind: CompletionItemKind.Keyword,
    label: word,
    detail: LANGUAGE_WORDS[word].brief,
    about: () => wordPage(word),
  };
}

const AND_NOT: Suggestion = {
  content: { kind: "word", word: "and not", follows: "more" },
  kind: CompletionItemKind.Keyword,
  detail: "another test must not hold",
  about: () => [...wordPage("and"), ...wordPage("not")],
};

function followsOf(word: SpecialWord): Follows {
  const { takes }: WordRecord = VOCABULARY[word];
  return takes === "nothing" ? "nothing" : "more";
}

/** What comes first where there is a choice; words that are not named come behind. */
function orderIn(context: CompletionContext, words: readonly SpecialWord[]): readonly SpecialWord[] {
  if (areWordsAt("field match", words)) return orderBehindField(context);
  if (areWordsAt("test", words)) return orderOfTests(context);
  if (areWordsAt("label field", words))
    return [
      ...wordsAt("behind a label field"),
      ...wordsAt("behind a capture"),
      ...orderOfFields(context.bodies),
    ];
  return ORDER_BEHIND;
}

/** What ends a test or a field comes before what goes on with it. */
const ORDER_BEHIND: readonly SpecialWord[] = [
  ...wordsAt("behind a condition"),
  ...wordsAt("behind a test"),
  ...wordsAt("behind a label field"),
  ...VERDICT_WORDS,
  ...wordsAt("behind a verdict"),
];

/** Which fields the bodies of the examples have; where there are none, JSON is the most usual. */
function orderOfFields(bodies: BodyIndex): readonly FieldWord[] {
  const counts = FIELD_WORDS.map((word) => [word, countFor(word, bodies)] as const);
  return counts.sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** How many of the bodies a field is for; forms are texts, too, but nobody cuts them in other ways. */
function countFor(word: FieldWord, bodies: BodyIndex): number {
  const record = VOCABULARY[word];
  if (record.takes === "a path") return bodies.count(KINDS_OF_BODY[record.format]);
  return record.takes === "a name" ? bodies.forms : (bodies.count("text") - bodies.forms) / 2;
}

const KINDS_OF_BODY = { JSON: "json", XML: "xml" } as const;

const WHOLE_SUBJECT_WORDS = TEXT_MATCH_WORDS.filter((word) => VOCABULARY[word].matchesWholeSubject);

/** Tests of the response as such, and what is written in place of a test or before one. */
const RESPONSE_WORDS = TEST_WORDS.filter((word) => !isTextMatchWord(word) && !isFieldWord(word));
const WORDS_BESIDE_TESTS = [...wordsAt("negation"), ...wordsAt("condition")];

function orderOfTests(context: CompletionContext): readonly SpecialWord[] {
  const { bodies } = context;
  const fields = orderOfFields(context.bodies);
  const unstructured = bodies.count("text") + bodies.count("html") - bodies.forms;
  const isText = unstructured > bodies.count("json") + bodies.count("xml") + bodies.forms;
  if (isText)
    return [...WHOLE_SUBJECT_WORDS, ...SEARCH_WORDS, ...RESPONSE_WORDS, ...fields, ...WORDS_BESIDE_TESTS];
  return [
    ...fields.slice(0, 1),
    ...RESPONSE_WORDS,
    ...SEARCH_WORDS,
    ...WHOLE_SUBJECT_WORDS,
    ...fields.slice(1),
    ...WORDS_BESIDE_TESTS,
  ];
}

/** Texts of a field looked at most: they show whether it holds numbers. */
const SAMPLE = 50;

/** A field that holds numbers is compared, one that holds words is matched, and one that holds JSON or XML is read on. */
function orderBehindField(context: CompletionContext): readonly SpecialWord[] {
  const last = lastTestOf(context.soFar("match word"));
  const picked = last?.kind === "empty" ? pickedBodies(context.bodies, partsOf(last.field)) : null;
  const inner = picked === null ? 0 : picked.count("json") + picked.count("xml") + picked.forms;
  const texts = last?.kind === "empty" ? (seenTextsOf(last.field, context.bodies)?.first(SAMPLE) ?? []) : [];
  const isNumeric = texts.length > 0 && texts.every(({ text }) => /^-?\d+(?:\.\d+)?$/.test(text));
  const matching: readonly SpecialWord[] = [...WHOLE_SUBJECT_WORDS, ...SEARCH_WORDS, "empty"];
  const matches = isNumeric ? [...NUMBER_MATCH_WORDS, ...matching] : [...matching, ...NUMBER_MATCH_WORDS];
  const isReadOn = picked !== null && inner * 2 > picked.examples.length;
  return isReadOn ? [...orderOfFields(picked), ...matches] : [...matches, ...orderOfFields(context.bodies)];
}
