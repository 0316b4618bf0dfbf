import { firstTextOf, type JudgedResponse } from "./judged-response.js";

/** A captured part: its name, the number of the field that it is taken from, and the outcomes that have it; null for all. */
export interface CaptureReader {
  readonly name: string;
  readonly field: number;
  readonly outcomes: readonly string[] | null;
}

/**
 * The parts that a verdict of the outcome has, by name. `Object.fromEntries` also takes `__proto__` for a name like any
 * other.
 */
export function readCaptures(
  response: JudgedResponse,
  captures: readonly CaptureReader[],
  outcome: string,
): Readonly<Record<string, string>> {
  const parts: [string, string][] = [];
  for (const { name, field, outcomes } of captures) {
    if (outcomes !== null && !outcomes.includes(outcome)) continue;
    const text = firstTextOf(response, field);
    if (text !== null) parts.push([name, text]);
  }
  return Object.fromEntries(parts);
}
