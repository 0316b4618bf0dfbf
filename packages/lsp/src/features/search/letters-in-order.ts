/** Whether the characters come in that order in a text, perhaps with others between them. Linear in the text. */
export function comesInOrder(characters: string, text: string): boolean {
  let at = 0;
  for (const character of characters) {
    const found = text.indexOf(character, at);
    if (found === -1) return false;
    at = found + character.length;
  }
  return true;
}
