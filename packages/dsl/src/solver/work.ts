/**
 * Counts the steps of a search against a bound: pairs of predicates compared, clauses looked at, letters read by automata, texts
 * tried. Never time, so that the same file gives the same answers everywhere. A step takes some ten nanoseconds.
 *
 * What it costs to make responses that are wished to have very much is counted apart, against a bound of its own: that most searches never
 * come near to, and what it takes is a guess by how much is wished.
 */
export class Work {
  readonly bound: number;
  readonly #boundOfMaking: number;
  #steps = 0;
  #making = 0;

  /**
   * @param bound steps that there may be
   * @param boundOfMaking steps for making large responses
   */
  constructor(bound: number, boundOfMaking = MOST_STEPS_OF_MAKING) {
    this.bound = bound;
    this.#boundOfMaking = boundOfMaking;
  }

  /** All steps up to now, without those for making large responses. */
  get steps(): number {
    return this.#steps;
  }

  /** The steps for making large responses. */
  get making(): number {
    return this.#making;
  }

  /** Whether there may be no more. */
  get isExhausted(): boolean {
    return this.#steps > this.bound || this.#making > this.#boundOfMaking;
  }

  /** The bound that there may be no more of, once it is exhausted. */
  get exceeded(): number {
    return this.#steps > this.bound ? this.bound : this.#boundOfMaking;
  }

  /** Counts steps; false where there may be no more. */
  spend(steps: number): boolean {
    this.#steps += steps;
    return !this.isExhausted;
  }

  /** Counts what it takes to make a response of which so much is wished; false where it may not be made. */
  spendOnMaking(wishes: number): boolean {
    if (wishes > FEW_WISHES) this.#making += wishes * wishes * STEPS_OF_A_PAIR_OF_WISHES;
    return !this.isExhausted;
  }

  /** Counts what it takes to try a response of so many characters on so many rules; false where there may be no more. */
  spendOnTrying(rules: number, characters: number): boolean {
    if (rules > FEW_WISHES)
      this.#making += rules * (STEPS_OF_TRYING + Math.ceil(characters / CHARACTERS_IN_A_STEP));
    return !this.isExhausted;
  }
}

/** What the responses of one search may cost. */
const MOST_STEPS_OF_MAKING = 20_000_000;

/** What is made of so many wishes, or tried on so many rules, costs next to nothing beside the search. */
const FEW_WISHES = 16;

/** Each of many wishes is looked at again for each that is put into a body. */
const STEPS_OF_A_PAIR_OF_WISHES = 100;

const STEPS_OF_TRYING = 10;
const CHARACTERS_IN_A_STEP = 4;
