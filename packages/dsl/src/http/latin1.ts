import { textOfUnits, UNITS_AT_ONCE } from "../runtime/code-unit-text.js";

/** A character of each byte, so that what is ASCII can be looked for at the places that it has in the bytes. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += UNITS_AT_ONCE) {
    const units = Array.from(bytes.subarray(from, from + UNITS_AT_ONCE));
    text += textOfUnits(units, units.length);
  }
  return text;
}
