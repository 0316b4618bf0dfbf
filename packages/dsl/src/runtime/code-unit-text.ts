/** How many UTF-16 units one call may turn into text: as arguments of a call they stand on the stack. */
export const UNITS_AT_ONCE = 8192;

/** The text of the first `length` UTF-16 units; at most `UNITS_AT_ONCE`. */
export function textOfUnits(units: Uint16Array, length: number): string {
  const text: string = Reflect.apply(String.fromCharCode, undefined, units.subarray(0, length));
  return text;
}
