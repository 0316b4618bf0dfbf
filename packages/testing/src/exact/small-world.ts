import type { PositiveTest, Response } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { mappingOf } from "../random-mappings.js";
import { type BodySet, firstIn, setOf, setWhere } from "./body-set.js";
import { choicesOf, type ExactAnswers, type ExactRule } from "./exact-answers.js";
import { holdsFor } from "./interpreted-test.js";
import { type NumberedRule, type NumberedTest, numberedTests } from "./numbered-tests.js";

/*
 * The first oracle: every body of up to so many letters, and every status that matters. The interpreter is asked once about each
 * test and each of them; what is true of a list of rules is then counted.
 *
 * A response that is found here is real, so what can happen here can happen. What cannot happen here may need a longer body. How
 * long is known only for each list: of the bodies that give one combination of answers the second procedure finds a shortest, and
 * this world has all combinations whose shortest body it has. One letter and one symbol that are in no test, and white space where
 * tests have some, stand for all others (`text-letters.ts` says why).
 */

export interface SmallWorldParts {
  /** Tests of the body and of the status without `not`, as a mapping has them. */
  readonly tests: readonly string[];
  readonly letters: readonly string[];
  /** How many letters a body has at most. */
  readonly longest: number;
  /** Null for none; any two that a test tells apart. */
  readonly statuses: readonly (number | null)[];
}

/** A world, and what is true in it of lists of rules whose tests are numbered as `tests` are. */
export class SmallWorld {
  readonly tests: readonly string[];
  readonly bodies: readonly string[];
  readonly statuses: readonly (number | null)[];
  readonly #nothing: BodySet;
  /** For each status the bodies for which the test holds. */
  readonly #held: readonly (readonly BodySet[])[];

  constructor({ tests, letters, longest, statuses }: SmallWorldParts) {
    this.tests = tests;
    this.statuses = statuses;
    this.bodies = textsUpTo(longest, letters);
    const all = setWhere(this.bodies.length, () => true);
    const none = setWhere(this.bodies.length, () => false);
    const subjects = this.bodies.map((body) => new Subject({ body }));
    const bodyless = statuses.map((status) => new Subject({ status, body: "" }));
    this.#nothing = none;
    this.#held = tests.map((test) => {
      const asked = askedBy(test);
      const holds = (subject: Subject): boolean => holdsFor(asked, subject);
      if (asked.kind === "status") return bodyless.map((subject) => (holds(subject) ? all : none));
      const bodies = setWhere(subjects.length, (body) => {
        const subject = subjects[body];
        return subject !== undefined && holds(subject);
      });
      return statuses.map(() => bodies);
    });
  }

  /** The rules as a mapping has them. */
  written(rules: readonly NumberedRule[]): string {
    return rules
      .map(({ tests, verdict }) => {
        const written = tests.map(
          ({ asked, negated }) => `${negated ? "not " : ""}${this.tests[asked] ?? ""}`,
        );
        return `${verdict} ${written.length === 0 ? "otherwise" : written.join(" and ")}\n`;
      })
      .join("");
  }

  answers(rules: readonly NumberedRule[]): ExactAnswers {
    const places = rules.map((_, place) => place);
    const sets = rules.map(({ tests }) => this.#setsOf(tests));
    return {
      rules: places.map((place) => this.#ruleAt(place, sets)),
      overlaps: choicesOf(places, 2).flatMap(([upper = 0, lower = 0]) =>
        this.#find([sets[upper] ?? [], sets[lower] ?? []], []) === null ? [] : [[upper, lower] as const],
      ),
      redundant: rules.flatMap(({ tests }, place) => {
        if (this.#find([sets[place] ?? []], []) === null) return [];
        return tests.flatMap((own, index) => {
          const others = this.#setsOf(tests.filter((test) => test !== own));
          return this.#find([others], [this.#setsOf([own])]) === null ? [[place, index] as const] : [];
        });
      }),
    };
  }

  /** Whether some rules together take every response for which each of others holds. */
  suffice(blockers: readonly NumberedRule[], blocked: readonly NumberedRule[]): boolean {
    const setsOf = (rules: readonly NumberedRule[]) => rules.map(({ tests }) => this.#setsOf(tests));
    return this.#find(setsOf(blocked), setsOf(blockers)) === null;
  }

  /** A response to which the two lists give different verdicts; null if there is none in this world. */
  difference(oldRules: readonly NumberedRule[], newRules: readonly NumberedRule[]): Response | null {
    for (const verdict of new Set([...oldRules, ...newRules].map((rule) => rule.verdict))) {
      const oldBodies = this.#decidedWith(verdict, oldRules);
      const newBodies = this.#decidedWith(verdict, newRules);
      for (const [one, other] of [
        [oldBodies, newBodies],
        [newBodies, oldBodies],
      ] as const) {
        const found = this.#find([one], [other]);
        if (found !== null) return found;
      }
    }
    return null;
  }

  /** For each combination of answers to the tests of these numbers, 30 at most, a response with a shortest body. */
  combinations(numbers: readonly number[]): readonly Response[] {
    const combinations = new Map<number, Response>();
    for (const [index, status] of this.statuses.entries()) {
      const sets = numbers.map((number) => this.#held[number]?.[index] ?? this.#nothing);
      for (const [number, body] of this.bodies.entries()) {
        let holds = 0;
        for (const [bit, set] of sets.entries())
          holds |= (((set[number >>> 5] ?? 0) >>> (number & 31)) & 1) << bit;
        const known = combinations.get(holds);
        if (known === undefined || lengthOf(known) > body.length) combinations.set(holds, { status, body });
      }
    }
    return [...combinations.values()];
  }

  /** The bodies for which all tests hold, for each status. */
  #setsOf(tests: readonly NumberedTest[]): readonly BodySet[] {
    const setAt = ({ asked }: NumberedTest, status: number): BodySet =>
      this.#held[asked]?.[status] ?? this.#nothing;
    return this.statuses.map((_, status) => {
      const [positive, negative] = [false, true].map((negated) =>
        tests.filter((test) => test.negated === negated).map((test) => setAt(test, status)),
      );
      return setOf(positive ?? [], negative ?? [], this.bodies.length);
    });
  }

  #decidedWith(verdict: string, rules: readonly NumberedRule[]): readonly BodySet[] {
    const sets = rules.map(({ tests }) => this.#setsOf(tests));
    return this.statuses.map((_, status) => {
      const decided = setWhere(this.bodies.length, () => false);
      for (const [place, rule] of rules.entries()) {
        if (rule.verdict !== verdict) continue;
        const own = sets[place]?.[status] ?? decided;
        const above = sets.slice(0, place).flatMap((bodies) => bodies[status] ?? []);
        const taken = setOf([own], above, this.bodies.length);
        for (const [word, bits] of taken.entries()) decided[word] = (decided[word] ?? 0) | bits;
      }
      return decided;
    });
  }

  #ruleAt(place: number, sets: readonly (readonly BodySet[])[]): ExactRule {
    const own = sets[place] ?? [];
    if (this.#find([own], []) === null) return { kind: "impossible" };
    const above = sets.slice(0, place);
    const response = this.#find([own], above);
    if (response !== null) return { kind: "reachable", response };
    const places = above.map((_, index) => index);
    for (let size = 1; size <= place; size += 1) {
      const fewest = choicesOf(places, size).filter(
        (choice) =>
          this.#find(
            [own],
            choice.map((index) => above[index] ?? []),
          ) === null,
      );
      if (fewest.length > 0) return { kind: "unreachable", fewest };
    }
    throw new Error("all rules above together suffice");
  }

  #find(all: readonly (readonly BodySet[])[], none: readonly (readonly BodySet[])[]): Response | null {
    const at = (sets: readonly BodySet[], status: number): BodySet => sets[status] ?? this.#nothing;
    for (const [index, status] of this.statuses.entries()) {
      const body = firstIn(
        all.map((sets) => at(sets, index)),
        none.map((sets) => at(sets, index)),
        this.bodies.length,
      );
      if (body !== null) return { status, body: this.bodies[body] ?? "" };
    }
    return null;
  }
}

/** All texts of up to so many letters, the empty one first, shorter ones before longer ones. */
export function textsUpTo(longest: number, letters: readonly string[]): readonly string[] {
  const texts = [""];
  for (let from = 0, length = 1; length <= longest; length += 1) {
    const to = texts.length;
    for (const shorter of texts.slice(from, to)) texts.push(...letters.map((letter) => shorter + letter));
    from = to;
  }
  return texts;
}

/** Every keyword, word and exact text of up to so many of the letters, `*` a wildcard in the last. */
export function everyTextTest(longest: number, letters: readonly string[]): readonly string[] {
  const plain = textsUpTo(longest, letters).filter((text) => text !== "");
  const patterns = textsUpTo(longest, [...letters, "*"]).filter((text) => !/^\*+$/.test(text));
  return [
    ...plain.flatMap((text) => [`keyword "${text}"`, `word "${text}"`]),
    ...patterns.map((text) => `exact "${text}"`),
  ];
}

function lengthOf({ body }: Response): number {
  return typeof body === "string" ? body.length : 0;
}

function askedBy(written: string): PositiveTest {
  const [asked] = numberedTests([mappingOf(`success ${written}\n`)]).asked;
  if (asked === undefined) throw new Error(`this is no test: ${written}`);
  return asked;
}
