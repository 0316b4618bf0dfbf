import { asSuggestions, replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { writing } from "../fixes.js";
import { misspelled } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { operatorAt } from "../operators.js";
import { isText, isWord, placeBefore, spanFromTo } from "../token-places.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { explainExpressionWord } from "./regular-expressions.js";
import { isMatchWord, MATCH_WORDS, startOfTest } from "./test-start.js";

/** A field has been named, and how it is tested is wanted. */
export const explainFieldMatch: Explainer = (fault, found) => {
  const { image } = found;
  const { next } = fault;
  if (image === "status") return fault.explain(found, { problem: "status-of-field" });
  if (image === "not") return explainMisplacedNot(fault, found, found);
  if (image === "is" && next?.image === "not") return explainMisplacedNot(fault, found, next);
  if (image === "is" && next !== null && isMatchWord(next.image)) {
    return explainNeedless(fault, found);
  }
  const expression = explainExpressionWord(fault, found);
  if (expression !== null) return expression;
  if (["exists", "exist", "present", "there"].includes(image)) return explainExists(fault, found);
  if (isText(found)) return explainBareComparison(fault, found);
  const compared = explainComparison(fault, found);
  if (compared !== null) return compared;
  if (!isWord(found)) return null;
  const { problem, fixes } = misspelled(found, "a way to match", MATCH_WORDS);
  return fault.explain(found, problem, fixes);
};

function explainExists(fault: Fault, found: Token): Explanation {
  const word = startOfTest(fault)?.image ?? "json";
  const fixes = asSuggestions(movingNot(fault, found, found, "empty"));
  return fault.explain(found, { problem: "exists", word }, fixes);
}

function explainBareComparison(fault: Fault, found: Token): Explanation {
  const after = fault.before?.image ?? null;
  return fault.explain(
    found,
    { problem: "unexpected", found: found.image, expected: "a way to match", after },
    [
      replaceWith(placeBefore(found), "exact ", "Compare the whole field", "suggested"),
      replaceWith(placeBefore(found), "keyword ", "Look for it in the field", "suggested"),
    ],
  );
}

/** `json "$.a" = "b"` and other signs of comparison. */
function explainComparison(fault: Fault, found: Token): Explanation | null {
  const operator = operatorAt(fault);
  if (operator === null) return null;
  const { image, last, length } = operator;
  const span = spanFromTo(found, last);
  const number = fault.at(length)?.image ?? "";
  const word = startOfTest(fault)?.image ?? "json";
  if (isMatchWord(number) && /^(?:=+|:)$/.test(image)) return explainNeedlessRun(fault, found, last);
  switch (image) {
    case "=":
    case "==":
    case "===":
    case ":":
      return instead(fault, span, image, "exact");
    case ">":
      return instead(fault, span, image, "above");
    case "<":
      return instead(fault, span, image, "below");
    case "!=":
    case "!==":
    case "<>":
    case "≠":
      return {
        parameters: { problem: "not-equal", mark: image, word },
        span,
        fixes: movingNot(fault, found, last, "exact"),
      };
    case ">=":
    case "=>":
    case "≥":
    case "<=":
    case "≤": {
      const opposite = image.startsWith("<") || image === "≤" ? "above" : "below";
      const fixes = asSuggestions(movingNot(fault, found, last, opposite));
      return {
        parameters: { problem: "at-least", mark: image, number, field: word, word: opposite },
        span,
        fixes,
      };
    }
    default:
      return null;
  }
}

function instead(
  fault: Fault,
  span: { readonly from: number; readonly to: number },
  found: string,
  write: string,
): Explanation {
  return {
    parameters: { problem: "instead", found, write },
    span,
    fixes: [writing(fault.text, span, write, "automatic")],
  };
}
