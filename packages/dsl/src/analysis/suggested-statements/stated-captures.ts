import { type StatedCapture, writeCaptures } from "../../examples/written-captures.js";
import type { Example } from "../../model/mapping.js";
import type { LocalSpan } from "../../text/span.js";

/** What makes an example state captures that it does not state yet: an edit in its statement. */
export function stateCaptures(
  { model }: Example,
  captures: readonly StatedCapture[],
): { readonly span: LocalSpan; readonly newText: string } {
  const { verdict, verdictSpan } = model;
  const statesSome = verdict.outcome !== "unmapped" && verdict.captures.length > 0;
  const span = { from: verdictSpan.to, to: verdictSpan.to };
  return { span, newText: `${statesSome ? "," : " with"} ${writeCaptures(captures)}` };
}

/** Whether an example states what the capture must be. */
export function statesCapture({ verdict }: Example["model"], name: string): boolean {
  return verdict.outcome !== "unmapped" && verdict.captures.some((stated) => stated.name === name);
}
