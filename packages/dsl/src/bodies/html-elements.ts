/** Names of elements that stand in pages and in the warnings that scripts print, and hardly ever in an answer in XML. */
const HTML_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr article aside b base blockquote body br button center code col dd div dl dt em fieldset font footer form h1 h2 h3
   h4 h5 h6 head header hr html i iframe img input label legend li link main meta nav noscript ol option p pre script section
   select small span strong style sub sup svg table tbody td textarea tfoot th thead title tr tt u ul`.split(
    /\s+/,
  ),
);

/** Whether an element of that name is most likely one of a page. */
export function isHtmlElement(name: string): boolean {
  return HTML_ELEMENTS.has(name.toLowerCase());
}
