import { replaceWith } from "../../../findings/finding.js";
import { isFieldWord } from "../../vocabulary.js";
import { type Explainer, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { deleting } from "../fixes.js";
import { BETWEEN_OUTER_AND_INNER, INNER_BEFORE_OUTER } from "../lexicon.js";
import { isText, spanOf } from "../token-places.js";
import { behindField, standsBehindChain } from "./fields.js";

/*
 * What is written between two fields, or between a field and the next test, instead of how the field is tested.
 */

/** Whether a whole field follows the unexpected token. */
function precedesField({ tokens, index }: Fault): boolean {
  return isFieldWord(tokens[index + 1]?.image ?? "") && behindField(tokens, index + 1) > index + 1;
}

/** `json "$.d".json "$.Status"`, `json "$.d" then json "$.Status"`. */
const explainMarkBetweenFields: Explainer = (fault, found) => {
  const { before, next } = fault;
  if (!BETWEEN_OUTER_AND_INNER.has(found.image) || !precedesField(fault)) return null;
  if (before === null || next === null) return null;
  const gap = { from: before.endOffset + 1, to: next.startOffset };
  const fix = replaceWith(gap, " ", `Delete ${found.image}`, "suggested");
  return problemAt(found, { problem: "mark-between-fields" }, [fix]);
};

/** `json "$.Status" of json "$.d"`: who says it so may mean either order. */
const explainInnerFirst: Explainer = (fault, found) =>
  INNER_BEFORE_OUTER.has(found.image) && precedesField(fault)
    ? problemAt(found, { problem: "inner-field-first" })
    : null;

/** `json "$.a" and …`, `json "$.a" as …`: nothing says how the field is tested. */
const explainUntestedField: Explainer = (fault, found) => {
  const { image } = found;
  if ((image !== "and" && image !== "as") || standsBehindChain(fault)) return null;
  const isBeforeField = image === "and" && precedesField(fault);
  const parameters = { problem: "untested-field", word: image, isBeforeField } as const;
  return problemAt(
    found,
    parameters,
    isBeforeField ? [deleting(fault.text, spanOf(found), "suggested")] : [],
  );
};

/** `form "status", "result" exact "ok"`: a field has one name or path, and no list of them. */
const explainListOfFields: Explainer = (fault, found) => {
  const word = fault.imageAt(-2);
  return found.image === "," && isText(fault.next) && (word === "json" || word === "xml" || word === "form")
    ? problemAt(found, { problem: "list-of-fields", word })
    : null;
};

/** Behind a field, how it is tested is wanted, and something joins it with what follows. */
export const explainJoinedField: Explainer = inOrder([
  { explain: explainMarkBetweenFields, because: "a field follows that is to be read in this one" },
  { explain: explainInnerFirst, because: "the same, the other way round" },
  { explain: explainListOfFields, because: "knows the comma" },
  { explain: explainUntestedField, because: "takes and and as, whatever follows" },
]);

/** `keyword json "$.a" "x"`: the field comes before the word. */
export const explainFieldBehindMatch: Explainer = (fault, found) => {
  const { before, tokens, index } = fault;
  const end = behindField(tokens, index);
  if (before === null || before.image === "," || end === index) return null;
  const last = tokens[end - 1] ?? found;
  const field = fault.text.slice(found.startOffset, last.endOffset + 1);
  const text = tokens[end] ?? null;
  const span = { from: before.startOffset, to: last.endOffset + 1 };
  const written = `${field} ${before.image}`;
  const fixes = isText(text)
    ? [replaceWith(span, written, `Write ${before.image} behind the field`, "automatic")]
    : [];
  return problemAt(found, { problem: "field-behind-match", word: before.image }, fixes);
};
