import { htmlText } from "../html-text.js";

/*
 * VS Code's preview of markdown writes lines that came and lines that went in a pale green and a red of its own, which are hard to read on a
 * light page. On our page they are written as all text is, on the theme's colours for what came and went. The styles stand in the markup:
 * a sheet of ours would be loaded for every page of markdown that somebody looks at.
 */

/** A fence of lines that came and went; it is longer than any run of backticks in it. */
const FENCE = /^(`{3,})diff\n([\s\S]*?)\n\1$/gm;

/** A line that is wrapped goes on further in, so that it is not taken for the next one. */
const LINE =
  "display: block; padding: 0 1ch 0 4ch; text-indent: -4ch; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--vscode-editor-foreground);";

/** A line ends where the next one begins; themes of high contrast have borders. */
const STYLES = {
  removed: `${LINE} ${colours("removed", "rgba(255, 0, 0, 0.2)")}`,
  added: `${LINE} ${colours("inserted", "rgba(155, 185, 85, 0.2)")}`,
} as const;

function colours(kind: "removed" | "inserted", usual: string): string {
  return [
    `background-color: var(--vscode-diffEditor-${kind}TextBackground, ${usual});`,
    `outline: 1px solid var(--vscode-diffEditor-${kind}TextBorder, transparent);`,
  ].join(" ");
}

/** The page with the lines that came and went in the theme's colours. Linear in the page. */
export function withEditedLines(markdown: string): string {
  return markdown.replaceAll(FENCE, (_, _marks: string, lines: string) => {
    const shown = lines.split("\n").map((line) => {
      const kind = line.startsWith("-") ? "removed" : "added";
      return `<span class="responses-${kind}" style="${STYLES[kind]}">${htmlText(line)}</span>`;
    });
    return `<pre><code>${shown.join("")}</code></pre>`;
  });
}
