import { type Explainer, each, inOrder } from "../explanation.js";
import { explainNeedless } from "../needless.js";
import { beginsTest } from "../rules/test-start.js";
import { isStray } from "../token-places.js";
import {
  explainFallbackOfFixedLabel,
  explainFieldAsFallback,
  explainFieldOfLabel,
  explainJoinedLabel,
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
  {
    explain: explainLabelOnNextLine,
    because: "on the line above, whatever stands there would be a label",
  },
  {
    leaveIf: (_fault, found) => !isStray(found),
    because: "every word and every text is a label, so that only signs are left to explain",
  },
  {
    explain: each(explainSignBeforeLabel, explainPathOfLabel),
    because: "below, the sign or path would become part of the label",
  },
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
    explain: each(explainFieldAsFallback, explainFallbackOfFixedLabel, explainJoinedLabel),
    because: "below, or and what stands around it would be words of the label, and and would join tests",
  },
  {
    explain: explainFieldOfLabel,
    because: "the word behind as may be the field's; below it would be the label's first word",
  },
  {
    explain: explainTest,
    because: "the words that begin a test are the language's own; below they would belong to the label",
  },
  { explain: explainLabelOfSeveralWords, because: "takes any words and signs" },
]);
