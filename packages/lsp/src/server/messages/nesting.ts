/** Lists and objects within each other; no client needs more, and what is sent back is written by a function that calls itself. */
export const MOST_LEVELS = 200;

/** Whether a value is nested in more levels than that. Linear in its size. */
export function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
