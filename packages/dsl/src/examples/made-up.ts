import type { ExampleModel } from "../model/mapping.js";

/** The name of an example whose response nobody recorded: what `responses test --coverage` offers has it. */
export const MADE_UP_NAME = "made-up";

/**
 * Whether an example says by its name that its response was made up. It says what a rule does, and nothing of how the system answers:
 * no check takes it for evidence of that.
 */
export function isMadeUp({ name }: Pick<ExampleModel, "name">): boolean {
  return name === MADE_UP_NAME;
}
