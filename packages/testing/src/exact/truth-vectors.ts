import type { Field, PositiveTest, Response } from "@responses/dsl";
import { addToGroup } from "@responses/dsl/editor";
import { type FieldVector, fieldVectors, memberPicked } from "./field-vectors.js";
import { foldedTexts } from "./numbered-tests.js";
import { lettersFor } from "./text-letters.js";
import { machineFor } from "./text-machine.js";
import { textVectors } from "./text-vectors.js";
import type { AskedOfField } from "./values-of-field.js";

/*
 * The second exact procedure: which combinations of tests hold together for some response. Everything that can be asked of rule
 * lists can be read off their set (`vector-answers.ts`).
 */

/** Which tests hold for a response. */
export interface TruthVector {
  /** Bit n: the test with the number n holds. */
  readonly holds: bigint;
  /** A response for which just these hold; null where none is made. */
  readonly response: Response | null;
}

export type TruthVectors =
  | {
      readonly kind: "known";
      readonly vectors: readonly TruthVector[];
      /**
       * Whether there is a response for each of them. If not, more is taken to be possible than is: what then never holds does
       * never hold, but what then can hold may yet not.
       */
      readonly areAllReal: boolean;
    }
  | { readonly kind: "too large" };

/** Combinations of states, of values, and of both that are looked at before it is said to be too large. */
const MOST = 200_000;

/**
 * Every combination in which the tests hold together. Tests of the status and of the body are exact, and so are tests of the status
 * and of members of a JSON object (`$.name` and `$.name[*]`, each name once). Other fields are taken to pick any values, and
 * tests of the body to be independent of those of fields.
 */
export function truthVectors(asked: readonly PositiveTest[], most: number = MOST): TruthVectors {
  const ofBody = bodyVectors(asked, most);
  const fields = fieldsAsked(asked);
  const picked = fields.map(({ field, tests }) => {
    // Of other fields nothing is known; a field that can pick anything is never refuted wrongly.
    const { picksSeveral } = memberPicked(field) ?? { picksSeveral: true };
    return fieldVectors(tests, picksSeveral, most);
  });
  const known = picked.flatMap((vectors) => (vectors === null ? [] : [vectors]));
  if (ofBody === null || known.length < picked.length) return { kind: "too large" };
  const statuses = statusVectors(asked);
  const count = known.reduce((product, { length }) => product * length, ofBody.length * statuses.length);
  if (count > most) return { kind: "too large" };
  const names = fields.map(({ field }) => memberPicked(field)?.name);
  const asksBody = asked.some((test) => test.kind === "text" && test.field === null);
  const areAllReal =
    fields.length === 0 || (!asksBody && !names.includes(undefined) && new Set(names).size === names.length);
  const bodies = fields.length === 0 ? ofBody : productOf(ofBody, known, fields, areAllReal);
  const vectors = bodies.flatMap(({ holds, body }) =>
    statuses.map((status) => ({
      holds: holds | status.holds,
      response: body === null ? null : { status: status.status, body },
    })),
  );
  return { kind: "known", vectors, areAllReal };
}

interface BodyVector {
  readonly holds: bigint;
  readonly body: string | null;
}

function bodyVectors(asked: readonly PositiveTest[], most: number): readonly BodyVector[] | null {
  const tests = asked.flatMap((test, number) =>
    test.kind === "text" && test.field === null ? [{ number, test }] : [],
  );
  const letters = lettersFor(tests.flatMap(({ test }) => foldedTexts(test).flat()));
  const machines = tests.map(({ test }) => machineFor(test.how, foldedTexts(test), letters));
  const vectors = textVectors(machines, letters, most);
  return (
    vectors?.map(({ holds, text }) => ({
      holds: tests.reduce(
        (bits, { number }, index) => ((holds >> BigInt(index)) & 1n ? bits | (1n << BigInt(number)) : bits),
        0n,
      ),
      // The first byte order mark of a body is dropped.
      body: text.startsWith("\ufeff") ? `\ufeff${text}` : text,
    })) ?? null
  );
}

/** Every status from 100 to 599, which are all that ranges can have, and none; of those that no test tells apart the first. */
function statusVectors(
  asked: readonly PositiveTest[],
): readonly { readonly holds: bigint; readonly status: number | null }[] {
  const first = new Map<bigint, number | null>();
  for (const status of [null, ...Array.from({ length: 500 }, (_, index) => 100 + index)]) {
    const holds = asked.reduce((bits, test, number) => {
      const isIn =
        test.kind === "status" &&
        status !== null &&
        test.ranges.some((range) => range.first <= status && status <= range.last);
      return isIn ? bits | (1n << BigInt(number)) : bits;
    }, 0n);
    if (!first.has(holds)) first.set(holds, status);
  }
  return [...first].map(([holds, status]) => ({ holds, status }));
}

interface AskedField {
  readonly field: Field;
  readonly tests: readonly AskedOfField[];
}

function fieldsAsked(asked: readonly PositiveTest[]): readonly AskedField[] {
  const fields = new Map<string, Field>();
  const tests = new Map<string, AskedOfField[]>();
  for (const [number, test] of asked.entries()) {
    if (test.kind === "status" || test.field === null) continue;
    if (!fields.has(test.field.key)) fields.set(test.field.key, test.field);
    addToGroup(tests, test.field.key, { number, test });
  }
  return [...fields].map(([key, field]) => ({ field, tests: tests.get(key) ?? [] }));
}

/** Each body with each choice for each field. The body is a JSON object that has just what the fields pick, if it is known. */
function productOf(
  bodies: readonly BodyVector[],
  picked: readonly (readonly FieldVector[])[],
  fields: readonly AskedField[],
  isReal: boolean,
): readonly BodyVector[] {
  interface Choice {
    readonly holds: bigint;
    readonly members: readonly string[];
  }
  let choices: readonly Choice[] = bodies.map(({ holds }) => ({ holds, members: [] }));
  for (const [index, vectors] of picked.entries()) {
    const field = fields[index]?.field;
    const member = field === undefined ? null : memberPicked(field);
    choices = choices.flatMap(({ holds, members }) =>
      vectors.map((vector) => ({
        holds: holds | vector.holds,
        members: [...members, ...memberWith(member, vector.picked)],
      })),
    );
  }
  return choices.map(({ holds, members }) => ({ holds, body: isReal ? `{${members.join(",")}}` : null }));
}

function memberWith(member: ReturnType<typeof memberPicked>, picked: readonly string[]): readonly string[] {
  if (member === null || picked.length === 0) return [];
  return [`${JSON.stringify(member.name)}:${member.picksSeveral ? `[${picked.join(",")}]` : picked.join()}`];
}
