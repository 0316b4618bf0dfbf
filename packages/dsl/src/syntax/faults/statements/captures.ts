import { replaceWith } from "../../../findings/finding.js";
import { FIELD_WORDS, isFieldWord } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { insertingWord, replacing, writing } from "../fixes.js";
import { INSTEAD_OF_FROM } from "../lexicon.js";
import { explainMisspelling, misspelling } from "../misspelling.js";
import { FROM_SIGNS, operatorAt } from "../operators.js";
import { bareFieldAt, beginsPath, pathKind } from "../rules/bare-paths.js";
import { explainHeaderSource, explainStatusSource } from "../rules/unread-parts.js";
import { isStray, isText, isWord, lastTouching, spanFromTo, textOf } from "../token-places.js";
import { explainForBeforeFrom } from "./capture-outcomes.js";
import { quotingName } from "./names.js";

/** `capture from json "$.a"`: from was taken for the name. */
const explainFromForName: Explainer = (fault) => {
  const name = fault.tokens[1];
  return name?.image === "from" && fault.index === 2
    ? problemAt(name, { problem: "capture-without-name" })
    : null;
};

/** `capture price, id from …`. */
const explainSeveralCaptures: Explainer = (_fault, found) =>
  found.image === "," ? problemAt(found, { problem: "several-captures" }) : null;

/** `capture lead id from …`. */
const explainNameOfSeveralWords: Explainer = (fault, found) => {
  const from = fault.tokens.findIndex(({ image }) => image === "from");
  return isWord(found) && from > fault.index ? quotingName(fault, 1, from - 1) : null;
};

/** `capture price form json "$.price"`: a slip of the fingers. */
const explainFormForFrom: Explainer = (fault, found) =>
  found.image === "form" && !isText(fault.next)
    ? problemAt(found, { problem: "instead", found: found.image, write: "from" }, [
        replacing(found, "from", "automatic"),
      ])
    : null;

/** `capture price json "$.price"`. */
const explainMissingFrom: Explainer = (fault, found) => {
  if (!isFieldWord(found.image)) return null;
  const fix = insertingWord(fault.text, "from", found, "automatic");
  return problemAt(found, { problem: "missing-word", word: "from", before: found.image }, [fix]);
};

/** `capture price = json "$.price"`. */
const explainInsteadOfFrom: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const image = operator?.image ?? found.image;
  const following = fault.at(operator?.length ?? 1);
  const isPath = operator !== null && beginsPath(following);
  if (!(isFieldWord(following?.image ?? "") || isPath) || isText(found)) return null;
  const span = spanFromTo(found, operator?.last ?? found);
  const certain = INSTEAD_OF_FROM.has(image) || FROM_SIGNS.has(image);
  const fix = writing(fault.text, span, "from", certain ? "automatic" : "suggested");
  return problemAt(span, { problem: "instead", found: image, write: "from" }, [fix]);
};

/** Behind the capture's name, `from` is wanted. */
export const explainFrom: Explainer = inOrder([
  {
    explain: explainFromForName,
    because: "from took the place of the name; below, what follows it would be explained",
  },
  {
    explain: each(explainSeveralCaptures, explainForBeforeFrom),
    because: "a comma stands for no word, and for begins a list of outcomes; below they would be of the name",
  },
  {
    explain: explainNameOfSeveralWords,
    because: "what stands before from belongs to the name; below it would stand for from",
  },
  {
    explain: explainFormForFrom,
    because: "form without a text behind it is a slip; below it would be the word of a field",
  },
  {
    explain: explainMissingFrom,
    because: "a field follows the name; below, its word would stand for from",
  },
  { explain: explainInsteadOfFrom, because: "takes any word or sign before a field" },
]);

/** A capture's name is wanted. */
export const explainCaptureName: Explainer = (fault, found) =>
  fault.statementWord === "capture" ? problemAt(found, { problem: "capture-without-name" }) : null;

/** `capture price from "$.price"`. */
const explainMissingKind: Explainer = (fault, found) => {
  if (!isText(found)) return null;
  const kind = pathKind(textOf(found));
  if (kind !== null) {
    const fix = insertingWord(fault.text, kind, found, "automatic");
    return problemAt(found, { problem: "missing-word", word: kind, before: found.image }, [fix]);
  }
  const after = fault.before?.image ?? null;
  return problemAt(found, { problem: "unexpected", found: found.image, expected: "a field", after });
};

/** `capture price from $.price`. */
const explainUnquotedPath: Explainer = (fault, found) => {
  if (!isStray(found)) return null;
  const last = lastTouching(fault.tokens, fault.index) ?? found;
  const span = spanFromTo(found, last);
  const path = fault.text.slice(span.from, span.to);
  const kind = pathKind(path);
  if (kind === null || /["\\]/.test(path)) return null;
  return problemAt(found, { problem: "missing-word", word: kind, before: path }, [
    replaceWith(span, `${kind} "${path}"`, `Write ${kind} and quotes`, "automatic"),
  ]);
};

/** `capture price from price`. */
const explainBareName: Explainer = (fault, found) => {
  if (isStray(found) || misspelling(found, "a field", FIELD_WORDS).fixes.length > 0) return null;
  const path = bareFieldAt(fault, fault.index);
  if (path === null || (path.next !== null && path.next.image !== "for")) return null;
  const { field } = path;
  const span = spanFromTo(path.first, path.last);
  const fix = replaceWith(span, field, `Write ${field}`, "suggested");
  return problemAt(span, { problem: "bare-field", field }, [fix]);
};

const explainMisspelledSource: Explainer = (_fault, found) =>
  isStray(found) ? null : explainMisspelling(found, "a field", FIELD_WORDS);

/** Behind `from` a field is wanted. */
export const explainCaptureField: Explainer = inOrder([
  {
    explain: each(explainHeaderSource, explainStatusSource),
    because: "both are parts of a response, but not of its body; below, they would be names of fields",
  },
  {
    explain: each(explainMissingKind, explainUnquotedPath, explainBareName),
    because: "below, a text or a field's name would be a misspelled word that is near to none",
  },
  { explain: explainMisspelledSource, because: "takes any word" },
]);
