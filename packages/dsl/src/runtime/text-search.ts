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
  readonly scan: typeof createTextScan | null;
  readonly plan: ScanPlan | null;
  readonly automaton: typeof createTextAutomaton | null;
  /** The only way to take, in tests. */
  readonly only: SearchWay | null;
}

/** Bodies shorter than this are searched with the ordered expression where there is one (bench/match/tables/ways.mjs). */
const SHORT_BODY = 300;

/** Subjects and numbers of texts up to which each text is searched by itself. */
const FEW_TEXTS = 6;
const SHORT_SUBJECT = 64;

/** How often the first text has to be found in a row before it is looked for by itself, first. */
const OFTEN_FIRST = 4;

/** Searches texts in a subject, each time in the way that is fastest for it. */
export class TextSearch {
  readonly texts: readonly SearchedText[];
  readonly variants: LetterVariants;
  readonly words: WordCharacters | null;
  readonly ways: SearchWays;
  /** Whether a text has a byte order mark: only of a body one at the beginning does not count. */
  readonly hasMark: boolean;
  /** Whether some texts are noted, and do not decide by themselves. */
  readonly hasNotes: boolean;
  readonly expression: RegExp | null;
  readonly firstExpression: RegExp | null;
  readonly first: number;
  /** How often the first text was found of late. */
  firstFound = 0;
  /** Made when first needed; null where it cannot be had. */
  scan: TextScan | null | undefined = undefined;
  automaton: TextAutomaton | null = null;

  /** The texts stand in the order of their ranks. */
  constructor(
    texts: readonly SearchedText[],
    variants: LetterVariants,
    words: WordCharacters | null,
    ways: SearchWays,
  ) {
    this.texts = texts;
    this.variants = variants;
    this.words = words;
    this.ways = ways;
    this.hasMark = texts.some(({ text }) => text.includes("\ufeff"));
    this.hasNotes = texts.some(({ decides }) => !decides);
    this.expression = ways.expression === null ? null : ways.expression(texts);
    const [first] = texts;
    this.firstExpression = ways.only === null && first !== undefined ? expressionOf(first) : null;
    this.first = first === undefined ? NO_RULE : first.rank;
  }

  /**
   * Of the subject rule `best` is known to hold. Gives the lowest rule that is known to hold after the search, and adds the
   * numbers of noted texts of lower ranks than that to `found`, and perhaps some of higher ones.
   */
  search(subject: SearchedSubject, best: number, found: number[]): number {
    const { raw } = subject;
    const isShort = this.texts.length <= FEW_TEXTS && raw.length <= SHORT_SUBJECT;
    const after = isShort && this.ways.only === null ? NO_ANSWER : this.searchQuickly(raw, best);
    if (after !== NO_ANSWER) {
      // No text is of use to a rule before the first one's.
      if (this.hasNotes && after !== this.first && this.scan) this.scan.addHits(found);
      return after;
    }
    const { automaton } = this.ways;
    if (isShort || automaton === null) return this.searchOneByOne(subject.folded(), best, found);
    if (this.automaton === null) this.automaton = automaton(this.texts, this.variants, this.words);
    return this.automaton.search(subject.text(), best, found);
  }

  /**
   * The same of a text that has not been normalised, or of UTF-8 bytes, in ways that need nothing else. `NO_ANSWER` where there
   * is none; the scanner has the noted texts otherwise.
   */
  searchQuickly(raw: string | Uint8Array, best: number): number {
    if (typeof raw === "string") {
      const { expression } = this;
      if (expression !== null && (raw.length < SHORT_BODY || this.ways.only !== null)) {
        expression.lastIndex = 0;
        if (!expression.test(raw)) return best;
        const holding = this.texts[expression.lastIndex];
        return holding === undefined || holding.rank > best ? best : holding.rank;
      }
      if (this.firstFound >= OFTEN_FIRST && this.firstExpression !== null && this.first < best) {
        if (this.firstExpression.test(raw)) return this.first;
        this.firstFound = 0;
      }
    }
    const scan = this.scan === undefined ? this.scanner() : this.scan;
    if (scan === null) return NO_ANSWER;
    const after = scan.search(raw, best);
    this.firstFound = after === this.first ? this.firstFound + 1 : 0;
    return after;
  }

  /** The scanner; null where it cannot be had. */
  scanner(): TextScan | null {
    const { scan, plan } = this.ways;
    // It leaves out a byte order mark at the beginning, of whatever subject.
    const isPossible = scan !== null && plan !== null && !this.hasMark;
    this.scan = isPossible ? scan(this.texts, plan, this.words) : null;
    return this.scan;
  }

  searchOneByOne(folded: string, best: number, found: number[]): number {
    for (let id = 0; id < this.texts.length; id += 1) {
      const searched = this.texts[id];
      if (searched === undefined || searched.rank >= best) return best;
      const { text, word, rank, decides } = searched;
      // The texts are short, so that the engine's own search is linear.
      const at = word && this.words !== null ? this.words.find(folded, text) : folded.indexOf(text);
      if (at < 0) continue;
      if (decides) return rank;
      found.push(id);
    }
    return best;
  }
}
