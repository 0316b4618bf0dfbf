import { coverageOf, createMatcher, type Rule } from "@responses/dsl";
import {
  type Analysis,
  MADE_UP_NAME,
  neverDeciding,
  responseDecidedBy,
  writeExample,
} from "@responses/dsl/editor";

/** A rule that no example decides. */
export interface UncoveredRule {
  readonly rule: Rule;
  /**
   * An example that it decides, of a made-up response and named so, as the formatter writes it and with its verdict; null where no such response is
   * known.
   */
  readonly example: string | null;
}

/** The rules of a mapping's own file that none of its examples decides. */
export interface RuleCoverage {
  /** Those that an example could decide. */
  readonly undecided: readonly UncoveredRule[];
  /** Those that no example can decide, since they never do. */
  readonly unreachable: readonly Rule[];
}

/** What is said where nobody asked, or there was nothing to run. */
export const NO_COVERAGE: RuleCoverage = { undecided: [], unreachable: [] };

/** The rules that an analysed mapping's examples leave out. */
export function ruleCoverage(analysis: Analysis): RuleCoverage {
  const { run } = analysis;
  if (run === null) return NO_COVERAGE;
  const { mapping, results } = run;
  const unreachable = neverDeciding(analysis);
  const never = new Set(unreachable);
  const matcher = createMatcher(mapping);
  const exampleFor = (rule: Rule): string | null => {
    const response = responseDecidedBy(analysis, rule);
    if (response === null) return null;
    // What a made-up response captures is made up, too.
    const { outcome, label } = matcher.match(response);
    return writeExample(response, { outcome, label }, MADE_UP_NAME);
  };
  const undecided = coverageOf(mapping, results).flatMap(({ rule, decides }) =>
    decides.length > 0 || never.has(rule) ? [] : [{ rule, example: exampleFor(rule) }],
  );
  return { undecided, unreachable };
}
