import type { RuleModel, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { TextTest } from "../model/tested-texts.js";
import type { PlanTable } from "../plan/plan-table.js";
import { plainStatus } from "../solver/plain-wish.js";
import { naturallyJoined } from "../solver/texts/single-text.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import type { BodyTemplates } from "../synthesis/body-templates.js";
import type { ShownResponse } from "./rule-reachability.js";

/**
 * The response that is tried first for a rule by itself, where the rule asks for one text at most: the very one that `find` of its
 * tests would make first, in a fraction of the time. Null for other rules, and for texts that are not written as they are.
 * Whether the rule holds for it is for the interpreter to say.
 */
export function plainResponse(
  { condition }: RuleModel,
  table: PlanTable,
  templates: BodyTemplates,
): ShownResponse | null {
  let asked: TextTest | null = null;
  let asksStatus = false;
  const tests = testsOf(condition);
  for (const { negated, test } of tests) {
    if (test.kind === "status") asksStatus = true;
    else if (!negated) {
      if (test.kind !== "text" || asked !== null) return null;
      asked = test;
    }
  }
  const status = asksStatus ? statusFor(tests) : plainStatus([]);
  if (status === undefined) return null;
  const first = asked?.texts[0];
  if (asked === null || first === undefined) return { status, body: "" };
  const text = VOCABULARY[asked.how].asteriskIsWildcard ? naturallyJoined(first.pieces) : first.text;
  if (asked.field !== null) {
    const body = templates.bodyWith(table.field(asked.field), text);
    return body === null ? null : { status, body };
  }
  // A byte order mark at the beginning would be lost.
  return text.startsWith("\ufeff") ? null : { status, body: text };
}

function statusFor(tests: readonly Test[]): number | null | undefined {
  return plainStatus(
    tests.flatMap(({ negated, test }) => (test.kind === "status" ? [{ ranges: test.ranges, negated }] : [])),
  );
}
