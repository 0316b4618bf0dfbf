import type { Expected } from "../../findings/syntax-problem.js";
import type { GrammarRule } from "../statement-parser.js";
import type { Fault } from "./fault.js";

/** What the innermost open grammar rule wanted next. */
export function expectedIn(fault: Fault): Expected {
  const expected = EXPECTED[fault.rule];
  return typeof expected === "string" ? expected : expected(fault);
}

/** What was wanted where a rule is the innermost that is open: all that it still wants, so far as it has not gone on. */
const EXPECTED: Readonly<Record<GrammarRule, Expected | ((fault: Fault) => Expected)>> = {
  statement: "the end of the statement",
  system: "the end of the statement",
  include: "the end of the statement",
  rule: "the end of the statement",
  condition: "a test",
  test: "a test",
  statusTest: "a status",
  statusRange: "a status",
  bodyTest: "a test",
  fieldTest: "the end of the statement",
  fieldMatch: "a way to match",
  textMatch: "a text in quotes",
  numberMatch: "a number",
  field: "part",
  partNumber: "a part number",
  labelClause: "a label",
  labelName: "a label",
  name: "a name",
  text: expectedText,
  capture: "from",
  captureSource: ({ before }) => (before?.image === "from" ? "a field" : "and"),
  example: "is",
  verdict: "a verdict",
  outcomeVerdict: "a verdict",
  expectedCapture: "a name",
};

function expectedText({ ruleAround }: Fault): Expected {
  switch (ruleAround) {
    case "example":
      return "a body";
    case "system":
      return "a system";
    case "include":
      return "a path";
    default:
      return "a text in quotes";
  }
}
