import { type SpecialWord, seenTextsOf } from "@responses/dsl";
import { CompletionItemKind } from "vscode-languageserver";
import { wordPage } from "../../presentation/word-page.js";
import type { Follows, Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** The words of the language that can stand in the place, the most useful first. */
export function wordSuggestions(
  context: CompletionContext,
  words: readonly SpecialWord[],
): readonly Suggestion[] {
  const order = orderIn(context, words);
  const found = [...words].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(wordSuggestion);
  const afterAnd = words.includes("and") && !context.place.before.startsWith("capture");
  return afterAnd ? found.flatMap((word) => (word.label === "and" ? [word, AND_NOT] : [word])) : found;
}

/** A word, with what it means. */
export function wordSuggestion(word: SpecialWord): Suggestion {
  return {
    content: { kind: "word", word, follows: FOLLOWS[word] },
    kind: CompletionItemKind.Keyword,
    label: word,
    detail: null,
    about: () => wordPage(word),
  };
}

const AND_NOT: Suggestion = {
  content: { kind: "word", word: "and not", follows: "more" },
  kind: CompletionItemKind.Keyword,
  detail: null,
  about: () => [...wordPage("and"), ...wordPage("not")],
};

const FOLLOWS: Readonly<Record<SpecialWord, Follows>> = {
  system: "text",
  include: "text",
  success: "more",
  reject: "more",
  error: "more",
  capture: "more",
  example: "more",
  otherwise: "nothing",
  as: "more",
  or: "more",
  and: "more",
  not: "more",
  status: "more",
  keyword: "text",
  word: "text",
  exact: "text",
  above: "more",
  below: "more",
  empty: "nothing",
  json: "text",
  xml: "text",
  split: "text",
  part: "more",
  from: "more",
  between: "text",
  is: "more",
  with: "more",
  unmapped: "nothing",
};

/** What comes first where there is a choice; words that are not named come behind. */
function orderIn(context: CompletionContext, words: readonly SpecialWord[]): readonly SpecialWord[] {
  if (words.includes("above")) return orderBehindField(context);
  if (words.includes("keyword")) return orderOfTests(context);
  if (words.includes("json")) return [...orderOfFields(context), "between"];
  return ["as", "and", "or", "success", "reject", "error", "unmapped", "with"];
}

/** Which fields the bodies of the examples have; where there are none, JSON is the most usual. */
function orderOfFields({ bodies }: CompletionContext): readonly SpecialWord[] {
  const xml = bodies.count("xml");
  const json = bodies.count("json");
  const text = bodies.count("text");
  const counts: readonly (readonly [SpecialWord, number])[] = [
    ["json", json],
    ["xml", xml],
    ["split", text / 2],
  ];
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function orderOfTests(context: CompletionContext): readonly SpecialWord[] {
  const { bodies } = context;
  const fields = orderOfFields(context);
  const isText = bodies.count("text") + bodies.count("html") > bodies.count("json") + bodies.count("xml");
  const onBody: readonly SpecialWord[] = isText ? ["exact", "keyword", "word"] : ["keyword", "word", "exact"];
  const [first = "json", ...others] = fields;
  return isText
    ? [...onBody, "status", ...fields, "not", "otherwise"]
    : [first, "status", ...onBody, ...others, "not", "otherwise"];
}

/** Texts of a field looked at most: they show whether it holds numbers. */
const SAMPLE = 50;

/** A field that holds numbers is compared, one that holds words is matched. */
function orderBehindField(context: CompletionContext): readonly SpecialWord[] {
  const test = context.ruleSoFar("match word")?.condition;
  const last = test?.kind === "tests" ? test.tests.at(-1)?.test : undefined;
  const texts = last?.kind === "empty" ? (seenTextsOf(last.field, context.bodies)?.first(SAMPLE) ?? []) : [];
  const isNumeric = texts.length > 0 && texts.every(({ text }) => /^-?\d+(?:\.\d+)?$/.test(text));
  const comparing: readonly SpecialWord[] = ["above", "below"];
  const matching: readonly SpecialWord[] = ["exact", "keyword", "word", "empty"];
  return isNumeric ? [...comparing, ...matching] : [...matching, ...comparing];
}
