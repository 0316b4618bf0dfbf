/** A page of docs/ to be read in a terminal: links without their addresses, blocks of code without what tests read of them. */
export function asPlainText(markdown: string): string {
  return markdown
    .replaceAll(/\[((?:[^[\]]|\[[^\]]*\])+)\]\([^()\s]+\)/g, "$1")
    .replaceAll(/^(```)[^\n`]+$/gm, "$1");
}
