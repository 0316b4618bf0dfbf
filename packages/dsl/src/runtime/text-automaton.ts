import { type LetterVariants, NO_RULE, type SearchedText } from "./searched-text.js";
import { codePointBefore, codePointFrom } from "./text-matching.js";
import type { WordCharacters } from "./word-characters.js";

/** Tables of more numbers than this are not made: transitions are looked up then. */
const MOST_DENSE = 1 << 22;

/**
 * The automaton of Aho and Corasick (1975) over code points: it finds all of the texts in one pass, reads each character once,
 * and never goes back, whatever the texts and the subject.
 */
export class TextAutomaton {
  readonly texts: readonly SearchedText[];
  readonly words: WordCharacters | null;
  /** The classes of characters by their code point; 0 for those in no text. */
  readonly asciiClasses = new Uint32Array(0x80);
  readonly classes = new Map<number, number>();
  classCount = 1;
  /** Edges of the trie: `state * classCount + class` to the next state. */
  readonly edges = new Map<number, number>();
  /** By state: where a mismatch leads, the texts that end there, and the next state of that chain at which any does. */
  readonly failures: number[] = [0];
  readonly ends: (number[] | undefined)[] = [undefined];
  readonly nextEnds: number[] = [0];
  /** The state after each state and class; null where there would be too many. */
  dense: Int32Array | null = null;
  /** By state, whether texts end there. */
  isEnd = new Uint8Array(0);
  /** States whose texts need no more looking at in the search of that number, and the ends behind them. */
  readonly doneIn: number[] = [0];
  readonly shortcuts: number[] = [0];
  searches = 0;
  /** The search that has noted each text: as a number that no process can count to the end of. */
  readonly notedIn: Float64Array;
  readonly lowest: number;

  constructor(texts: readonly SearchedText[], variants: LetterVariants, words: WordCharacters | null) {
    this.texts = texts;
    this.words = words;
    this.notedIn = new Float64Array(texts.length);
    this.lowest = texts.reduce((lowest, { rank }) => Math.min(lowest, rank), NO_RULE);
    for (const { text } of texts) for (const character of text) this.addClass(character);
    variants.forEach((folded, variant) => {
      const known = this.classOf(folded.codePointAt(0) ?? 0);
      if (known > 0) this.setClass(variant.codePointAt(0) ?? 0, known);
    });
    texts.forEach(({ text }, id) => {
      this.addText(text, id);
    });
    this.linkFailures();
  }

  /**
   * Looks for the texts in a normalised text, of which rule `best` is known to hold. Gives the lowest rule that then does, and
   * adds the numbers of the noted texts of lower ranks than that to `found`, each once, and perhaps some of higher ones.
   */
  search(text: string, best: number, found: number[]): number {
    this.searches += 1;
    const { asciiClasses, isEnd, dense, classCount } = this;
    const { lowest } = this;
    let holding = best;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      let own = 0;
      if (unit < 0x80) own = asciiClasses[unit] ?? 0;
      else {
        const codePoint = text.codePointAt(index) ?? unit;
        if (codePoint > 0xffff) index += 1;
        own = this.classes.get(codePoint) ?? 0;
      }
      state = dense === null ? this.stateAfter(state, own) : (dense[state * classCount + own] ?? 0);
      if (isEnd[state] === 0) continue;
      holding = this.noteEnds(state, text, index + 1, holding, found);
      if (holding <= lowest) return holding;
    }
    return holding;
  }

  addClass(character: string): void {
    const codePoint = character.codePointAt(0) ?? 0;
    if (this.classOf(codePoint) > 0) return;
    const own = this.classCount;
    this.classCount += 1;
    this.setClass(codePoint, own);
    // Capital letters of ASCII are their small ones.
    if (codePoint >= 0x61 && codePoint <= 0x7a) this.setClass(codePoint - 0x20, own);
  }

  classOf(codePoint: number): number {
    return (codePoint < 0x80 ? this.asciiClasses[codePoint] : this.classes.get(codePoint)) ?? 0;
  }

  setClass(codePoint: number, own: number): void {
    if (codePoint < 0x80) this.asciiClasses[codePoint] = own;
    else this.classes.set(codePoint, own);
  }

  addText(text: string, id: number): void {
    let state = 0;
    for (const character of text) {
      const edge = state * this.classCount + this.classOf(character.codePointAt(0) ?? 0);
      const known = this.edges.get(edge);
      if (known === undefined) {
        state = this.failures.push(0) - 1;
        this.ends.push(undefined);
        this.nextEnds.push(0);
        this.doneIn.push(0);
        this.shortcuts.push(0);
        this.edges.set(edge, state);
      } else {
        state = known;
      }
    }
    const known = this.ends[state];
    if (known === undefined) this.ends[state] = [id];
    else known.push(id);
  }

  /** Links each state with the longest proper suffix of what it has read; a state comes after the shorter ones. */
  linkFailures(): void {
    const { classCount, failures, ends, nextEnds } = this;
    const isDense = failures.length * classCount <= MOST_DENSE;
    const dense = new Int32Array(isDense ? failures.length * classCount : 0);
    const children = new Map<number, [own: number, state: number][]>();
    this.edges.forEach((state, edge) => {
      const parent = Math.floor(edge / classCount);
      const known = children.get(parent);
      const child: [number, number] = [edge % classCount, state];
      if (known === undefined) children.set(parent, [child]);
      else known.push(child);
    });
    const order = [0];
    for (const state of order) {
      const failure = failures[state] ?? 0;
      if (state > 0) nextEnds[state] = ends[failure] === undefined ? (nextEnds[failure] ?? 0) : failure;
      if (isDense && state > 0) {
        dense.copyWithin(state * classCount, failure * classCount, (failure + 1) * classCount);
      }
      for (const [own, child] of children.get(state) ?? []) {
        if (state > 0) failures[child] = this.stateAfter(failure, own);
        if (isDense) dense[state * classCount + own] = child;
        order.push(child);
      }
    }
    if (isDense) this.dense = dense;
    this.isEnd = Uint8Array.from(ends, (own, state) => (own === undefined && nextEnds[state] === 0 ? 0 : 1));
  }

  /** Amortised over a text, each character takes two steps at most. */
  stateAfter(from: number, own: number): number {
    let state = from;
    for (;;) {
      const next = this.edges.get(state * this.classCount + own);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.failures[state] ?? 0;
    }
  }

  /** Notes the texts that end before `end`. Gives the lowest rule that is then known to hold. */
  noteEnds(last: number, text: string, end: number, best: number, found: number[]): number {
    const { words } = this;
    const isWordAfter = words?.has(codePointFrom(text, end)) === true;
    let holding = best;
    let state = this.ends[last] === undefined ? this.nextEndOf(last) : last;
    while (state > 0) {
      let isDone = true;
      if (this.doneIn[state] !== this.searches) {
        for (const id of this.ends[state] ?? []) {
          const searched = this.texts[id];
          if (searched === undefined || searched.rank >= holding) continue;
          if (this.notedIn[id] === this.searches) continue;
          const start = end - searched.text.length;
          if (searched.word && (isWordAfter || words?.has(codePointBefore(text, start)) === true)) {
            isDone = false;
          } else if (searched.decides) {
            holding = searched.rank;
          } else {
            this.notedIn[id] = this.searches;
            found.push(id);
          }
        }
        if (isDone) this.markDone(state);
      }
      state = this.nextEndOf(state);
    }
    return holding;
  }

  markDone(state: number): void {
    this.doneIn[state] = this.searches;
    this.shortcuts[state] = this.nextEnds[state] ?? 0;
  }

  /** The next state of the chain whose texts are still to be looked at; shortens the way for the next time. */
  nextEndOf(state: number): number {
    let next = this.nextEnds[state] ?? 0;
    while (next > 0 && this.doneIn[next] === this.searches) next = this.shortcuts[next] ?? 0;
    if (this.doneIn[state] === this.searches) this.shortcuts[state] = next;
    return next;
  }
}

/** An automaton that finds these texts. */
export function createTextAutomaton(
  texts: readonly SearchedText[],
  variants: LetterVariants,
  words: WordCharacters | null,
): TextAutomaton {
  return new TextAutomaton(texts, variants, words);
}
