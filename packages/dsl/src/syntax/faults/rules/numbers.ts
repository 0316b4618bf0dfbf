import { replaceWith } from "../../../findings/finding.js";
import type { Expected } from "../../../findings/syntax-problem.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { deleting } from "../fixes.js";
import { NAMED_PARTS } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { CURRENCY_SIGNS } from "../operators.js";
import { isText, isWord, spanOf, textOf } from "../token-places.js";
import { explainSpokenMatch } from "./spoken-tests.js";

/** `above than 5`. */
const explainThan: Explainer = (fault, found) =>
  found.image === "than" ? explainNeedless(fault, found) : null;

/** `above or equal 5`. */
const explainOrEqual: Explainer = (fault, found) =>
  found.image === "or" && fault.before !== null ? explainSpokenMatch(fault, fault.before) : null;

/** `above = 5`, which may mean at least 5. */
const explainEqualSign: Explainer = (fault, found) =>
  found.image === "=" ? explainNeedless(fault, found, "suggested") : null;

/** `part first`. */
const explainNamedPart: Explainer = (_fault, found) => {
  const named = NAMED_PARTS.get(found.image);
  if (named === undefined) return null;
  const parameters = {
    problem: "unknown-word",
    found: found.image,
    expected: "a part number",
    suggestion: null,
  } as const;
  return problemAt(found, parameters, [replaceWith(spanOf(found), named, `Write ${named}`, "suggested")]);
};

/** Longer texts hold no number that a person wrote. */
const LONGEST_NUMBER = 40;

/** `above "5"`. */
export const explainQuotedNumber: Explainer = (_fault, found) => {
  if (!isText(found)) return null;
  const number = textOf(found).trim();
  if (number.length > LONGEST_NUMBER || !/^-?[0-9]+(?:\.[0-9]+|xx)?$/.test(number)) return null;
  const fix = replaceWith(spanOf(found), number, "Take the quotes off", "automatic");
  return problemAt(found, { problem: "quoted-number", number }, [fix]);
};

/** `above €5`. */
const explainCurrencySign: Explainer = (fault, found) => {
  if (!CURRENCY_SIGNS.has(found.image) || !/^[0-9]/.test(fault.imageAt(1))) return null;
  return problemAt(found, { problem: "currency-sign", sign: found.image }, [
    deleting(fault.text, spanOf(found), "automatic"),
  ]);
};

/** A word where a number is wanted. */
export function explainWordFor(expected: Expected): Explainer {
  return (_fault, found) =>
    isWord(found) && !/^[0-9+-]/.test(found.image)
      ? problemAt(found, { problem: "unknown-word", found: found.image, expected, suggestion: null })
      : null;
}

/** A number behind `above` or `below` is wanted. */
export const explainNumber: Explainer = inOrder([
  {
    explain: each(explainThan, explainOrEqual, explainEqualSign, explainQuotedNumber, explainCurrencySign),
    because: "above than 5 has one word too many; below, than would be a wrong word for a number",
  },
  { explain: explainWordFor("a number"), because: "takes any word" },
]);

/** The part of a split body is wanted. */
export const explainPart: Explainer = inOrder([
  {
    explain: each(explainNamedPart, explainQuotedNumber),
    because: "first and last have a number; below they would be wrong words for one",
  },
  { explain: explainWordFor("a part number"), because: "takes any word" },
]);
