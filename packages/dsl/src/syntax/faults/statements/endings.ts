import { replaceWith } from "../../../findings/finding.js";
import { isFieldWord, isOutcome, VERDICT_WORDS } from "../../vocabulary.js";
import { expectedIn } from "../expectations.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { standsBehindChain } from "../rules/fields.js";
import { explainTrailingComma } from "../rules/lists.js";
import { explainMissingCloserAtEnd } from "../rules/markers.js";
import { isText, placeBehind } from "../token-places.js";
import { explainOutcomeOnNextLine } from "./capture-outcomes.js";

/** `keyword "a",`. */
const explainCommaAtEnd: Explainer = (_fault, last) =>
  last.image === "," ? explainTrailingComma(last) : null;

/** `success`. */
const explainEmptyRule: Explainer = (fault, last) =>
  fault.index === 1 && isOutcome(last.image)
    ? problemAt(last, { problem: "empty-rule", word: last.image })
    : null;

/** `example 200 "OK"`. */
const explainMissingVerdict: Explainer = (fault, last) => {
  if (expectedIn(fault) !== "is" || !isText(last)) return null;
  const fixes = VERDICT_WORDS.map((verdict) =>
    replaceWith(placeBehind(last), ` is ${verdict}`, `Add is ${verdict}`, "suggested"),
  );
  return problemAt(last, { problem: "missing-verdict" }, fixes);
};

/** `keyword "a" as`. */
const explainMissingLabel: Explainer = (fault, last) => {
  const expected = expectedIn(fault);
  if (expected !== "a label") return null;
  const fix = replaceWith(placeBehind(last), ' "…"', "Add a label", "suggested");
  return problemAt(last, { problem: "unexpected", found: null, expected, after: last.image }, [fix]);
};

/** `form`, `between "(" and last`. */
const explainMissingTextOfField: Explainer = (fault, last) => {
  if (fault.rule !== "text") return null;
  const word = last.image;
  if (word === "last") return problemAt(last, { problem: "missing-last-closer" });
  return isFieldWord(word) ? problemAt(last, { problem: "missing-field-text", word }) : null;
};

/** `json "$.a" json "$.b"`. */
const explainUntested: Explainer = (fault, last) =>
  fault.rule === "fieldMatch" && standsBehindChain(fault)
    ? problemAt(last, { problem: "untested-chain" })
    : null;

const explainMissing: Explainer = (fault, last) =>
  problemAt(last, { problem: "unexpected", found: null, expected: expectedIn(fault), after: last.image });

/** By the last token of the statement, which is what is marked. */
const AT_END = inOrder([
  {
    explain: explainOutcomeOnNextLine,
    because: "the outcome may stand on the next line; below, only the comma would be one too many",
  },
  {
    explain: each(
      explainCommaAtEnd,
      explainEmptyRule,
      explainMissingVerdict,
      explainMissingLabel,
      explainMissingCloserAtEnd,
      explainMissingTextOfField,
      explainUntested,
    ),
    because: "each knows more to say, or to offer, than what is missing",
  },
  { explain: explainMissing, because: "takes any place" },
]);

/** The statement ends where it should go on. */
export function explainEnd(fault: Fault): Explanation {
  const { before } = fault;
  const explained = before === null ? null : AT_END(fault, before);
  if (explained !== null) return explained;
  const expected = expectedIn(fault);
  return problemAt({ from: 0, to: 0 }, { problem: "unexpected", found: null, expected, after: null });
}
