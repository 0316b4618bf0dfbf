import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Condition } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";

/**
 * A status that passes all of the condition's status tests: none where that passes, else 200, else the lowest.
 * Undefined where no response passes them.
 */
export function statusFor(condition: Condition): number | null | undefined {
  const tests = testsOf(condition).filter(({ test }) => test.kind === "status");
  // Whether a status passes changes at the ends of the ranges only.
  const bounds = tests.flatMap(({ test }) =>
    test.kind === "status" ? test.ranges.flatMap(({ first, last }) => [first, last + 1]) : [],
  );
  const passes = (status: number | null) => {
    const subject = new Subject({ status });
    return tests.every((test) => testHolds(test, subject));
  };
  return [null, 200, ...bounds.sort((a, b) => a - b)].find(passes);
}
