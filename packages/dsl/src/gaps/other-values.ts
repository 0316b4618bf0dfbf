import { type FieldRole, roleOfName } from "../analysis/words/verdict-names.js";
import { denialOf, inCaseOf, senseOfValue } from "../analysis/words/verdict-words.js";
import { largestOf, smallestOf } from "../incremental/long-lists.js";
import { predicateOf } from "../plan/predicate.js";
import { numbersWithin } from "../solver/numbers.js";
import { foldText } from "../text/case-folding.js";
import { numberIn } from "../text/number-in.js";
import type { ContentTest, TestedField } from "./tested-fields.js";

/** Values of a list that are looked at, at most: a long one has no room for what would be between them. */
const MOST_VALUES = 1000;

/**
 * Values that a field may well have besides those that its tests ask for, the likeliest first: the opposite of one, the next
 * number, a word for what else can happen. Some of the tests can hold for them all the same. None for a flag of which both
 * values are asked for: it has no others.
 */
export function otherValues({ name, tests }: TestedField): readonly string[] {
  const tested = textsOf(tests).slice(0, MOST_VALUES);
  const role = roleOfName(name ?? "");
  const folded = new Set(tested.map(foldText));
  const closed = role === "flag" ? [...FLAGS, ["1", "0"]] : FLAGS;
  if (closed.some((values) => values.every((value) => folded.has(value)))) return [];
  if (tests.some(({ kind }) => kind === "number") || tested.some((text) => numberIn(text) !== null))
    return [...new Set(numbersBeside(tests, tested))];
  const [first = ""] = tested;
  const words = WORDS[wordsFor(role, tested)].map((word) => inCaseOf(first, word));
  return [...new Set([...oppositesOf(tested), ...words])];
}

/** What says yes and no, and nothing else. */
const FLAGS = [
  ["true", "false"],
  ["yes", "no"],
  ["y", "n"],
  ["t", "f"],
] as const;

/** How the system would say the opposite, if only one side of it is asked for. */
function oppositesOf(tested: readonly string[]): readonly string[] {
  const isRefused = (text: string) => senseOfValue(text) === "refused";
  if (!tested.some(isRefused))
    return tested.flatMap((text) => (senseOfValue(text) === null ? [] : [denialOf(text)]));
  const flag = FLAGS.find(([, no]) => tested.some((text) => foldText(text) === no));
  return flag === undefined ? [] : [inCaseOf(tested[0] ?? "", flag[0])];
}

/** What else systems write, by what a field tells. */
const WORDS = {
  state: ["pending", "unknown", "failed", "queued", "other"],
  sentence: ["Please try again later", "Something went wrong", "No further details"],
  name: ["other", "unknown", "none"],
} as const;

function wordsFor(role: FieldRole, tested: readonly string[]): keyof typeof WORDS {
  if (role === "message" || tested.some((text) => text.includes(" "))) return "sentence";
  return role === "flag" || role === "verdict" || tested.some((text) => senseOfValue(text) !== null)
    ? "state"
    : "name";
}

/** The texts that are asked for, without those that are only parts of one. */
function textsOf(tests: readonly ContentTest[]): readonly string[] {
  return tests.flatMap((test) =>
    test.kind === "text"
      ? test.texts.filter(({ pieces }) => pieces.length === 1).map(({ text }) => text)
      : [],
  );
}

/** Numbers between and beyond those that are asked for, whole ones and those above zero first. */
function numbersBeside(tests: readonly ContentTest[], tested: readonly string[]): readonly string[] {
  const limits = tests.flatMap((test) => {
    const predicate = test.kind === "number" ? predicateOf(test) : null;
    return predicate?.kind === "number" ? [predicate] : [];
  });
  const within = limits.length > MOST_VALUES ? null : numbersWithin([], limits);
  const whole = tested.map(Number).filter((number) => Number.isSafeInteger(number));
  const next =
    whole.length === 0 ? [] : [largestOf(whole) + 1, smallestOf(whole) - 1, 0, 99, 999].map(String);
  const numbers = limits.length === 0 ? [] : (within ?? []);
  return [...numbers.toSorted((a, b) => oddness(a) - oddness(b)), ...next];
}

function oddness(number: string): number {
  return (number.startsWith("-") ? 1 : 0) + (number.includes(".") ? 1 : 0);
}
