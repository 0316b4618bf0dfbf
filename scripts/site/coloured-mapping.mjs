import { isSpecialWord, isVerdictWord, lex } from "../../packages/dsl/dist/editor.js";
import { escapeHtml } from "./escape-html.mjs";

/**
 * A mapping file as HTML with its words in colours: by what a token is, whether or not it stands in its place.
 *
 * @param {string} text
 */
export function colouredMapping(text) {
  const { tokens, comments } = lex(text);
  const pieces = [
    ...tokens.map((token) => ({
      start: token.startOffset,
      end: token.startOffset + token.image.length,
      kind: kindOf(token.image),
    })),
    ...comments.map(({ from, to }) => ({ start: from, end: to, kind: "comment" })),
  ].sort((a, b) => a.start - b.start);
  let html = "";
  let at = 0;
  for (const { start, end, kind } of pieces) {
    const shown = escapeHtml(text.slice(start, end));
    html +=
      escapeHtml(text.slice(at, start)) + (kind === null ? shown : `<span class="${kind}">${shown}</span>`);
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** @param {string} image */
function kindOf(image) {
  if (/^["']/.test(image)) return "text";
  if (isVerdictWord(image)) return "verdict";
  return isSpecialWord(image) ? "word" : null;
}
