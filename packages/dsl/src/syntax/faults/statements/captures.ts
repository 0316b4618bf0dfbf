import { replaceWith } from "../../../findings/finding.js";
import { CAPTURE_SOURCE_WORDS } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { insertingWord, writing } from "../fixes.js";
import { INSTEAD_OF_FROM } from "../lexicon.js";
import { explainMisspelling, misspelling } from "../misspelling.js";
import { FROM_SIGNS, operatorAt } from "../operators.js";
import { bareFieldAt, beginsPath, pathKind } from "../rules/bare-paths.js";
import { explainBehindStartMarker } from "../rules/fields.js";
import { isStray, isText, isWord, lastTouching, spanFromTo, textOf } from "../token-places.js";
import { quotingName } from "./names.js";

const SOURCES: ReadonlySet<string> = new Set(CAPTURE_SOURCE_WORDS);

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

/** `capture price json "$.price"`. */
const explainMissingFrom: Explainer = (fault, found) => {
  if (!SOURCES.has(found.image)) return null;
  const fix = insertingWord(fault.text, "from", found, "automatic");
  return problemAt(found, { problem: "missing-word", word: "from", before: found.image }, [fix]);
};

/** `capture price = json "$.price"`. */
const explainInsteadOfFrom: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  const image = operator?.image ?? found.image;
  const following = fault.at(operator?.length ?? 1);
  const isPath = operator !== null && beginsPath(following);
  if (!(SOURCES.has(following?.image ?? "") || isPath) || isText(found)) return null;
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
    explain: each(explainSeveralCaptures, explainNameOfSeveralWords),
    because: "what stands before from, and a comma, belongs to names; below it would stand for from",
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
  if (isStray(found) || misspelling(found, "a field", CAPTURE_SOURCE_WORDS).fixes.length > 0) return null;
  const path = bareFieldAt(fault, fault.index);
  if (path === null || path.next !== null) return null;
  const { field } = path;
  const span = spanFromTo(path.first, path.last);
  const fix = replaceWith(span, field, `Write ${field}`, "suggested");
  return problemAt(span, { problem: "bare-field", field }, [fix]);
};

const explainMisspelledSource: Explainer = (_fault, found) =>
  isStray(found) ? null : explainMisspelling(found, "a field", CAPTURE_SOURCE_WORDS);

const BEHIND_FROM = inOrder([
  {
    explain: each(explainMissingKind, explainUnquotedPath, explainBareName),
    because: "below, a text or a field's name would be a misspelled word that is near to none",
  },
  { explain: explainMisspelledSource, because: "takes any word" },
]);

/** Behind `from` a field or `between` is wanted, behind the first marker `and`. */
export const explainCaptureSource: Explainer = (fault, found) =>
  (fault.before?.image === "from" ? BEHIND_FROM : explainBehindStartMarker)(fault, found);
