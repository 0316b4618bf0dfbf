import { firstTextOf, type JudgedResponse } from "./judged-response.js";

/** A captured part: its name, the number of the field that it is taken from, and the outcomes that have it; null for all. */
export interface CaptureReader {
  readonly name: string;
  readonly field: number;
  readonly outcomes: readonly string[] | null;
}

/** The parts that a verdict of the outcome has, by name. */
export function readCaptures(
  response: JudgedResponse,
  captures: readonly CaptureReader[],
  outcome: string,
): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const { name, field, outcomes } of captures) {
    if (outcomes !== null && !outcomes.includes(outcome)) continue;
    const text = firstTextOf(response, field);
    if (text === null) continue;
    if (name in parts) putUnusual(parts, name, text);
    else parts[name] = text;
  }
  return parts;
}

/** Also `__proto__` is a name like any other, as `Object.fromEntries` has it, which is slow. */
function putUnusual(parts: Record<string, string>, name: string, text: string): void {
  Object.defineProperty(parts, name, { value: text, configurable: true, enumerable: true, writable: true });
}
