/** The status that somebody wrote; null for none, undefined for what is no status. */
export function statusOf(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^\d{3}$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** The beginning of a text, on one line. */
export function beginningOf(text: string): string {
  const line = text.slice(0, 400).trim().replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}

/**
 * What somebody pasted into a field of one line. Line ends are lost there, so where the clipboard holds the same but for
 * these, it is what was meant.
 */
export function pastedText(value: string, clipboard: string): string {
  return withoutLineEnds(value) === withoutLineEnds(clipboard) ? clipboard : value;
}

function withoutLineEnds(text: string): string {
  return text.replace(/\s+/g, "");
}
