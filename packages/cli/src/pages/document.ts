import { createHash } from "node:crypto";
import { type Content, html, literal } from "./html.js";
import { STYLESHEET } from "./stylesheet.js";

/** Nothing but the one stylesheet that is in the page: no script, no picture, no other file, nothing to send a form to. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(String(STYLESHEET)).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * A whole page that needs nothing besides itself.
 *
 * @param title what a browser's tab says
 * @param body what is in it: landmarks with headings below one h1
 * @param made how its last sentence begins, which says what made it
 */
export function documentOf(title: string, body: Content, made: Content): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLESHEET}</style>
</head>
<body>
${body}
<footer>
<p>${made}${END}`);
}

/** How every page ends, by which it is known. */
const END = literal` by <code>responses docs</code>.</p>
</footer>
</body>
</html>
`;

/** Whether a file holds a page that was made from a mapping or leads to such pages, of this version or another. */
export function isGeneratedPage(content: string): boolean {
  return `${content.replaceAll("\r\n", "\n").trimEnd()}\n`.endsWith(String(END));
}
