import type { PositiveTest } from "@responses/dsl";
import { type Subject, traceRule } from "@responses/dsl/editor";
import { mappingOf } from "../random-mappings.js";

const [anyRule] = mappingOf("success otherwise\n").rules;

/** Whether the interpreter says that the test holds. */
export function holdsFor(test: PositiveTest, subject: Subject): boolean {
  if (anyRule === undefined) throw new Error("there is no rule");
  const { model } = anyRule;
  const { span } = model.condition;
  const condition = { kind: "tests", tests: [{ negated: false, test, span }], span } as const;
  return traceRule({ ...anyRule, model: { ...model, condition } }, subject).holds;
}

/** Which of the tests hold, as a truth vector has it: bit n for the test with the number n. */
export function heldVector(asked: readonly PositiveTest[], subject: Subject): bigint {
  return asked.reduce(
    (bits, test, number) => (holdsFor(test, subject) ? bits | (1n << BigInt(number)) : bits),
    0n,
  );
}
