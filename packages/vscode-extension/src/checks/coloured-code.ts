import { isSpecialWord, STATEMENT_WORDS, VOCABULARY, type WordRecord } from "@responses/dsl/editor";
import { htmlText } from "../html-text.js";

/*
 * VS Code's preview of markdown knows no colours of this language, and to tell it some would start the extension for every page
 * of markdown that somebody looks at. So the code on our own pages is coloured as the preview colours what it knows: by its classes.
 */

/** A fence of mapping text in markdown. */
const FENCE = /^```responses\n([\s\S]*?)^```$/gm;

/** The page with the mapping text on it in colours. Linear in the page. */
export function withColouredCode(markdown: string): string {
  return markdown.replaceAll(FENCE, (_, code: string) => `<pre><code>${coloured(code)}</code></pre>`);
}

/** A comment, a text block or a text, a word, or a character that is none of these. */
const PIECE =
  /(#.*)|("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([\p{L}\p{M}\p{N}\p{Pc}-]+)|[\s\S]/gu;

function coloured(code: string): string {
  return code.replaceAll(PIECE, (piece: string, comment?: string, text?: string, word?: string, ...rest) => {
    const at = Number(rest[0]);
    const style =
      comment !== undefined
        ? "comment"
        : text !== undefined
          ? "string"
          : word !== undefined
            ? styleOf(word, code.slice(code.lastIndexOf("\n", at - 1) + 1, at))
            : null;
    const shown = htmlText(piece);
    return style === null ? shown : `<span class="hljs-${style}">${shown}</span>`;
  });
}

/** How a word is coloured behind what stands before it on its line; null for a name. */
function styleOf(word: string, before: string): string | null {
  if (/^\d/.test(word)) return "number";
  const isFirst = before.trim() === "" && STATEMENT_WORDS.some((first) => first === word);
  if (isFirst) return "keyword";
  // Titles are grey in the light themes, too pale to read.
  if (!isSpecialWord(word)) return /\b(?:as|or|is (?:success|reject|error)) $/.test(before) ? "params" : null;
  const { kind }: WordRecord = VOCABULARY[word];
  return kind === "field" ? "type" : kind === "connective" ? "keyword" : "built_in";
}
