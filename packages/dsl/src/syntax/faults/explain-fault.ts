import type { GrammarRule, ParserFault } from "../statement-parser.js";
import type { Token } from "../tokens.js";
import { explainBody } from "./examples/bodies.js";
import { explainCaptureValue } from "./examples/verdict-rest.js";
import { explainIs, explainVerdict } from "./examples/verdicts.js";
import { expectedIn } from "./expectations.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "./explanation.js";
import { Fault } from "./fault.js";
import { explainLabel } from "./labels/labels.js";
import { explainMisspelledWord } from "./misspelled-words.js";
import { explainNeedlessMark } from "./needless.js";
import { explainBrackets } from "./rules/brackets.js";
import { explainFieldMatch } from "./rules/field-tests.js";
import {
  explainBareFormName,
  explainDottedFormName,
  explainMissingFieldText,
  explainMissingPart,
} from "./rules/fields.js";
import { explainMalformedNumber } from "./rules/malformed-number.js";
import {
  explainBehindStartMarker,
  explainCloser,
  explainClosing,
  explainMissingLastCloser,
} from "./rules/markers.js";
import { explainNumber, explainPart } from "./rules/numbers.js";
import { explainBetweenNumbers } from "./rules/spoken-tests.js";
import { explainStatus } from "./rules/statuses.js";
import { explainTest } from "./rules/tests.js";
import { explainOutcome } from "./statements/capture-outcomes.js";
import { explainCaptureField, explainCaptureName, explainFrom } from "./statements/captures.js";
import { explainCommentMark } from "./statements/comment-marks.js";
import { explainEnd } from "./statements/endings.js";
import { explainMergeConflict } from "./statements/merge-conflicts.js";
import { explainRest } from "./statements/statement-rest.js";
import { explainStatementOnLine, explainStatementStart } from "./statements/statement-starts.js";
import { explainForeignQuotes, explainTextEndsEarly } from "./texts/quotes.js";
import { explainSearchedText } from "./texts/searched-texts.js";
import { explainUnquoted } from "./texts/unquoted.js";

/*
 * From the place where a statement leaves the grammar to a sentence that helps. The grammar is small enough that what
 * was meant can be told from the unexpected token, those around it and the grammar rules that were open.
 */

/** The finding for the first place where the tokens of a statement leave the grammar. */
export function explainFault(tokens: readonly Token[], parserFault: ParserFault, text: string): Explanation {
  const fault = new Fault(tokens, parserFault, text);
  const { found } = fault;
  if (found === null) return explainEnd(fault);
  return explainMergeConflict(fault, found) ?? explainFound(fault, found) ?? explainUnexpected(fault, found);
}

/** Behind the example's body, the value of a capture is wanted. */
const explainExpectedValue = inOrder([
  {
    explain: explainCaptureValue,
    because: "the value is there; below, the sign before it would be put in quotes",
  },
  { explain: explainUnquoted, because: "takes everything that is no text" },
]);

const explainTextOfPart = inOrder([
  { explain: explainBetweenNumbers, because: "below, the first number would be put in quotes" },
  {
    explain: each(explainMissingFieldText, explainDottedFormName),
    because: "below, a word that goes on with the test, or the dot before a name, would be put in quotes",
  },
  {
    explain: explainBareFormName,
    because: "a word behind form is the name, though a text may follow it, of which below would be told",
  },
  { explain: explainUnquoted, because: "takes everything that is no text" },
]);

const explainTextOfClosing = inOrder([
  { explain: explainMissingLastCloser, because: "below, a word of the language would be put in quotes" },
  { explain: explainUnquoted, because: "takes everything that is no text" },
]);

/** Where a text is wanted: by the grammar rule around it. */
const BY_RULE_AROUND_TEXT: Readonly<Partial<Record<GrammarRule, Explainer>>> = {
  textMatch: explainSearchedText,
  example: explainBody,
  expectedCapture: explainExpectedValue,
  fieldPart: explainTextOfPart,
  closing: explainTextOfClosing,
};

const explainText: Explainer = (fault, found) => {
  const { ruleAround } = fault;
  const explain = ruleAround === null ? undefined : BY_RULE_AROUND_TEXT[ruleAround];
  return (explain ?? explainUnquoted)(fault, found);
};

/** In a part of the body: behind its text the word tells what goes on, before it a field is wanted. */
const explainPartOfField: Explainer = (fault, found) => {
  switch (fault.imageAt(-2)) {
    case "split":
      return explainMissingPart(fault, found);
    case "between":
      return explainBehindStartMarker(fault, found);
    default:
      return explainCaptureField(fault, found);
  }
};

/** By the innermost grammar rule that was open: what was wanted in the place. */
const BY_RULE: Readonly<Partial<Record<GrammarRule, Explainer>>> = {
  statement: explainRest,
  condition: explainTest,
  test: explainTest,
  bodyTest: explainTest,
  fieldMatch: explainFieldMatch,
  text: explainText,
  statusTest: explainStatus,
  statusRange: explainStatus,
  numberMatch: explainNumber,
  fieldPart: explainPartOfField,
  closing: explainClosing,
  closer: explainCloser,
  partNumber: explainPart,
  labelName: explainLabel,
  labelClause: explainLabel,
  capture: explainFrom,
  name: explainCaptureName,
  captureOutcome: explainOutcome,
  example: explainIs,
  verdict: explainVerdict,
};

const explainByRule: Explainer = (fault, found) => BY_RULE[fault.rule]?.(fault, found) ?? null;

const explainFound: Explainer = inOrder([
  {
    explain: explainTextEndsEarly,
    because: "what touches the end of a text belongs to it; below it would be a word or sign of its own",
  },
  {
    explain: each(explainForeignQuotes, explainCommentMark),
    because: "what stands between curly quotes or behind // is not the language's, as it would be below",
  },
  {
    explain: each(explainMalformedNumber, explainStatementStart, explainStatementOnLine),
    because: "a number goes on behind the sign in it, and a statement is no part of the one before it",
  },
  {
    explain: explainByRule,
    because: "what the grammar wanted in the place says most about what was meant",
  },
  {
    explain: explainBrackets,
    because: "brackets that mean something are explained by the place; these are only too many",
  },
  { explain: explainNeedlessMark, because: "the same holds for signs and commas" },
  {
    explain: explainMisspelledWord,
    because: "spelling alone says least; it is asked where nothing above knows the place",
  },
]);

const explainUnexpected = (fault: Fault, found: Token): Explanation =>
  problemAt(found, {
    problem: "unexpected",
    found: found.image,
    expected: expectedIn(fault),
    after: fault.before?.image ?? null,
  });
