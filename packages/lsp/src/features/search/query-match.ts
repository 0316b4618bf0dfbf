import { comesInOrder } from "./letters-in-order.js";

/**
 * How well a name answers to what somebody has typed, case ignored: 0 if it is that, 1 if it begins so, 2 if a word of it
 * does, 3 if it holds it, 4 if its characters come in that order; null where it does not answer. Nothing typed is answered
 * by all.
 */
export function matchOf(query: string, name: string): number | null {
  const wanted = query.trim().toLowerCase();
  const text = name.toLowerCase();
  if (text === wanted) return 0;
  const at = text.indexOf(wanted);
  if (at === 0) return 1;
  if (at > 0) return beginsWord(text, wanted, at) ? 2 : 3;
  // Somebody who types several words does not type all that stands between them.
  return comesInOrder(wanted.replaceAll(" ", ""), text) ? 4 : null;
}

function beginsWord(text: string, wanted: string, from: number): boolean {
  for (let at = from; at > 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
