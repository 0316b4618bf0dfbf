import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { quoted } from "../quoted.js";

/** Why nothing can meet the condition. */
export type ImpossibleRule =
  /** An `exact` has white space at an end of its text, where the body never has any. */
  | { readonly kind: "edge-space"; readonly text: string }
  /** Tests that never hold together, as they are written. */
  | { readonly kind: "tests"; readonly tests: readonly string[] };

export const impossibleRule = defineEntry({
  name: "impossible-rule",
  severity: "error",
  refuses: false,
  message: (parameters: ImpossibleRule) =>
    parameters.kind === "edge-space"
      ? `no response can match ${quoted(parameters.text)}: exact compares what is left when the white space at the ends is taken off`
      : `no response can pass ${together(parameters.tests)}, so this rule never decides`,
  page: {
    what: "No response at all meets the condition of the rule: its tests contradict each other, or an exact has white space at an end of its text.",
    why: "The rule looks as if it dealt with a case, and never does: those responses go to other rules, or stay unmapped.",
    wrong:
      'reject status 404 and status 410 as "Not found"\nsuccess json "$.ok" exact "true"\nexample 404 "" is unmapped\nexample \'{"ok":true}\' is success\n',
    right:
      'reject status 404, 410 as "Not found"\nsuccess json "$.ok" exact "true"\nexample 404 "" is reject "Not found"\nexample \'{"ok":true}\' is success\n',
    fix: "Tests joined by and must all hold. For one or the other write a list after one word, or two rules. Take the white space off the ends of an exact.",
  },
});

function together(tests: readonly string[]): string {
  const [only = ""] = tests;
  return tests.length < 2 ? only : `${listed(tests)} at once`;
}
