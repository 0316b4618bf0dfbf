/**
 * Of many items the first of those that fit what is typed, at most so many: those that begin with it, then those that hold
 * it, then those that hold its letters in that order, as editors find them.
 */
export function bestMatches<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  most: number,
): readonly Item[] {
  if (items.length <= most) return items;
  const wanted = typed.replaceAll("\\", "").trim().toLowerCase();
  if (wanted === "") return items.slice(0, most);
  const beginning: Item[] = [];
  const holding: Item[] = [];
  const inOrder: Item[] = [];
  for (const item of items) {
    const text = textOf(item).toLowerCase();
    if (text.startsWith(wanted)) beginning.push(item);
    else if (text.includes(wanted)) holding.push(item);
    else if (holdsInOrder(text, wanted)) inOrder.push(item);
    if (beginning.length >= most) break;
  }
  return [...beginning, ...holding, ...inOrder].slice(0, most);
}

/** Whether the letters come in that order, perhaps with others between them. */
function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
