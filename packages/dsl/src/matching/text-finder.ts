/** Of longer texts only the beginning is looked for. */
export const MOST_UNITS = 1_000;

const LEAST_ROOM = 1 << 10;

/**
 * The automaton of Aho and Corasick (1975) over UTF-16 units: it finds all of many texts in one pass over a subject, whatever they are.
 * Texts are numbered from 1 on; those of one beginning (`MOST_UNITS`) have one number. Everything is in tables of numbers, which are
 * made and walked through quickly where tens of thousands of texts are looked at once each.
 */
export class TextFinder {
  #count = 1;
  #texts = 0;
  /** By state: the one before, the unit that leads from there, and the number of the text that ends; 0 for none. */
  #parents: Int32Array;
  #units: Uint16Array;
  #ended: Int32Array;
  /** States by a hash of the one before and the unit; half of the places are empty at least. */
  #edges: Int32Array;
  #links: Links | null = null;

  /** @param length of all texts together, at a guess */
  constructor(length: number) {
    let room = LEAST_ROOM;
    while (room < length) room *= 2;
    this.#parents = new Int32Array(room);
    this.#units = new Uint16Array(room);
    this.#ended = new Int32Array(room);
    this.#edges = new Int32Array(2 * room);
  }

  /** The number of the text, which is added if it is not known. */
  add(text: string): number {
    const length = Math.min(text.length, MOST_UNITS);
    let state = 0;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      const known = this.#after(state, unit);
      state = known > 0 ? known : this.#addState(state, unit);
    }
    const known = this.#ended[state] ?? 0;
    if (known > 0) return known;
    this.#links = null;
    this.#texts++;
    this.#ended[state] = this.#texts;
    return this.#texts;
  }

  /** The number of the text; 0 if it was not added. */
  numberOf(text: string): number {
    const length = Math.min(text.length, MOST_UNITS);
    let state = 0;
    for (let index = 0; index < length; index++) {
      state = this.#after(state, text.charCodeAt(index));
      if (state === 0) return 0;
    }
    return this.#ended[state] ?? 0;
  }

  /** The numbers of the texts that stand in the subject, each once; linear in the subject and in those. */
  textsIn(subject: string): readonly number[] {
    this.#links ??= this.#linked();
    const links = this.#links;
    const { failures, ends, seenIn } = links;
    const search = ++links.searches;
    const found: number[] = [];
    let state = 0;
    for (let index = 0; index < subject.length; index++) {
      const unit = subject.charCodeAt(index);
      let next = this.#after(state, unit);
      while (next === 0 && state > 0) {
        state = failures[state] ?? 0;
        next = this.#after(state, unit);
      }
      state = next;
      for (let end = state; end > 0 && seenIn[end] !== search; end = ends[end] ?? 0) {
        seenIn[end] = search;
        const text = this.#ended[end] ?? 0;
        if (text > 0) found.push(text);
      }
    }
    return found;
  }

  /** The state that the unit leads to; 0 for none. */
  #after(state: number, unit: number): number {
    const parents = this.#parents;
    const units = this.#units;
    const edges = this.#edges;
    const last = edges.length - 1;
    for (let place = placeOf(state, unit) & last; ; place = (place + 1) & last) {
      const next = edges[place] ?? 0;
      if (next === 0 || (parents[next] === state && units[next] === unit)) return next;
    }
  }

  #addState(parent: number, unit: number): number {
    if (this.#count === this.#parents.length) this.#makeRoom();
    const state = this.#count++;
    this.#parents[state] = parent;
    this.#units[state] = unit;
    this.#addEdge(state);
    return state;
  }

  #addEdge(state: number): void {
    const edges = this.#edges;
    const last = edges.length - 1;
    let place = placeOf(this.#parents[state] ?? 0, this.#units[state] ?? 0) & last;
    while (edges[place] !== 0) place = (place + 1) & last;
    edges[place] = state;
  }

  #makeRoom(): void {
    const room = 2 * this.#parents.length;
    const [parents, units, ended] = [this.#parents, this.#units, this.#ended];
    this.#parents = new Int32Array(room);
    this.#parents.set(parents);
    this.#units = new Uint16Array(room);
    this.#units.set(units);
    this.#ended = new Int32Array(room);
    this.#ended.set(ended);
    this.#edges = new Int32Array(2 * room);
    for (let state = 1; state < this.#count; state++) this.#addEdge(state);
  }

  /** Links each state with the longest proper suffix of what it has read: the shorter states come first. */
  #linked(): Links {
    const failures = new Int32Array(this.#count);
    const ends = new Int32Array(this.#count);
    const ordered = this.#byLength();
    for (let index = 0; index < ordered.length; index++) {
      const state = ordered[index] ?? 0;
      const parent = this.#parents[state] ?? 0;
      const unit = this.#units[state] ?? 0;
      let suffix = parent;
      let failure = 0;
      while (failure === 0 && suffix > 0) {
        suffix = failures[suffix] ?? 0;
        failure = this.#after(suffix, unit);
      }
      failures[state] = failure;
      ends[state] = (this.#ended[failure] ?? 0) > 0 ? failure : (ends[failure] ?? 0);
    }
    return { failures, ends, seenIn: new Uint32Array(this.#count), searches: 0 };
  }

  /** All states but the first, those that have read less before those that have read more. */
  #byLength(): Int32Array {
    const lengths = new Uint16Array(this.#count);
    const starts = new Int32Array(MOST_UNITS + 2);
    for (let state = 1; state < this.#count; state++) {
      const length = (lengths[this.#parents[state] ?? 0] ?? 0) + 1;
      lengths[state] = length;
      starts[length + 1] = (starts[length + 1] ?? 0) + 1;
    }
    for (let length = 1; length < starts.length; length++)
      starts[length] = (starts[length] ?? 0) + (starts[length - 1] ?? 0);
    const ordered = new Int32Array(this.#count - 1);
    for (let state = 1; state < this.#count; state++) {
      const length = lengths[state] ?? 0;
      const place = starts[length] ?? 0;
      ordered[place] = state;
      starts[length] = place + 1;
    }
    return ordered;
  }
}

/** What is known once all texts are there. */
interface Links {
  /** By state: where a mismatch leads, and the next state of that chain at which a text ends. */
  readonly failures: Int32Array;
  readonly ends: Int32Array;
  /** By state, the search that has come to it last. */
  readonly seenIn: Uint32Array;
  searches: number;
}

/** A place for the edge, before it is made to fit. */
function placeOf(state: number, unit: number): number {
  const mixed = Math.imul(state ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
