import type { Mapping, Rule } from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { type BodySet, firstIn, setWhere } from "@responses/testing/exact/body-set";
import { everyTextTest, textsUpTo } from "@responses/testing/exact/small-world";
import { mappingOf } from "@responses/testing/random-mappings";
import { ruleHolds } from "../../packages/dsl/src/matching/interpret.js";

/*
 * A world small enough that all of it can be tried: every test for a text of a few letters, with and without `not`, and every body of
 * a few letters more. A letter and a symbol that no test names stand for all others. No text has white space: inside a body that is
 * a symbol like any other, and at its ends it changes no answer.
 */

/** Letters of a body at most. */
const LONGEST_BODY = 6;

const OWN_LETTERS = ["a", "b"] as const;
const OTHER_LETTERS = ["f", "+"] as const;

/** A rule of one test. */
interface SmallRule {
  readonly rule: Rule;
  /** The test, as a mapping has it. */
  readonly written: string;
  /** The bodies for which it holds. */
  readonly bodies: BodySet;
}

/** Rules with their verdicts, in their order. */
export type SmallList<One = SmallRule> = readonly (readonly [outcome: string, rule: One])[];

/** All rules of one test for a text of so many letters at most. */
export class SmallRules {
  readonly rules: readonly SmallRule[];
  readonly #bodies: readonly string[];

  constructor(longestText: number) {
    this.#bodies = textsUpTo(LONGEST_BODY, [...OWN_LETTERS, ...OTHER_LETTERS]);
    const subjects = this.#bodies.map((body) => new Subject({ body }));
    this.rules = everyTextTest(longestText, OWN_LETTERS)
      .flatMap((test) => [test, `not ${test}`])
      .map((written) => {
        const [rule] = mappingOf(`success ${written}\n`).rules;
        if (rule === undefined) throw new Error(`this is no rule: ${written}`);
        const bodies = setWhere(subjects.length, (number) => {
          const subject = subjects[number];
          return subject !== undefined && ruleHolds(rule.model, subject);
        });
        return { rule, written, bodies };
      });
  }

  /** A body for which all of the ones hold and none of the others; null if this world has none. */
  bodyFor(all: readonly SmallRule[], none: readonly SmallRule[]): string | null {
    const setsOf = (rules: readonly SmallRule[]): readonly BodySet[] => rules.map(({ bodies }) => bodies);
    const found = firstIn(setsOf(all), setsOf(none), this.#bodies.length);
    return found === null ? null : (this.#bodies[found] ?? null);
  }

  /** The pairs of different outcomes that the two lists give one body, each once. */
  changedOutcomes(before: SmallList, after: SmallList): ReadonlySet<string> {
    const none = ["unmapped", null] as const;
    const pairs = [...before, none].flatMap(([oldOutcome, old], oldPlace) =>
      [...after, none].flatMap(([newOutcome, now], newPlace) => {
        if (oldOutcome === newOutcome) return [];
        const own = [old, now].flatMap((one) => one ?? []);
        const above = [...before.slice(0, oldPlace), ...after.slice(0, newPlace)].map(([, one]) => one);
        if (this.bodyFor(own, above) === null) return [];
        return [`${oldOutcome} ${newOutcome}`];
      }),
    );
    return new Set(pairs);
  }
}

/** A mapping of the rules. */
export function smallMapping(list: SmallList<Pick<SmallRule, "written">>): Mapping {
  return mappingOf(list.map(([outcome, { written }]) => `${outcome} ${written}\n`).join(""));
}
