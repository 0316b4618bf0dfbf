import type { TextPieces } from "@responses/dsl";
import {
  type BodyIndex,
  counted,
  foldText,
  type OutcomeCounts,
  type SeenText,
  SeenTexts,
  seenTextsOf,
  type TextTest,
  totalOf,
  VOCABULARY,
  wordsIn,
} from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import { type Block, line, words } from "../../presentation/preview-text.js";
import { bestMatches } from "../../search/best-matches.js";
import type { Suggestion } from "../items/suggestion.js";
import { lastTestOf } from "../place/statement-so-far.js";
import type { CompletionContext } from "./completion-context.js";
import { unreadBlocks } from "./unread-note.js";

/** Whoever looks for a longer text looks for a part of it. */
const LONGEST = 100;

/** A test in which one more text is wanted, and the texts that it has already. */
interface OpenTest {
  readonly test: TextTest;
  readonly has: ReadonlySet<string>;
}

/** What the examples say where keyword, word or exact look: texts that tell the rule's outcome come first. */
export function textSuggestions(context: CompletionContext): readonly Suggestion[] {
  const open = openTest(context);
  if (open === null) return [];
  const suggestions = suggestionsFor(open.test, context);
  return suggestions.filter(({ content }) => {
    if (content.kind !== "text") return true;
    const text = content.pieces.join("*");
    return text !== "" && !text.includes("\ufffd") && !open.has.has(foldText(text));
  });
}

function openTest(context: CompletionContext): OpenTest | null {
  const last = lastTestOf(context.soFar("searched text"));
  if (last?.kind !== "text") return null;
  return { test: last, has: new Set(last.texts.slice(0, -1).map(({ folded }) => folded)) };
}

function suggestionsFor({ how, field }: OpenTest["test"], context: CompletionContext): readonly Suggestion[] {
  const { outcome, bodies } = context;
  const { matchesWholeSubject } = VOCABULARY[how];
  if (field !== null) {
    const values = fitting(seenTextsOf(field, bodies)?.mostTellingFirst(outcome) ?? [], context);
    const parts = matchesWholeSubject ? values.flatMap(beginningIn(bodies)) : wordsOf(values, context);
    return [...values.map(wholeIn(bodies)), ...parts];
  }
  const lines = fitting(bodies.lines.mostTellingFirst(outcome), context);
  if (matchesWholeSubject) return exactBodySuggestions(context, lines);
  const values = fitting(bodies.values.mostTellingFirst(outcome), context);
  const words = fitting(bodies.words.mostTellingFirst(outcome), context);
  return [...lines, ...values, ...words].map(wholeIn(bodies));
}

/** Of thousands of texts those that can come to be shown: more than are shown at once, so that it shows that there are more. */
function fitting(texts: readonly SeenText[], { typed }: CompletionContext): readonly SeenText[] {
  return bestMatches(texts, ({ text }) => text, typed, MOST_TEXTS);
}

const MOST_TEXTS = 150;

/** The words of some texts. */
function wordsOf(texts: readonly SeenText[], context: CompletionContext): readonly Suggestion[] {
  const words = new SeenTexts(MOST_WORDS);
  for (const { text, counts } of texts) {
    for (const word of wordsIn(text)) {
      if (word !== text) words.addSeen({ text: word, counts });
    }
  }
  const { bodies } = context;
  return words.mostTellingFirst(context.outcome).map(wholeIn(bodies));
}

const MOST_WORDS = 500;

/** Whole bodies, and beginnings of those in which numbers change from response to response. */
function exactBodySuggestions(context: CompletionContext, lines: readonly SeenText[]): readonly Suggestion[] {
  const { bodies } = context;
  const whole = wholeBodies(context);
  const changing = whole.filter(({ text }) => /\d/.test(text));
  return [
    ...whole.filter((seen) => !changing.includes(seen)).map(wholeIn(bodies)),
    ...lines.flatMap(beginningIn(bodies)),
    ...changing.map(wholeIn(bodies)),
  ];
}

/** The bodies that are one line of text. */
function wholeBodies({ bodies, outcome }: CompletionContext): readonly SeenText[] {
  const whole = new SeenTexts(MOST_WORDS);
  bodies.examples.forEach(({ body, verdict }, number) => {
    const text = body.length > 10 * LONGEST ? "" : trimmed(body);
    if (text.length <= LONGEST && !/[\r\n]/.test(text)) whole.add(text, number, verdict.outcome);
  });
  return whole.mostTellingFirst(outcome);
}

/** The texts as they are; those that nobody would look for as a whole are left out. */
const wholeIn =
  (bodies: BodyIndex) =>
  (seen: SeenText): Suggestion => {
    const text = trimmed(seen.text);
    return textSuggestion(
      text.length <= LONGEST && !/[\r\n]/.test(text) ? [text] : [""],
      seen.counts,
      bodies,
    );
  };

/** Without the white space that exact does not look at. */
function trimmed(text: string): string {
  return text.replace(/^[\t-\r \ufeff]+/, "").replace(/[\t-\r \ufeff]+$/, "");
}

/** A text whose end changes from response to response: `Lead 4711 added` is `Lead*`. */
const beginningIn =
  (bodies: BodyIndex) =>
  ({ text, counts }: SeenText): readonly Suggestion[] => {
    const [beginning = ""] = /^[^\d\r\n"'<{[]*/.exec(text.slice(0, LONGEST)) ?? [];
    const kept = beginning.replace(/[\s|(-]+$/, "");
    return kept.length >= SHORTEST_BEGINNING && kept.length < text.length
      ? [textSuggestion([kept, ""], counts, bodies)]
      : [];
  };

const SHORTEST_BEGINNING = 6;

function textSuggestion(pieces: TextPieces, counts: OutcomeCounts, bodies: BodyIndex): Suggestion {
  return {
    content: { kind: "text", pieces },
    kind: CompletionItemKind.Value,
    detail: outcomeCountsInWords(counts),
    about: () => aboutText(counts, bodies),
  };
}

function aboutText(counts: OutcomeCounts, bodies: BodyIndex): readonly Block[] {
  const where = `In ${counted(totalOf(counts), "example")}: ${outcomeCountsInWords(counts)}.`;
  return [line([words(where)], 200), ...unreadBlocks(bodies)];
}
