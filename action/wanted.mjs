import { flagInput } from "./inputs.mjs";
import { PARTS } from "./parts.mjs";

/**
 * What the inputs ask for. Throws a StepError where one of them is neither true nor false.
 *
 * @returns {import("./results.mjs").Wanted}
 */
export function wantedOfInputs() {
  return { parts: PARTS.filter((part) => flagInput(part)), failOnChange: flagInput("fail-on-change") };
}
