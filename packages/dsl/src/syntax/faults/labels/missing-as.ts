import { asSuggestions, replaceWith } from "../../../findings/finding.js";
import { isFieldWord, isSpecialWord, TEST_WORDS } from "../../vocabulary.js";
import { type Explainer, inOrder, problemAt } from "../explanation.js";
import { asString, replacing, writing } from "../fixes.js";
import { PERHAPS_AS, SURELY_AS } from "../lexicon.js";
import { intended } from "../misspelling.js";
import { AS_SIGNS, operatorAt } from "../operators.js";
import { isStatus, isText, isWord, placeBefore, spanFromTo } from "../token-places.js";
import { isSurelyLabel } from "./label-order.js";

/** `status 400 "No demand"`: the text is the label, or is looked for. */
export const explainTextForLabel: Explainer = (fault, found) => {
  if (!isText(found)) return null;
  const parameters = {
    problem: "unexpected",
    found: found.image,
    expected: "the end of the statement",
    after: null,
  } as const;
  const label = replaceWith(placeBefore(found), "as ", "Make it the label", "suggested");
  const keyword = replaceWith(placeBefore(found), "and keyword ", "Look for it as a keyword", "suggested");
  return problemAt(found, parameters, fault.next === null ? [label, keyword] : [keyword]);
};

/** `keyword "x" => Label`, `keyword "x" because "…"`. */
const explainInsteadOfAs: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const image = operator?.image ?? found.image;
  const label = fault.at(operator?.length ?? 1);
  const isSure = SURELY_AS.has(image) || AS_SIGNS.has(image);
  if (!(isSure || PERHAPS_AS.has(image)) || !(isWord(label) || isText(label))) return null;
  const span = spanFromTo(found, operator?.last ?? found);
  // A sign of comparison may make what follows the value of a field: `keyword "result" = "ok"`, `keyword "reason" is Late`.
  const isCompared = (isText(label) || isText(fault.before)) && ["=", ":", "is"].includes(image);
  const fix = writing(fault.text, span, "as", isSure && !isCompared ? "automatic" : "suggested");
  return problemAt(span, { problem: "instead", found: image, write: "as" }, [fix]);
};

/** What could stand there, too: where as is not nearest, it was not meant. */
const AS_AND_OTHERS = ["as", "and", ...TEST_WORDS];

/** `keyword "x" sa Label`; `sa Label` may also be the label. */
export const explainMisspelledAs: Explainer = (fault, found) => {
  const { next } = fault;
  if (!isWord(found) || isSpecialWord(found.image) || next?.startLine !== found.startLine) return null;
  const isField = isFieldWord(next.image);
  if (!isField && !isText(next) && (!isWord(next) || isSpecialWord(next.image))) return null;
  if (intended(found.image, AS_AND_OTHERS)?.word !== "as") return null;
  const asLabel = isField ? [] : (explainMissingAs(fault, found)?.fixes ?? []);
  return problemAt(found, { problem: "instead", found: found.image, write: "as" }, [
    replacing(found, "as", "suggested"),
    ...asSuggestions(asLabel),
  ]);
};

/** `keyword "x" Label`. */
const explainMissingAs: Explainer = (fault, found) => {
  if (!isWord(found) || isSpecialWord(found.image)) return null;
  const end = fault.lastOnLine(fault.index) ?? found;
  const span = spanFromTo(found, end);
  const words = fault.text.slice(span.from, span.to);
  const holdsMore = fault.tokens.some(
    (token, index) => index > fault.index && (isText(token) || token.image === "as"),
  );
  const literal = end === found ? words : asString(words);
  const parameters = { problem: "missing-word", word: "as", before: found.image } as const;
  if (literal === null || holdsMore) return problemAt(found, parameters);
  // Behind a status may stand its name: `status 200 OK`.
  const certain = end === found && fault.next === null && isSurelyLabel(found) && !isStatus(fault.before);
  const kind = certain ? "automatic" : "suggested";
  return problemAt(found, parameters, [replaceWith(span, `as ${literal}`, "Make it the label", kind)]);
};

/** The label follows without `as`, or behind something else. */
export const explainAs: Explainer = inOrder([
  {
    explain: explainInsteadOfAs,
    because: "the word or sign stands for as; below it would be part of the label",
  },
  { explain: explainMissingAs, because: "takes any word" },
]);
