import { smallestOf } from "../../incremental/long-lists.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { RuleModel, StatusRange } from "../../model/mapping.js";
import type { LocalSpan } from "../../text/span.js";

/** The ranges of statuses that say no more than that the request arrived; the most usual first. */
const RECEIVED: readonly { readonly first: number; readonly last: number }[] = [
  { first: 200, last: 200 },
  { first: 202, last: 203 },
  // A form answers with the same redirect whether it took what was sent or not.
  { first: 300, last: 399 },
];

/**
 * A status that a rule without another test takes, and the range that holds it, or the whole condition where a `not` lets it
 * pass; null for other rules.
 */
export function receivedIn({
  condition,
}: RuleModel): { readonly status: number; readonly span: LocalSpan } | null {
  if (condition.kind === "otherwise" || condition.tests.some(({ test }) => test.kind !== "status"))
    return null;
  const ranges = condition.tests.flatMap(({ negated, test }) =>
    test.kind === "status" ? test.ranges.map((range) => ({ ...range, negated })) : [],
  );
  const wanted = ranges.filter(({ negated }) => !negated);
  for (const received of RECEIVED) {
    const status = takenStatus(ranges, received);
    const subject = new Subject({ status });
    if (!condition.tests.every((test) => testHolds(test, subject))) continue;
    const span = wanted.find(({ first, last }) => first <= status && status <= last)?.span;
    return { status, span: span ?? condition.span };
  }
  return null;
}

/** The first status of the range that the rule names, or its first. */
function takenStatus(named: readonly StatusRange[], { first, last }: (typeof RECEIVED)[number]): number {
  const common = named.filter((range) => range.first <= last && first <= range.last);
  return common.length === 0 ? first : smallestOf(common.map((range) => Math.max(range.first, first)));
}
