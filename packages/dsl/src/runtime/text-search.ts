import type { orderedExpression } from "./ordered-expression.js";
import { expressionOf } from "./ordered-expression.js";
import type { ScanPlan } from "./scan-plan.js";
import { type LetterVariants, NO_ANSWER, NO_RULE, type SearchedText } from "./searched-text.js";
import type { createTextAutomaton, TextAutomaton } from "./text-automaton.js";
import type { createTextScan, TextScan } from "./text-scan.js";
import type { WordCharacters } from "./word-characters.js";

/** The ways to search texts. All give the same. */
export type SearchWay = "expression" | "one by one" | "scanner" | "automaton";

/** What is searched: as it was given, as text, and folded, of which each is worked out when it is asked for. */
export interface SearchedSubject {
  /** A text that has not been normalised, or UTF-8 bytes. */
  readonly raw: string | Uint8Array;
  text(): string;
  folded(): string;
}

/** The ways that a mapping carries for some texts, beside that of searching each by itself. */
export interface SearchWays {
  readonly expression: typeof orderedExpression | null;
  /** The scanner in WebAssembly, and where it looks for the texts. */
  readonly scan: { readonly create: typeof createTextScan; readonly plan: ScanPlan } | null;
  readonly automaton: typeof createTextAutomaton | null;
  /** The only way to take, in tests. */
  readonly only: SearchWay | null;
}

/** Bodies shorter than this are searched with the ordered expression where there is one (bench/match/tables/ways.mjs). */
export const SHORT_BODY = 300;

/** Subjects and numbers of texts up to which each text is searched by itself. */
const FEW_TEXTS = 6;
const SHORT_SUBJECT = 64;

/**
 * A process that judges a response or two is done before the scanner is made, which takes a millisecond: so many searches, each
 * of so many texts times units at most, are made without it (docs/performance.md, Size and start).
 */
export const SEARCHES_BEFORE_SCANNER = 2;
export const WORK_BEFORE_SCANNER = 100_000;

/** How often the first text has to be found in a row before it is looked for by itself, first. */
export const OFTEN_FIRST = 4;

/** Searches texts in a subject, each time in the way that is fastest for it. */
export interface TextSearch {
  /** The lowest rule that one of the texts is of use to. */
  readonly first: number;
  /**
   * Of the subject rule `best` is known to hold. Gives the lowest rule that is known to hold after the search, and adds the
   * numbers of noted texts of lower ranks than that to `found`, and perhaps some of higher ones.
   */
  readonly search: (subject: SearchedSubject, best: number, found: number[]) => number;
  /**
   * The same of a text that has not been normalised, or of UTF-8 bytes, in ways that need nothing else. `NO_ANSWER` where there
   * is none; the scanner has the noted texts otherwise.
   */
  readonly searchQuickly: (raw: string | Uint8Array, best: number) => number;
  /** As `search`, where `searchQuickly` has no answer. */
  readonly searchOtherwise: (subject: SearchedSubject, best: number, found: number[]) => number;
}

/** The search of these texts, which stand in the order of their ranks. (Its state stands in variables, as in text-scan.ts.) */
export function createTextSearch(
  texts: readonly SearchedText[],
  variants: LetterVariants,
  words: WordCharacters | null,
  { expression: createExpression, scan: scanner, automaton: createAutomaton, only }: SearchWays,
): TextSearch {
  const hasNotes = texts.some(({ decides }) => !decides);
  // The scanner leaves out a byte order mark at the beginning, which is no part of a body, but is of a field's text.
  const hasMark = texts.some(({ text }) => text.includes("\ufeff"));
  const expression = createExpression === null ? null : createExpression(texts);
  const [firstText] = texts;
  const first = firstText === undefined ? NO_RULE : firstText.rank;
  const firstExpression = only !== null || firstText === undefined ? null : expressionOf(firstText);
  /** How often the first text was found of late. */
  let firstFound = 0;
  /** Both are made when first needed; the scanner is null where it cannot be had. */
  let scan: TextScan | null | undefined;
  let automaton: TextAutomaton | null = null;
  let searchesOneByOne = 0;

  const searchOneByOne = (folded: string, best: number, found: number[]): number => {
    searchesOneByOne += 1;
    for (let id = 0; id < texts.length; id += 1) {
      const searched = texts[id];
      if (searched === undefined || searched.rank >= best) return best;
      const { text, word, rank, decides } = searched;
      // The texts are short, so that the engine's own search is linear.
      const at = word && words !== null ? words.find(folded, text) : folded.indexOf(text);
      if (at < 0) continue;
      if (decides) return rank;
      found.push(id);
    }
    return best;
  };

  const searchQuickly = (raw: string | Uint8Array, best: number): number => {
    if (typeof raw === "string") {
      if (expression !== null && (raw.length < SHORT_BODY || only !== null)) {
        expression.lastIndex = 0;
        if (!expression.test(raw)) return best;
        const holding = texts[expression.lastIndex];
        return holding === undefined || holding.rank > best ? best : holding.rank;
      }
      if (firstFound >= OFTEN_FIRST && firstExpression !== null && first < best) {
        if (firstExpression.test(raw)) return first;
        firstFound = 0;
      }
    }
    if (scan === undefined) {
      const isSoon = only === null && searchesOneByOne < SEARCHES_BEFORE_SCANNER;
      if (isSoon && raw.length * texts.length <= WORK_BEFORE_SCANNER) return NO_ANSWER;
      scan = scanner === null || hasMark ? null : scanner.create(texts, scanner.plan, words);
    }
    if (scan === null) return NO_ANSWER;
    const after = scan.search(raw, best);
    firstFound = after === first ? firstFound + 1 : 0;
    return after;
  };

  const searchOtherwise = (subject: SearchedSubject, best: number, found: number[]): number => {
    // Where the scanner is not made yet the work is small.
    if (createAutomaton === null || scan === undefined) {
      return searchOneByOne(subject.folded(), best, found);
    }
    if (automaton === null) automaton = createAutomaton(texts, variants, words);
    return automaton.search(subject.text(), best, found);
  };

  return {
    first,
    searchQuickly,
    searchOtherwise,
    search(subject, best, found) {
      const { raw } = subject;
      if (only === null && texts.length <= FEW_TEXTS && raw.length <= SHORT_SUBJECT) {
        return searchOneByOne(subject.folded(), best, found);
      }
      const after = searchQuickly(raw, best);
      if (after === NO_ANSWER) return searchOtherwise(subject, best, found);
      // No text is of use to a rule before the first one's.
      if (hasNotes && after !== first && scan) scan.addHits(found);
      return after;
    },
  };
}
