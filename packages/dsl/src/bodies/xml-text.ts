/** A text as an element holds it. */
export function writeXmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** A text as it stands in an attribute, between whichever quotes; an element may hold it, too. */
export function writeXmlAttribute(text: string): string {
  return writeXmlText(text).replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}
