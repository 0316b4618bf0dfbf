import type { Expected } from "../../findings/syntax-problem.js";
import type { Fault } from "./fault.js";

/** What the innermost open grammar rule wanted next. */
export function expectedIn(fault: Fault): Expected {
  const before = fault.before?.image ?? null;
  switch (fault.rule) {
    case "condition":
    case "test":
    case "bodyTest":
      return "a test";
    case "fieldMatch":
      return "a way to match";
    case "text":
      return expectedText(fault);
    case "textMatch":
      return "a text in quotes";
    case "statusTest":
    case "statusRange":
      return "a status";
    case "numberMatch":
      return "a number";
    case "partNumber":
      return "a part number";
    case "labelClause":
    case "labelName":
      return "a label";
    case "name":
    case "expectedCapture":
      return "a name";
    case "captureSource":
      return before === "from" ? "a field" : "and";
    case "field":
      return "part";
    case "capture":
      return "from";
    case "example":
      return "is";
    case "verdict":
    case "outcomeVerdict":
      return "a verdict";
    default:
      return "the end of the statement";
  }
}

function expectedText(fault: Fault): Expected {
  switch (fault.openRules.at(-2)) {
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
