/** How many UTF-16 units to turn into text at once: as arguments of a call they stand on the stack. */
export const UNITS_AT_ONCE = 1024;

/**
 * The text of the first `length` UTF-16 units of the buffer, which is cut to that length. The buffer is a plain array
 * since engines spread one into arguments several times as fast as a typed array.
 */
export function textOfUnits(units: number[], length: number): string {
  units.length = length;
  return String.fromCharCode(...units);
}
