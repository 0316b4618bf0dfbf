import { replaceWith } from "../../../findings/finding.js";
import { isFieldWord, wordsAt } from "../../vocabulary.js";
import { type Explainer, each, problemAt } from "../explanation.js";
import { NEEDLESS_BEHIND_AS } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { bareFieldAt, beginsPath, takesPath } from "../rules/bare-paths.js";
import { explainUnquotedRun } from "../texts/unquoted.js";
import { isStray, isText, isWord, spanFromTo } from "../token-places.js";

/*
 * A label that comes from a field of the body, and the label for when that is not there.
 */

/** What a capture can come from, and a label cannot. */
const OF_CAPTURES_ONLY: ReadonlySet<string> = new Set(
  wordsAt("capture source").filter((word) => !wordsAt("label field").some((other) => other === word)),
);

/** `as $.reason`, `as xml //reason`, `as json reason`: a field without quotes. */
export const explainPathOfLabel: Explainer = (fault, found) => {
  const { before: kind } = fault;
  const isNamed = kind !== null && takesPath(kind.image);
  const path = bareFieldAt(fault, fault.index);
  const isPath = beginsPath(found);
  if (path === null || !(isNamed || (isPath && kind?.image === "as"))) return null;
  const span = spanFromTo(isNamed ? kind : path.first, path.last);
  const written = fault.text.slice(path.first.startOffset, path.last.endOffset + 1);
  const field = kind?.image === "xml" && !isPath ? `xml "//${written}"` : path.field;
  const fix = replaceWith(span, field, `Write ${field}`, isPath ? "automatic" : "suggested");
  return problemAt(span, { problem: "bare-field", field }, [fix]);
};

/** `as between "<a>" and "</a>"`. */
const explainSourceOfCaptures: Explainer = ({ before }, found) =>
  before !== null && OF_CAPTURES_ONLY.has(before.image) && (isText(found) || isStray(found))
    ? problemAt(before, { problem: "label-from-between" })
    : null;

/** `as reason "…"`. */
const explainWordBeforeText: Explainer = (fault, found) =>
  fault.before !== null && isText(found) && NEEDLESS_BEHIND_AS.has(fault.before.image)
    ? explainNeedless(fault, fault.before, "suggested")
    : null;

/** `as from json "$.a"`. */
const explainFromBeforeField: Explainer = (fault, found) =>
  fault.before?.image === "from" && isFieldWord(found.image) ? explainNeedless(fault, fault.before) : null;

/** `as split | part 2`. */
const explainBareSeparator: Explainer = (fault, found) =>
  fault.before?.image === "split" && isStray(found) ? explainUnquotedRun(fault) : null;

const BEHIND_WORD_OF_LABEL: Explainer = each(
  explainSourceOfCaptures,
  explainWordBeforeText,
  explainFromBeforeField,
  explainBareSeparator,
  explainPathOfLabel,
);

/** Behind `as` and one word, which may be of a field: `as json reason`. */
export const explainFieldOfLabel: Explainer = (fault, found) =>
  fault.before === null || fault.startsLine || fault.at(-2)?.image !== "as"
    ? null
    : BEHIND_WORD_OF_LABEL(fault, found);

/** `as json "$.a" or json "$.b"`. */
export const explainFieldAsFallback: Explainer = (fault, found) => {
  const { before } = fault;
  const isField = isText(found) && takesPath(before?.image ?? "") && fault.at(-2)?.image === "or";
  return before !== null && isField ? problemAt(before, { problem: "fallback-field" }) : null;
};

/** `as Label or Other`. */
export const explainFallbackOfFixedLabel: Explainer = (fault, found) => {
  const { before } = fault;
  const isFixed = (isWord(before) || isText(before)) && fault.at(-2)?.image === "as";
  return found.image === "or" && isFixed ? problemAt(found, { problem: "fallback-of-fixed-label" }) : null;
};
