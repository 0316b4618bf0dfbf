/** What the server's markdown is made of; everything else is shown as the text that it holds. */
const ELEMENTS = new Set(
  "P PRE CODE STRONG EM UL OL LI BR HR SPAN H1 H2 H3 H4 H5 H6 BLOCKQUOTE TABLE THEAD TBODY TR TH TD".split(
    " ",
  ),
);

/**
 * HTML with nothing live in it: no links, no pictures, no attributes but classes. The server lets nothing live through either; this
 * holds even if it should.
 */
export function safeHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const target = document.createElement("div");
  copyInto(target, parsed.body);
  return target.innerHTML;
}

function copyInto(target: Element, source: Element): void {
  for (const node of source.childNodes) {
    if (node instanceof Text) target.append(node.data);
    if (!(node instanceof Element)) continue;
    if (!ELEMENTS.has(node.tagName)) {
      copyInto(target, node);
      continue;
    }
    const copy = document.createElement(node.tagName);
    if (node.className !== "") copy.className = node.className;
    copyInto(copy, node);
    target.append(copy);
  }
}
