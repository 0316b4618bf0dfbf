import type { GivenResponse } from "@responses/lsp";

/** Whether a text is more than a body: a whole answer, as `curl -i` prints it. */
export function isWholeAnswer(text: string): boolean {
  return /^\uFEFF?\s*HTTP\/\d/.test(text);
}

/** The answer that such a text is. An empty line before it came along when it was copied. */
export function wholeAnswer(text: string): GivenResponse {
  return { http: text.replace(/^\uFEFF?\s+/, "") };
}

/** The response in a file: an answer if it begins like one, else a body. Its charset is the server's to find out. */
export function isWholeAnswerIn(bytes: Uint8Array): boolean {
  return isWholeAnswer(new TextDecoder().decode(bytes.subarray(0, LONGEST_BEGINNING)));
}

/** Bytes looked at: blanks may stand before the status line. */
const LONGEST_BEGINNING = 200;

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
