/** A text as a snippet writes it, whatever is in it. (LSP 3.17, snippet syntax) */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
