import type { Mapping } from "@responses/dsl";
import type { ExactMapping } from "./exact-mapping.js";

/**
 * What is wrong with what an analysis says of tests that can be left out, a sentence each; nothing where more is taken to be possible
 * than is. A test need not be said to be needless where the rule has no other one on the same side, the status or the body.
 *
 * @param said of each rule the places of tests that can all be left out; null where the analysis does not say
 */
export function wrongRedundancy(
  { rules }: Mapping,
  said: readonly (readonly number[] | null)[],
  exact: ExactMapping,
): readonly string[] {
  if (!exact.isKnown) return [];
  return said.flatMap((tests, place) => {
    const condition = rules[place]?.model.condition;
    if (tests === null || condition?.kind !== "tests") return [];
    const asksStatus = condition.tests.map(({ test }) => test.kind === "status");
    const isAlone = (test: number): boolean =>
      asksStatus.filter((one) => one === asksStatus[test]).length === 1;
    const single = exact.redundant.flatMap(([rule, test]) =>
      rule === place && !isAlone(test) ? [test] : [],
    );
    const isWrong = !exact.canBeLeftOut(tests, place);
    // Leaving out begins with the last one that the others imply.
    const isMissing = single.length > 0 && !tests.includes(Math.max(...single));
    const about = `rule ${place}: tests [${tests.join()}] are said to be needless, by themselves [${single.join()}] are`;
    return isWrong || isMissing ? [about] : [];
  });
}
