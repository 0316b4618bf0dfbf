import type { PositiveTest } from "@responses/dsl";
import { CharSet, DFA, NFA } from "refa";
import type { NumberedRule, NumberedTest } from "./numbered-tests.js";
import { foldedTexts } from "./numbered-tests.js";
import { lettersFor, type TextLetter } from "./text-letters.js";

/*
 * The third oracle, on automata that somebody else has written: each test of the body is a regular language, made by joining
 * languages end to end as docs/language.md describes the test, and rules are intersections and complements of them.
 */

export type RuleKind = "reachable" | "impossible" | "unreachable";

/** What is true of each rule of a list whose tests ask for the status and the body alone. For a few rules: it takes long. */
export function refaReachability(
  rules: readonly NumberedRule[],
  asked: readonly PositiveTest[],
): readonly RuleKind[] {
  const kinds: RuleKind[] = rules.map(() => "impossible");
  const bodies = bodiesOf(rules, asked);
  for (const status of statusesFor(asked)) {
    const isInPlay = rules.map(({ tests }) => tests.every((test) => statusAllows(test, status, asked)));
    for (const [place, own] of bodies.entries()) {
      if (isInPlay[place] !== true || own.isEmpty) continue;
      const above = bodies.slice(0, place).filter((_, index) => isInPlay[index] === true);
      const left = above.reduce((rest, taken) => DFA.fromIntersection(rest, complementOf(taken)), own);
      if (!left.isEmpty) kinds[place] = "reachable";
      else if (kinds[place] === "impossible") kinds[place] = "unreachable";
    }
  }
  return kinds;
}

/**
 * For each rule the first one above that alone takes everything for which it holds, null for none: asked pair by pair, as one would who
 * has automata and nothing else. The tests ask for the body alone.
 */
export function refaTakenByOne(
  rules: readonly NumberedRule[],
  asked: readonly PositiveTest[],
): readonly (number | null)[] {
  const bodies = bodiesOf(rules, asked);
  const others = bodies.map(complementOf);
  return bodies.map((own, place) => {
    const taker = others.slice(0, place).findIndex((other) => DFA.fromIntersection(own, other).isEmpty);
    return taker < 0 ? null : taker;
  });
}

/** The bodies for which each rule holds, should it hold for the status. */
function bodiesOf(rules: readonly NumberedRule[], asked: readonly PositiveTest[]): readonly DFA[] {
  const texts = asked.flatMap((test) => foldedTexts(test).flat());
  const languages = new Languages(lettersFor(texts));
  const ofTests = asked.map((test) =>
    test.kind === "text" ? languages.of(test.how, foldedTexts(test)) : languages.everything,
  );
  return rules.map(({ tests }) => {
    const ofBody = tests.filter((test) => asked[test.asked]?.kind === "text");
    return ofBody.reduce((bodies, test) => {
      const language = ofTests[test.asked] ?? languages.everything;
      return DFA.fromIntersection(bodies, test.negated ? complementOf(language) : language);
    }, languages.everything);
  });
}

class Languages {
  readonly everything: DFA;
  readonly #letters: readonly TextLetter[];
  readonly #options: { readonly maxCharacter: number };

  constructor(letters: readonly TextLetter[]) {
    this.#letters = letters;
    this.#options = { maxCharacter: letters.length - 1 };
    this.everything = DFA.all(this.#options);
  }

  of(how: "keyword" | "word" | "exact", texts: readonly (readonly string[])[]): DFA {
    const all = NFA.empty(this.#options);
    for (const pieces of texts) all.union(this.#ofText(how, pieces));
    return minimal(DFA.fromFA(all));
  }

  #ofText(how: "keyword" | "word" | "exact", pieces: readonly string[]): NFA {
    const anything = NFA.all(this.#options);
    const nothing = NFA.emptyWord(this.#options);
    switch (how) {
      case "keyword":
        return joined([anything, this.#text(pieces.join("*")), anything]);
      case "word": {
        const noWordCharacter = this.#oneOf(({ isWordCharacter }) => !isWordCharacter);
        const before = either(nothing, joined([anything, noWordCharacter]));
        const behind = either(nothing, joined([noWordCharacter, anything]));
        return joined([before, this.#text(pieces.join("*")), behind]);
      }
      case "exact": {
        const [first = "", ...others] = pieces;
        const pattern = joined([
          this.#text(first),
          ...others.flatMap((piece) => [anything, this.#text(piece)]),
        ]);
        const noSpace = this.#oneOf(({ isWhiteSpace }) => !isWhiteSpace);
        const spaces = this.#oneOf(({ isWhiteSpace }) => isWhiteSpace);
        spaces.quantify(0, Number.POSITIVE_INFINITY);
        const trimmed = either(nothing, either(noSpace, joined([noSpace, anything, noSpace])));
        return joined([spaces, NFA.fromIntersection(pattern, trimmed), spaces]);
      }
    }
  }

  #text(text: string): NFA {
    const word = [...text].map((own) => this.#letters.findIndex(({ character }) => character === own));
    return NFA.fromWords([word], this.#options);
  }

  #oneOf(isIn: (letter: TextLetter) => boolean): NFA {
    const numbers = [...this.#letters.keys()].filter((number) => {
      const letter = this.#letters[number];
      return letter !== undefined && isIn(letter);
    });
    return NFA.fromCharSet(CharSet.fromCharacters(this.#options.maxCharacter, numbers));
  }
}

function joined([first, ...others]: readonly [NFA, ...NFA[]]): NFA {
  const whole = first.copy();
  for (const other of others) whole.append(other);
  return whole;
}

function either(one: NFA, other: NFA): NFA {
  const both = one.copy();
  both.union(other);
  return both;
}

function complementOf(language: DFA): DFA {
  const complement = language.copy();
  complement.complement();
  return complement;
}

function minimal(language: DFA): DFA {
  language.minimize();
  return language;
}

/** None, and at each bound of a range one on either side of it: of all others there is one among these that no test tells apart. */
function statusesFor(asked: readonly PositiveTest[]): readonly (number | null)[] {
  const bounds = asked.flatMap((test) =>
    test.kind === "status" ? test.ranges.flatMap(({ first, last }) => [first, last + 1]) : [],
  );
  return [null, ...new Set([100, ...bounds])];
}

function statusAllows(
  { asked: number, negated }: NumberedTest,
  status: number | null,
  asked: readonly PositiveTest[],
): boolean {
  const test = asked[number];
  if (test?.kind !== "status") return true;
  const isIn = status !== null && test.ranges.some(({ first, last }) => first <= status && status <= last);
  return isIn !== negated;
}
