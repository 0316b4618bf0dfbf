import { type Explainer, each, inOrder } from "../explanation.js";
import { explainNeedless } from "../needless.js";
import { beginsTest } from "../rules/test-start.js";
import { isStray } from "../token-places.js";
import {
  explainFallbackOfFixedLabel,
  explainFieldAsFallback,
  explainFieldOfLabel,
  explainPathOfLabel,
} from "./label-fields.js";
import { explainLabelOnNextLine, explainTestBehindLabel } from "./label-order.js";
import { explainLabelOfSeveralWords, explainLabelRun } from "./label-words.js";

/** `as: Label`, `as = Label`. */
const explainSignBeforeLabel: Explainer = (fault, found) =>
  (found.image === ":" || found.image === "=") && fault.next?.startLine === found.startLine
    ? explainNeedless(fault, found)
    : null;

/** `as #1`: the label begins with a sign. */
const explainLabelWithSign: Explainer = (fault) => explainLabelRun(fault, fault.index);

/** A label is wanted, behind `as` or `or`. */
export const explainLabel: Explainer = inOrder([
  { explain: explainLabelOnNextLine, because: "whatever stands there would be right on the line above" },
  { leaveIf: (_fault, found) => !isStray(found), because: "any word and any text would be the label" },
  { explain: explainSignBeforeLabel, because: "these signs would be part of the label below" },
  { explain: explainPathOfLabel, because: "so would the signs that a path begins with" },
  { explain: explainLabelWithSign, because: "takes any sign" },
]);

/** `as Label and status 400`. */
const explainTest: Explainer = (fault, found) =>
  beginsTest(found) || (found.image === "and" && beginsTest(fault.next))
    ? explainTestBehindLabel(fault, found)
    : null;

/** A rule was complete with its label, and something follows. */
export const explainRestOfLabelledRule: Explainer = inOrder([
  {
    explain: each(explainFieldAsFallback, explainFallbackOfFixedLabel),
    because: "what stands around or is taken for a fallback before all else",
  },
  {
    explain: explainFieldOfLabel,
    because: "the word behind as was to be the field's; the label would be that word alone below",
  },
  { explain: explainTest, because: "words that begin a test are known for certain" },
  { explain: explainLabelOfSeveralWords, because: "any words and signs can be of a label" },
]);
