import type { MappingText } from "../model/mapping-text.js";
import type { PlanTable } from "../plan/plan-table.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import { foldText } from "../text/case-folding.js";
import type { VerdictChange } from "./comparison.js";

/*
 * A made-up body in which characters are written as `\u0041` hides a text from a rule that looks for it. Real systems send such
 * bodies, but hardly of plain letters: where another one shows the same, it is the better witness.
 */

const ESCAPE = "\\u";

/** Whether a body writes characters so that no system has to: letters of other alphabets and what JSON or HTML would take for more are none. */
export function hasEscapes(body: string): boolean {
  return [...body.matchAll(/\\u([\da-f]{4})/gi)].some(([, digits = ""]) =>
    PLAIN.test(String.fromCharCode(Number.parseInt(digits, 16))),
  );
}

const PLAIN = /[A-Za-z0-9 !#$%()*,.:;?@[\]^_`{|}~-]/;

/** Whether nothing but a body in such escapes is known to show a change. */
export function isHardlyEver({ isRecorded, witness: { body } }: VerdictChange): boolean {
  return !isRecorded && typeof body === "string" && hasEscapes(body);
}

/** Passed by bodies that do not. */
export function testWithoutEscapes(table: PlanTable): Conjunction {
  const span = { from: 0, to: 0 };
  const folded = foldText(ESCAPE);
  const text: MappingText = { text: ESCAPE, pieces: [ESCAPE], folded, foldedPieces: [folded], span };
  const test = { kind: "text", how: "keyword", howSpan: span, field: null, texts: [text], span } as const;
  return [{ test: { negated: true, test, span }, predicate: table.predicate(test), negated: true }];
}
