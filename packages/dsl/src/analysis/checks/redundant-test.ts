import { replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { testsOf } from "../../model/rule-parts.js";
import type { LocalSpan } from "../../text/span.js";
import { checkOfMapping } from "../check-definition.js";
import { findingAt } from "../placing/placed-finding.js";

export const checkRedundantTest = checkOfMapping(function* (analysed) {
  for (const { rule, known } of analysed.remarkableRules()) {
    const tests = testsOf(rule.model.condition);
    for (const place of known.redundantTests) {
      const test = tests[place];
      const neighbour = tests[place === 0 ? 1 : place - 1];
      if (test === undefined || neighbour === undefined) continue;
      const written = shownSource(rule.statement.syntax.text.slice(test.span.from, test.span.to));
      // With the test goes the `and` that joins it to its neighbour.
      const cut: LocalSpan =
        place === 0
          ? { from: test.span.from, to: neighbour.span.from }
          : { from: neighbour.span.to, to: test.span.to };
      // A comment that stands in between is not thrown away.
      const hasComment = rule.statement.syntax.text.slice(cut.from, cut.to).includes("#");
      const fixes = hasComment ? [] : [replaceWith(cut, "", `Delete ${written}`, "suggested")];
      yield findingAt({ name: "redundant-test", parameters: { test: written } }, rule, test.span, { fixes });
    }
  }
});
