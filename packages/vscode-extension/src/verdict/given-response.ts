/** The status that somebody wrote; null for none, undefined for what is no status. */
export function statusOf(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^\d{3}$/.test(trimmed) ? Number(trimmed) : undefined;
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
