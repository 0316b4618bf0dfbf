import type { ExampleResult, Rule } from "@responses/dsl";

/** How an example that a rule matches goes: ✓ decided rightly, ✗ decided wrongly, – decided by a rule above. */
export type MatchKind = "right" | "wrong" | "earlier";

export function matchKindOf({ decidedBy, difference }: ExampleResult, rule: Rule): MatchKind {
  if (decidedBy !== rule) return "earlier";
  return difference === null ? "right" : "wrong";
}

/** Of what is shown of many, one of each kind comes first; what is wrong matters most. */
const ORDER: readonly MatchKind[] = ["wrong", "right", "earlier"];

/** The examples that a rule matches, in the file's order: of more than `most` those that tell most. */
export function chooseExamples(
  matched: readonly ExampleResult[],
  rule: Rule,
  most: number,
): readonly ExampleResult[] {
  if (matched.length <= most) return matched;
  const groups = new Map<MatchKind, number[]>(ORDER.map((kind) => [kind, []]));
  matched.forEach((result, index) => {
    const group = groups.get(matchKindOf(result, rule));
    if (group !== undefined && group.length < most) group.push(index);
  });
  const ordered = ORDER.map((kind) => groups.get(kind) ?? []);
  const first = ordered.flatMap(([index]) => (index === undefined ? [] : [index]));
  const chosen = [...first, ...ordered.flatMap(([, ...rest]) => rest)].slice(0, most);
  return chosen.sort((a, b) => a - b).flatMap((index) => matched[index] ?? []);
}
