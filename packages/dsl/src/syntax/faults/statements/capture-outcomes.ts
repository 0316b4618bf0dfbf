import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isFieldWord, isOutcome, OUTCOMES } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { changing, deleting, insertingWord, replacing } from "../fixes.js";
import {
  CONVERSIONS,
  INSTEAD_OF_FOR,
  isAllOthers,
  JOINTS_OF_FIELDS,
  JOINTS_OF_OUTCOMES,
} from "../lexicon.js";
import { explainMisspelling } from "../misspelling.js";
import { explainNeedless } from "../needless.js";
import { operatorAt } from "../operators.js";
import { explainJointOfClosers, explainListBehindLast } from "../rules/markers.js";
import { explainQuotedWord } from "../texts/quoted-words.js";
import { isWord, placeBehind, spanFromTo, spanOf } from "../token-places.js";

/*
 * The outcomes behind a capture's `for`, and what stands where they are to stand.
 */

function isOutcomeWord(token: Token | null): boolean {
  return token !== null && isOutcome(token.image);
}

/** `capture price for success from json "$.price"`. */
export const explainForBeforeFrom: Explainer = (fault, found) => {
  if (found.image !== "for") return null;
  const parameters = { problem: "for-before-from" } as const;
  const from = fault.tokens.findIndex(({ image }, index) => index > fault.index && image === "from");
  const next = fault.tokens[from];
  const last = fault.tokens[from - 1];
  const end = fault.tokens.at(-1);
  if (next === undefined || last === undefined || end === undefined || from === fault.index + 1) {
    return problemAt(found, parameters);
  }
  const span = spanFromTo(found, last);
  const fix = changing("Move it to the end", "automatic", [
    { span: { from: span.from, to: next.startOffset }, newText: "" },
    { span: placeBehind(end), newText: ` ${fault.text.slice(span.from, span.to)}` },
  ]);
  return problemAt(span, parameters, [fix]);
};

/** `for unmapped`, `for all`: every verdict has a capture without `for`. */
const explainEveryVerdict: Explainer = (fault, found) => {
  if (found.image !== "unmapped" && !isAllOthers(found.image)) return null;
  const word = fault.before;
  const isAlone = word?.image === "for" && fault.next === null;
  const fixes = isAlone ? [deleting(fault.text, spanFromTo(word, found), "suggested")] : [];
  return problemAt(found, { problem: "for-every-verdict" }, fixes);
};

/** `for "success"`. */
const explainQuotedOutcome = explainQuotedWord(isOutcome);

const explainMisspelledOutcome: Explainer = (_fault, found) =>
  isWord(found) ? explainMisspelling(found, "an outcome", OUTCOMES) : null;

/** Behind `for` or a comma of its list, an outcome is wanted. */
export const explainOutcome: Explainer = inOrder([
  { explain: each(explainEveryVerdict, explainQuotedOutcome), because: "these say what was meant" },
  { explain: explainMisspelledOutcome, because: "has something to say of any word" },
]);

/** `for success,`: what was to follow stands on a line of its own, and there it begins a rule. */
export const explainOutcomeOnNextLine: Explainer = (fault, last) =>
  fault.rule === "captureOutcome" && last.image === ","
    ? problemAt(last, { problem: "outcome-behind-comma" }, [
        changing("Delete the comma", "suggested", [{ span: spanOf(last), newText: "" }]),
      ])
    : null;

/** `for success and reject`, `for success reject`, `for success for reject`. */
const explainJointOfOutcomes: Explainer = (fault, found) => {
  const { before } = fault;
  if (before === null || !isOutcomeWord(before)) return null;
  if (isOutcomeWord(found)) {
    const comma = replaceWith(placeBehind(before), ",", "Add the comma", "automatic");
    return problemAt(found, { problem: "missing-comma" }, [comma]);
  }
  if (!JOINTS_OF_OUTCOMES.has(found.image) || !isOutcomeWord(fault.next)) return null;
  const gap = { from: before.endOffset + 1, to: spanOf(found).to };
  const fix = replaceWith(gap, ",", "Make it a list", "automatic");
  return problemAt(found, { problem: "instead", found: found.image, write: "," }, [fix]);
};

/** `from json "$.price" success`. */
const explainMissingFor: Explainer = (fault, found) =>
  isOutcomeWord(found)
    ? problemAt(found, { problem: "missing-word", word: "for", before: found.image }, [
        insertingWord(fault.text, "for", found, "automatic"),
      ])
    : null;

/** `from json "$.price" if success`, `only for success`. */
const explainInsteadOfFor: Explainer = (fault, found) => {
  if (!INSTEAD_OF_FOR.has(found.image)) return null;
  if (fault.next?.image === "for") return explainNeedless(fault, found);
  if (!isOutcomeWord(fault.next)) return null;
  return problemAt(found, { problem: "instead", found: found.image, write: "for" }, [
    replacing(found, "for", "automatic"),
  ]);
};

/** `from json "$.a" + json "$.b"`, `from json "$.a" or json "$.b"`. */
const explainJoinedFields: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const joint = operator?.image ?? found.image;
  const behind = fault.at(operator?.length ?? 1);
  if (!(JOINTS_OF_FIELDS.has(joint) || joint === "or") || !isFieldWord(behind?.image ?? "")) return null;
  return problemAt(found, { problem: "joined-capture" });
};

/** `from json "$.price" as number`, `… number`, `… without ","`: what was captured is a text, as it came. */
const explainConversion: Explainer = (fault, found) => {
  const word = found.image === "as" || found.image === "to" ? (fault.next?.image ?? "") : found.image;
  return CONVERSIONS.has(word.toLowerCase()) ? problemAt(found, { problem: "converted-capture" }) : null;
};

/** A capture was complete, and something follows. */
export const explainRestOfCapture: Explainer = inOrder([
  {
    explain: each(explainListBehindLast, explainJointOfClosers),
    because: "what ends a part is of no list of outcomes",
  },
  { explain: explainConversion, because: "below, the word is left over" },
  { explain: explainJoinedFields, because: "a field follows; below, a sign would be needless before it" },
  { explain: explainJointOfOutcomes, because: "below, an outcome behind another would need for" },
  {
    explain: each(explainMissingFor, explainInsteadOfFor),
    because: "an outcome is there: for is what is not",
  },
]);
