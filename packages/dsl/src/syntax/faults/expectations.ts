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
  field: "a field",
  fieldPart: expectedInPart,
  closing: "a closer",
  closer: "a closer",
  partNumber: "a part number",
  labelClause: "a label",
  labelName: "a label",
  name: "a name",
  text: expectedText,
  capture: "from",
  captureOutcome: "an outcome",
  example: "is",
  verdict: "a verdict",
  outcomeVerdict: "a verdict",
  expectedCapture: "a name",
};

/** Behind the text of a part of the body, its word tells what goes on. */
function expectedInPart(fault: Fault): Expected {
  switch (fault.imageAt(-2)) {
    case "split":
      return "part";
    case "between":
      return "and";
    default:
      return "a field";
  }
}

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
