import type { WrittenVerdict } from "../../examples/written-example.js";
import { ruleHolds } from "../../matching/interpret.js";
import type { Response } from "../../matching/response.js";
import { Subject } from "../../matching/subject.js";
import { presentCaptures, type Verdict } from "../../matching/verdict.js";
import { describeField, type Field } from "../../model/field.js";
import type { Mapping } from "../../model/mapping.js";
import { differentTexts } from "../facts/picked-values.js";
import { isNoPrice, isPriceName, isSomePrice } from "../words/price-names.js";

/** Longer texts are pages and messages, which nobody compares in an example. */
export const LONGEST_STATED = 300;

/** What an example that somebody makes of a response states: its verdict and what is captured, or the verdict alone. */
export type ExampleStates = "captures" | "verdict";

/** The part of a recorded verdict that an example is to state. */
export function verdictToState(recorded: WrittenVerdict, states: ExampleStates): WrittenVerdict {
  switch (states) {
    case "captures":
      return recorded;
    case "verdict":
      return { outcome: recorded.outcome, label: recorded.label };
  }
}

/** Whether a recorded verdict states more than the verdict alone. */
export function statesCaptures({ captures = {} }: WrittenVerdict): boolean {
  return Object.keys(captures).length > 0;
}

/**
 * The verdict that the example of a response states which somebody recorded, as the mapping gives it: with the label and the captures that
 * picked something, so that whoever adds it sees what is handed back. Left out are long texts, and what somebody has to look at first, since
 * an example that states it says that it is right: a success at a price of 0, a refusal at another, and a label or a capture that is the
 * first of several texts. What picked nothing is left out, too: mostly it stands in other answers, and to state that it is absent would make
 * a line of what is not there. Linear in the mapping.
 */
export function recordedVerdict(
  { outcome, label, captures }: Verdict,
  response: Response,
  mapping: Mapping | null,
): WrittenVerdict {
  if (outcome === "unmapped") return { outcome, label };
  const subject = new Subject(response);
  const picksSeveral = (field: Field) =>
    !describeField(field).picksOneAtMost && differentTexts(field, subject).length > 1;
  const doubtful = new Set(
    mapping?.captures.flatMap(({ model }) => (picksSeveral(model.field) ? [model.name] : [])),
  );
  const stated = presentCaptures(captures).filter(
    ({ name, value }) =>
      value.length <= LONGEST_STATED && !isDoubtfulPrice(outcome, name, value) && !doubtful.has(name),
  );
  const given = mapping?.rules.find(({ model }) => ruleHolds(model, subject))?.model.label;
  const isFirst = given?.kind === "field" && picksSeveral(given.field);
  return {
    outcome,
    label: isFirst ? null : label,
    captures: Object.fromEntries(stated.map(({ name, value }) => [name, value])),
  };
}

/** What a price of 0 means is another question, and an example that states it would answer that; so it is with the price of a refusal. */
export function isDoubtfulPrice(outcome: Verdict["outcome"], name: string, value: string): boolean {
  return (
    isPriceName(name) && (outcome === "success" ? isNoPrice(value) : isNoPrice(value) || isSomePrice(value))
  );
}
