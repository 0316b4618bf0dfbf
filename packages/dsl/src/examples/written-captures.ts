import { writeName, writeString } from "../syntax/text-literal.js";

/** A capture and what it must be. */
export interface StatedCapture {
  readonly name: string;
  readonly value: string;
}

/** `price "12.50", leadId "77"`: captures as an example states them. */
export function writeCaptures(captures: readonly StatedCapture[]): string {
  return captures.map(({ name, value }) => `${writeName(name)} ${writeString([value])}`).join(", ");
}
