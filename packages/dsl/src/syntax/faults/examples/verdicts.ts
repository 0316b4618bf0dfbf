import { asSuggestions, type LocalFix, replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isVerdictWord, VERDICT_WORDS } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, insertingWord, movingBefore, writing } from "../fixes.js";
import { INSTEAD_OF_IS, NEEDLESS_BEFORE_VERDICT } from "../lexicon.js";
import { intended, misspelling } from "../misspelling.js";
import { explainNeedless } from "../needless.js";
import { IS_SIGNS, operatorAt } from "../operators.js";
import { explainQuotedWord } from "../texts/quoted-words.js";
import { isStatus, isText, isWord, placeBefore, spanFromTo, textOf } from "../token-places.js";

/** `example "OK" success`. */
const explainMissingIs: Explainer = (fault, found) => {
  if (!isVerdictWord(found.image)) return null;
  // `example is "OK" success`: there is one, in another place.
  const isElsewhere = fault.tokens[1]?.image === "is" || fault.next?.image === "is";
  const fix = insertingWord(fault.text, "is", found, isElsewhere ? "suggested" : "automatic");
  return problemAt(found, { problem: "missing-word", word: "is", before: found.image }, [fix]);
};

/** `example "OK" 200 is success`. */
const explainStatusAfterBody: Explainer = (fault, found) => {
  const { before } = fault;
  const status = found.image === "status" ? fault.next : found;
  if (!isStatus(status) || !isText(before) || isStatus(fault.at(-2))) return null;
  if (fault.behind(status)?.image !== "is") return null;
  const span = spanFromTo(found, status);
  const edits = movingBefore(fault.text, before, status.image, span);
  const fix = changing("Put the status before the body", "automatic", edits);
  return problemAt(span, { problem: "status-after-body" }, [fix]);
};

/** `example "OK" => success`. */
const explainSignForIs: Explainer = (fault, found) => {
  const last = operatorAt(fault)?.last ?? null;
  if (last === null || !isVerdictWord(fault.behind(last)?.image ?? "")) return null;
  const span = spanFromTo(found, last);
  const image = fault.text.slice(span.from, span.to);
  if (!IS_SIGNS.test(image)) return null;
  const fix = writing(fault.text, span, "is", "automatic");
  return problemAt(span, { problem: "instead", found: image, write: "is" }, [fix]);
};

/** `example "OK" should be success`, `example "OK" si success`. */
const explainWordForIs: Explainer = (fault, found) => {
  if (operatorAt(fault) !== null || !isWord(found)) return null;
  let last = found;
  for (let next = fault.next; next !== null && INSTEAD_OF_IS.has(next.image); next = fault.behind(next))
    last = next;
  if (!isVerdictWord(fault.behind(last)?.image ?? "")) return null;
  const span = spanFromTo(found, last);
  const image = fault.text.slice(span.from, span.to);
  const certain = INSTEAD_OF_IS.has(found.image);
  if (!certain && intended(image, ["is"]) === null) return null;
  const fix = writing(fault.text, span, "is", certain ? "automatic" : "suggested");
  return problemAt(span, { problem: "instead", found: image, write: "is" }, [fix]);
};

/** Behind the body, `is` is wanted. */
export const explainIs: Explainer = each(
  explainMissingIs,
  explainStatusAfterBody,
  explainSignForIs,
  explainWordForIs,
);

/** `is a success`. */
const explainNeedlessWord: Explainer = (fault, found) =>
  NEEDLESS_BEFORE_VERDICT.has(found.image) && isVerdictWord(fault.imageAt(1))
    ? explainNeedless(fault, found)
    : null;

/** `is sucess`. */
const explainMisspelledVerdict: Explainer = (fault, found) => {
  if (!isWord(found)) return null;
  const { problem, fixes } = misspelling(found, "a verdict", VERDICT_WORDS);
  return fixes.length === 0 ? null : problemAt(found, problem, withLabelToo(fault, found, fixes));
};

/** `is Error`: also a label that systems give; then reject is missing before it. */
function withLabelToo(fault: Fault, found: Token, fixes: readonly LocalFix[]): readonly LocalFix[] {
  const isName = found.image === "Error" && fault.next === null;
  if (!isName && !isVerdictWord(fault.imageAt(1))) return fixes;
  return [...asSuggestions(fixes), ...(isName ? [rejecting(found)] : [])];
}

/** `is "success"`. */
const explainQuotedVerdict = explainQuotedWord(isVerdictWord);

/** `is not success`. */
const explainNot: Explainer = (_fault, found) =>
  found.image === "not"
    ? problemAt(found, {
        problem: "unknown-word",
        found: "not",
        expected: "a verdict",
        suggestion: null,
      })
    : null;

/** `is Duplicate`, `is "no demand"`. */
const explainLabelForVerdict: Explainer = (_fault, found) => {
  const label = isText(found) ? textOf(found) : isWord(found) ? found.image : null;
  return label === null
    ? null
    : problemAt(found, { problem: "verdict-without-outcome", label }, [rejecting(found)]);
};

function rejecting(label: Token): LocalFix {
  return replaceWith(placeBefore(label), "reject ", "Expect a rejection with this label", "suggested");
}

/** Behind `is` a verdict is wanted. */
export const explainVerdict: Explainer = inOrder([
  {
    explain: each(explainNeedlessWord, explainMisspelledVerdict, explainQuotedVerdict, explainNot),
    because: "what is, or is near to, a word of the language is more likely that than a label",
  },
  { explain: explainLabelForVerdict, because: "takes any word and any text as a label" },
]);
