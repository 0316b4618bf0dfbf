import { counted } from "@responses/dsl/editor";
import { type Content, html } from "./html.js";

/** Characters of a body that are shown: who agrees on a verdict sees by then what is answered. */
const LONGEST_BODY = 4000;

/**
 * A response as a block: its status, and its body as it is.
 *
 * @param place what is said before that, with a capital
 */
export function responseBlock(status: number | null, body: string, place: string): Content {
  const told = place + (status === null ? "no status" : `status ${status}`);
  if (body === "") return html`<p class="small muted">${told}, empty body</p>`;
  return html`<p class="small muted">${told}</p>
<pre translate="no"><code>${cut(body, LONGEST_BODY)}</code></pre>`;
}

/** The beginning of a text, and how much more there is. */
export function cut(text: string, most: number): Content {
  const characters = text.length <= most ? [] : Array.from(text.slice(0, most + 1));
  if (characters.length === 0) return text;
  // A character of two code units is never cut in half.
  const shown = characters.slice(0, -1).join("");
  return [
    shown,
    html`<span class="muted"> … and ${counted(text.length - shown.length, "more character", "more characters")}</span>`,
  ];
}
