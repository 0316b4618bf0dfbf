import type { Example } from "../../model/mapping.js";
import { writeName, writeString } from "../../syntax/text-literal.js";
import type { LocalSpan } from "../../text/span.js";

/** A capture and what it must be. */
export interface StatedCapture {
  readonly name: string;
  readonly value: string;
}

/** `price "12.50", leadId "77"`: captures as an example states them. */
export function writeCaptures(captures: readonly StatedCapture[]): string {
  return captures.map(({ name, value }) => `${writeName(name)} ${writeString([value])}`).join(", ");
}

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
