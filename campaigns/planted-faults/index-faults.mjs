/*
 * Slips in looking rules up, as those of further-faults.mjs: which rules are tried must be no other than those that may hold.
 */

const DSL = "packages/dsl/src";
const DSL_TESTS = "packages/dsl/test";

/** @typedef {import("./fault-sets.mjs").PlantedFault} PlantedFault */

/** @type {readonly PlantedFault[]} */
export const INDEXING = [
  {
    breaks: "a text may stand at the very beginning",
    file: `${DSL}/matching/text-index.ts`,
    from: "if (findText(subject, text, 0) >= 0)",
    to: "if (findText(subject, text, 0) > 0)",
    tests: [`${DSL_TESTS}/matching`],
  },
  {
    breaks: "a stretch may stand at the very end",
    file: `${DSL}/matching/stretch-index.ts`,
    from: "at + length <= subject.length",
    to: "at + length < subject.length",
    tests: [`${DSL_TESTS}/matching`],
  },
  {
    breaks: "rules that were looked up are tried in the file's order",
    file: `${DSL}/matching/rule-index.ts`,
    from: "for (const { rule } of inOrder(lists)) yield rule;",
    to: "for (const { rule } of lists.flat()) yield rule;",
    tests: [`${DSL_TESTS}/matching`],
  },
  {
    breaks: "a rule with a range of statuses is tried on the last of them",
    file: `${DSL}/matching/rules-by-status.ts`,
    from: "first <= status && status <= last",
    to: "first <= status && status < last",
    tests: [`${DSL_TESTS}/matching/rule-index.test.ts`],
  },
  {
    breaks: "a test that is negated allows the statuses that it does not name",
    file: `${DSL}/matching/rules-by-status.ts`,
    from: "status <= last) !== negated,",
    to: "status <= last),",
    tests: [`${DSL_TESTS}/reachability/rules-by-text.test.ts`, `${DSL_TESTS}/matching/rule-index.test.ts`],
  },
  {
    breaks: "a name may be written in escapes",
    file: `${DSL}/matching/field-index.ts`,
    from: "[foldedBody, ...unescapedTexts(body, escapes, depth).map(foldText)]",
    to: "[foldedBody]",
    tests: [`${DSL_TESTS}/matching`],
  },
  {
    breaks: "a space of a form may be written as +",
    file: `${DSL}/matching/unescaped-body.ts`,
    from: "return /[%+]/.test(text);",
    to: "return /%/.test(text);",
    tests: [`${DSL_TESTS}/matching/capture-index.test.ts`],
  },
  {
    breaks: "half a character that is written as an escape is U+FFFD",
    file: `${DSL}/matching/unescaped-body.ts`,
    from: "replaceLoneSurrogates(unescapedStrings(body))",
    to: "unescapedStrings(body)",
    tests: [`${DSL_TESTS}/matching/capture-index.test.ts`],
  },
  {
    breaks: "a form that is cut out may begin within an escape",
    file: `${DSL}/matching/field-index.ts`,
    from: 'if (part.escapes === "form" && isCut) break;',
    to: "",
    tests: [`${DSL_TESTS}/matching/capture-index.test.ts`],
  },
  {
    breaks: "a negated test asks for no text",
    file: `${DSL}/matching/rule-index.ts`,
    from: "const texts = negated ? null : neededTexts(test);",
    to: "const texts = neededTexts(test);",
    tests: [`${DSL_TESTS}/matching`],
  },
];
