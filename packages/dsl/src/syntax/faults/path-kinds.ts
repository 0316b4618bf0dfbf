/** What kind of path the text looks like. */
export function pathKind(text: string): "json" | "xml" | null {
  if (/^\$(?:[.[]|$)/.test(text)) return "json";
  return /^\/\/?[^/\s]/.test(text) ? "xml" : null;
}
