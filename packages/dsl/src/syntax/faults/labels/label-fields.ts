import { replaceWith } from "../../../findings/finding.js";
import { visible } from "../../../findings/quoted.js";
import { FIELD_WORDS, isFieldWord } from "../../vocabulary.js";
import { type Explainer, each, problemAt } from "../explanation.js";
import { JOINTS_OF_FIELDS, NEEDLESS_BEHIND_AS } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { operatorAt } from "../operators.js";
import { bareFieldAt, beginsPath, takesPath } from "../rules/bare-paths.js";
import { behindField } from "../rules/fields.js";
import { explainHeaderLabel } from "../rules/unread-parts.js";
import { explainUnquotedRun } from "../texts/unquoted.js";
import { isStray, isText, isWord, spanFromTo } from "../token-places.js";

/*
 * A label that comes from a field of the body, and the label for when that is not there.
 */

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

/** `as reason "…"`. */
const explainWordBeforeText: Explainer = (fault, found) =>
  fault.before !== null && isText(found) && NEEDLESS_BEHIND_AS.has(fault.before.image)
    ? explainNeedless(fault, fault.before, "suggested")
    : null;

/** `as from json "$.a"`. */
const explainFromBeforeField: Explainer = (fault, found) =>
  fault.before?.image === "from" && isFieldWord(found.image) ? explainNeedless(fault, fault.before) : null;

/** `as split | part 2`, `as between <a> and "b"`. */
const explainBareText: Explainer = (fault, found) =>
  isStray(found) && BEFORE_TEXTS.has(fault.imageAt(-1)) ? explainUnquotedRun(fault) : null;

/** The words of fields whose texts are no paths. */
const BEFORE_TEXTS: ReadonlySet<string> = new Set(FIELD_WORDS.filter((word) => !takesPath(word)));

/** `as form reason`. */
const explainBareName: Explainer = ({ before }, found) => {
  if (before?.image !== "form" || !isWord(found)) return null;
  const field = `form "${found.image}"`;
  const span = spanFromTo(before, found);
  const fix = replaceWith(span, field, `Write ${field}`, "suggested");
  return problemAt(span, { problem: "bare-field", field }, [fix]);
};

const BEHIND_WORD_OF_LABEL: Explainer = each(
  explainHeaderLabel,
  explainWordBeforeText,
  explainFromBeforeField,
  explainBareText,
  explainBareName,
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
  const isField = isText(found) && isFieldWord(before?.image ?? "") && fault.at(-2)?.image === "or";
  return before !== null && isField ? problemAt(before, { problem: "fallback-field" }) : null;
};

/** `as json "$.a" + json "$.b"`, `as "Error: " + json "$.b"`: the label is put together of several. */
export const explainJoinedLabel: Explainer = (fault, found) => {
  const { tokens, index, text } = fault;
  const as = tokens.findIndex(({ image }) => image === "as");
  const operator = operatorAt(fault);
  const joint = operator?.image ?? found.image;
  const isNext = isText(found) || isFieldWord(found.image);
  const behind = isNext ? found : fault.at(operator?.length ?? 1);
  const isJoint = isNext || JOINTS_OF_FIELDS.has(joint);
  const first = tokens[as + 1];
  if (first === undefined || behind === null || !isJoint) return null;
  const isField = behindField(tokens, as + 1) === index;
  const isFixed = isText(first) && index === as + 2;
  const goesOn = isFieldWord(behind.image) || (isField && isText(behind));
  // `and json "$.b" exact "c"` is a test.
  const isTest = joint === "and" && behindField(tokens, tokens.indexOf(behind)) < tokens.length;
  if (!(isField || isFixed) || !goesOn || isTest) return null;
  const last = tokens.at(-1) ?? behind;
  const label = spanFromTo(first, fault.before ?? first);
  const whole = spanFromTo(first, last);
  const written = text.slice(label.from, label.to);
  const fix = replaceWith(whole, written, `Write as ${visible(written)}`, "suggested");
  return problemAt(whole, { problem: "joined-label" }, isField ? [fix] : []);
};

/** `as Label or Other`. */
export const explainFallbackOfFixedLabel: Explainer = (fault, found) => {
  const { before } = fault;
  const isFixed = (isWord(before) || isText(before)) && fault.at(-2)?.image === "as";
  return found.image === "or" && isFixed ? problemAt(found, { problem: "fallback-of-fixed-label" }) : null;
};
