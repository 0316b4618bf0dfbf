import type { Field } from "@responses/dsl";
import { numberVectors } from "./number-vectors.js";
import { foldedTexts } from "./numbered-tests.js";
import { lettersFor } from "./text-letters.js";
import { emptyTextMachine, machineFor } from "./text-machine.js";
import { textVectors } from "./text-vectors.js";
import type { AskedOfField, ValuesOfField } from "./values-of-field.js";

/** Which tests hold for what a field picks. */
export interface FieldVector {
  /** Bit n: the test with the number n holds. */
  readonly holds: bigint;
  /** The values in JSON, one for each part that is picked. */
  readonly picked: readonly string[];
}

/**
 * Every combination of answers that tests on one field give: for the field missing, for each value it can have, and, if it can pick
 * several, for every choice of values. Null where that is too much, or the tests are mixed in a way for which nothing is said here.
 */
export function fieldVectors(
  asked: readonly AskedOfField[],
  picksSeveral: boolean,
  mostStates: number,
): readonly FieldVector[] | null {
  const values = valuesOf(asked, mostStates);
  if (values === null) return null;
  const picks = picksSeveral ? severalOf(values, mostStates) : distinct(values);
  if (picks === null) return null;
  const empty = asked.flatMap(({ number, test }) => (test.kind === "empty" ? [number] : []));
  const isEmpty = empty.reduce((bits, number) => bits | (1n << BigInt(number)), 0n);
  return [{ holds: 0n, isBlank: true, picked: [] }, ...picks].map(({ holds, isBlank, picked }) => ({
    holds: isBlank ? holds | isEmpty : holds,
    picked,
  }));
}

/** How a field is written whose values are known here one by one; null for any other, of which more is supposed than can be. */
export function memberPicked(field: Field): { readonly name: string; readonly picksSeveral: boolean } | null {
  if (field.kind !== "json") return null;
  const [, name, all] = /^\$\.([a-z]+)(\[\*\])?$/i.exec(field.written) ?? [];
  return name === undefined ? null : { name, picksSeveral: all !== undefined };
}

/** What is picked, which tests hold for one of its parts (`empty` left aside), and whether all of it is blank. */
interface Picks {
  readonly holds: bigint;
  readonly isBlank: boolean;
  readonly picked: readonly string[];
}

function valuesOf(asked: readonly AskedOfField[], mostStates: number): readonly Picks[] | null {
  const texts = asked.some(({ test }) => test.kind === "number")
    ? numberVectors(asked)
    : textValues(asked, mostStates);
  if (texts === null) return null;
  const ofNull = texts.ofText("null");
  return [
    ...texts.values.map(({ holds, text }) => ({
      holds,
      isBlank: text === "",
      picked: [JSON.stringify(text)],
    })),
    { holds: ofNull, isBlank: true, picked: ["null"] },
    { holds: 0n, isBlank: true, picked: ["{}"] },
    { holds: 0n, isBlank: false, picked: ["[0]"] },
  ];
}

function textValues(asked: readonly AskedOfField[], mostStates: number): ValuesOfField | null {
  const tests = asked.flatMap(({ number, test }) => (test.kind === "text" ? [{ number, test }] : []));
  const letters = lettersFor(["null", ...tests.flatMap(({ test }) => foldedTexts(test).flat())]);
  const machines = tests.map(({ test }) => machineFor(test.how, foldedTexts(test), letters));
  // One more machine tells the empty text from others, since it is blank.
  const vectors = textVectors([...machines, emptyTextMachine(letters)], letters, mostStates);
  if (vectors === null) return null;
  const asNumbered = (holds: bigint): bigint =>
    tests.reduce(
      (bits, { number }, index) => ((holds >> BigInt(index)) & 1n ? bits | (1n << BigInt(number)) : bits),
      0n,
    );
  return {
    values: vectors.map(({ holds, text }) => ({ holds: asNumbered(holds), text })),
    ofText(text) {
      let held = 0n;
      for (const [index, { next, accepts }] of machines.entries()) {
        let state = 0;
        for (const character of text)
          state = next[state * letters.length + letters.findIndex((one) => one.character === character)] ?? 0;
        if (accepts[state] === true) held |= 1n << BigInt(index);
      }
      return asNumbered(held);
    },
  };
}

/** Every choice of one or more of the values, as far as tests can tell choices apart. Null if there are too many. */
function severalOf(values: readonly Picks[], most: number): readonly Picks[] | null {
  const choices = [...distinct(values)];
  const seen = new Set(choices.map(keyOf));
  // The list grows while it is walked.
  for (const choice of choices) {
    for (const value of values) {
      const both = {
        holds: choice.holds | value.holds,
        isBlank: choice.isBlank && value.isBlank,
        picked: [...choice.picked, ...value.picked],
      };
      if (seen.has(keyOf(both))) continue;
      if (seen.size >= most) return null;
      seen.add(keyOf(both));
      choices.push(both);
    }
  }
  return choices;
}

function distinct(picks: readonly Picks[]): readonly Picks[] {
  const byKey = new Map<string, Picks>();
  for (const pick of picks) if (!byKey.has(keyOf(pick))) byKey.set(keyOf(pick), pick);
  return [...byKey.values()];
}

function keyOf({ holds, isBlank }: Picks): string {
  return `${holds} ${isBlank}`;
}
