import { Marked } from "marked";
import { colouredMapping } from "./coloured-mapping.mjs";
import { escapeHtml } from "./escape-html.mjs";

/**
 * @typedef {object} RenderedPage
 * @property {string} title the text of its first heading
 * @property {string} html
 * @property {ReadonlySet<string>} anchors what links can lead to in it
 */

/**
 * Markdown as GitHub shows it, with anchors at headings.
 *
 * @param {string} markdown
 * @param {(address: string) => string | null} resolveLink gives the address on the site of what a link leads to; null for what is not there
 * @returns {RenderedPage}
 */
export function renderMarkdown(markdown, resolveLink) {
  const anchors = new Set();
  let title = "";
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        const anchor = newAnchor(text, anchors);
        const inner = this.parser.parseInline(tokens);
        if (title === "") title = inner.replace(/<[^>]*>/g, "");
        return `<h${depth} id="${anchor}">${inner}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const address = resolveLink(href);
        const inner = this.parser.parseInline(tokens);
        return address === null ? inner : `<a href="${escapeHtml(address)}">${inner}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escapeHtml(resolveLink(href) ?? href)}" alt="${escapeHtml(text)}" loading="lazy">`;
      },
      code({ text, lang }) {
        const language = (lang ?? "").split(" ", 1)[0];
        return `<pre><code>${language === "responses" ? colouredMapping(text) : escapeHtml(text)}</code></pre>\n`;
      },
      // So that a wide one can be scrolled by itself on a narrow screen.
      table(token) {
        const cells = (
          /** @type {readonly import("marked").Tokens.TableCell[]} */ row,
          /** @type {string} */ tag,
        ) =>
          `<tr>${row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
        const body = token.rows.map((row) => cells(row, "td")).join("\n");
        return `<div class="wide" tabindex="0"><table><thead>${cells(token.header, 'th scope="col"').replaceAll('</th scope="col">', "</th>")}</thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { title, html, anchors };
}

/**
 * The anchor that GitHub gives to a heading.
 *
 * @param {string} heading its Markdown
 * @param {Set<string>} taken is added to
 */
function newAnchor(heading, taken) {
  const words = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, "")
    .replaceAll(" ", "-");
  let anchor = words;
  for (let count = 1; taken.has(anchor); count++) anchor = `${words}-${count}`;
  taken.add(anchor);
  return anchor;
}
