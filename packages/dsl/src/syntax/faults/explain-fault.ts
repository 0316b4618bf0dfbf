import type { LocalFinding } from "../../findings/finding.js";
import type { ParserFault } from "../statement-parser.js";
import { isOutcome } from "../statement-words.js";
import type { Token } from "../tokens.js";
import {
  explainBody,
  explainCaptureValue,
  explainIs,
  explainRestOfExample,
  explainVerdict,
} from "./examples.js";
import { expectedIn } from "./expectations.js";
import { type Explainer, type Explanation, Fault } from "./fault.js";
import { explainRestOfInclude } from "./includes.js";
import { explainLabel } from "./labels.js";
import { explainNeedlessMark } from "./marks.js";
import { explainBrackets } from "./rules/brackets.js";
import { explainFieldMatch } from "./rules/field-tests.js";
import { explainMalformedNumber } from "./rules/malformed-number.js";
import { explainNumber, explainPart, explainStatus } from "./rules/numbers.js";
import { explainRestOfRule } from "./rules/rule-rest.js";
import { explainTest } from "./rules/tests.js";
import { explainMissingPart, explainMissingSeparator } from "./split-fields.js";
import { explainCaptureName, explainCaptureSource, explainFrom } from "./statements/captures.js";
import { explainCommentMark } from "./statements/comment-marks.js";
import { explainEnd } from "./statements/endings.js";
import { explainStatementOnLine, explainStatementStart } from "./statements/statement-starts.js";
import { explainForeignQuotes, explainTextEndsEarly } from "./texts/quotes.js";
import { explainSearchedText } from "./texts/searched-texts.js";
import { explainUnquoted } from "./texts/unquoted.js";

/*
 * From the place where a statement leaves the grammar to a sentence that helps. The grammar is small enough that what
 * was meant can be told from the unexpected token, those around it and the grammar rules that were open.
 */

/** The finding for the first place where the tokens of a statement leave the grammar. */
export function explainFault(tokens: readonly Token[], parserFault: ParserFault, text: string): LocalFinding {
  const fault = new Fault(tokens, parserFault, text);
  const { found } = fault;
  if (found === null) return { name: "syntax", ...explainEnd(fault) };
  const early = firstOf(BEFORE_NUMBERS, fault, found);
  if (early !== null) return { name: "syntax", ...early };
  const number = explainMalformedNumber(tokens, fault.index, text);
  if (number !== null) return number;
  return { name: "syntax", ...(firstOf(AFTER_NUMBERS, fault, found) ?? unexpected(fault, found)) };
}

/** A number may hold signs that mean something elsewhere, but none of these. */
const BEFORE_NUMBERS: readonly Explainer[] = [explainTextEndsEarly, explainForeignQuotes, explainCommentMark];

const AFTER_NUMBERS: readonly Explainer[] = [
  explainStatementStart,
  explainStatementOnLine,
  explainByRule,
  explainBrackets,
  explainNeedlessMark,
];

function firstOf(explainers: readonly Explainer[], fault: Fault, found: Token): Explanation | null {
  for (const explain of explainers) {
    const explanation = explain(fault, found);
    if (explanation !== null) return explanation;
  }
  return null;
}

/** By what was wanted in the place. */
function explainByRule(fault: Fault, found: Token): Explanation | null {
  switch (fault.rule) {
    case "condition":
    case "test":
    case "bodyTest":
      return explainTest(fault, found);
    case "fieldMatch":
      return explainFieldMatch(fault, found);
    case "text":
      return explainTextByPlace(fault, found);
    case "statusTest":
    case "statusRange":
      return explainStatus(fault, found);
    case "numberMatch":
      return explainNumber(fault, found);
    case "partNumber":
      return explainPart(fault, found);
    case "field":
      return explainMissingPart(fault, found);
    case "labelName":
    case "labelClause":
      return explainLabel(fault, found);
    case "name":
      return explainCaptureName(fault, found);
    case "capture":
      return explainFrom(fault, found);
    case "captureSource":
      return explainCaptureSource(fault, found);
    case "example":
      return explainIs(fault, found);
    case "verdict":
      return explainVerdict(fault, found);
    case "statement":
      return explainRest(fault, found);
    default:
      return null;
  }
}

function explainTextByPlace(fault: Fault, found: Token): Explanation | null {
  switch (fault.openRules.at(-2)) {
    case "textMatch":
      return explainSearchedText(fault, found);
    case "example":
      return explainBody(fault, found);
    case "expectedCapture":
      return explainCaptureValue(fault, found) ?? explainUnquoted(fault, found);
    case "field":
      return explainMissingSeparator(fault, found) ?? explainUnquoted(fault, found);
    default:
      return explainUnquoted(fault, found);
  }
}

/** The statement was complete, and something follows. */
function explainRest(fault: Fault, found: Token): Explanation | null {
  if (isOutcome(fault.statementWord)) return explainRestOfRule(fault, found);
  if (fault.statementWord === "example") return explainRestOfExample(fault, found);
  return fault.statementWord === "include" ? explainRestOfInclude(fault, found) : null;
}

function unexpected(fault: Fault, found: Token): Explanation {
  const after = fault.before?.image ?? null;
  return fault.explain(found, {
    problem: "unexpected",
    found: found.image,
    expected: expectedIn(fault),
    after,
  });
}
