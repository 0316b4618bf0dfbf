import type { Severity } from "@responses/dsl";
import { addExamples, normalisedStatement } from "@responses/dsl/editor";
import { fingerprintOf, type ReportedFinding, regionOf } from "@responses/reporting";
import type { UncoveredRule } from "../runs/rule-coverage.js";
import type { TestReport } from "../runs/test-run.js";
import type { Annotation } from "./annotation.js";
import { findingAnnotations } from "./finding-annotations.js";

/** What is said of a rule that no example decides, and for which none can be made up. */
export const NO_RESPONSE_KNOWN = "no response is known that it decides";

/** The kinds of finding that coverage consists of. */
const KIND = "untested-rule";

/**
 * What the examples leave out: the rules that they do not decide, each with an example to be added, and then captures of which they say
 * nothing. What a project has made an error is among the run's errors, and not told twice.
 *
 * @param level how grave a rule that is left out is
 */
export function coverageAnnotations(report: TestReport, level: Severity): readonly Annotation[] {
  const { files, errors, uncheckedCaptures, treeOf } = report;
  const known = new Set(findingAnnotations(errors, treeOf).map(placeOf));
  const rules = files.flatMap(({ undecided }) =>
    undecided.map((uncovered) => annotationOf(uncovered, level)),
  );
  const isError = ({ severity }: ReportedFinding): boolean => severity === "error";
  const captures = findingAnnotations(
    uncheckedCaptures.filter((capture) => !isError(capture)),
    treeOf,
  );
  return [...rules.filter((rule) => !known.has(placeOf(rule))), ...captures];
}

function placeOf({ kind, file, region }: Annotation): string {
  return `${kind} ${region.line} ${region.column} ${file}`;
}

function annotationOf({ rule, example }: UncoveredRule, level: Severity): Annotation {
  const { tree, path } = rule.file;
  const { start, syntax } = rule.statement;
  const span = { start: start + syntax.wordSpan.from, end: start + syntax.wordSpan.to };
  const added = example === null ? null : addExamples(tree, [example]).edit;
  return {
    kind: KIND,
    level,
    message:
      added === null
        ? `no example decides this rule, and ${NO_RESPONSE_KNOWN}`
        : "no example decides this rule",
    file: path,
    region: regionOf(tree.source, span),
    related: [],
    fixes:
      added === null || example === null
        ? []
        : [
            {
              title: example,
              edits: [{ region: regionOf(tree.source, added.span), newText: added.newText }],
            },
          ],
    fingerprint: fingerprintOf(KIND, normalisedStatement(tree, span.start)),
    number: null,
    reason: null,
  };
}
